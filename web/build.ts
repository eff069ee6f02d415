// Builds web/dist: the report page that carries everything in itself, and the app; quick and silent when nothing changed.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp, type FirstLoad } from './building/app.ts'
import { buildReport } from './building/report.ts'
import { dist, place, sourcesHash } from './building/shared.ts'

/** What a first visit may load at most before it sees anything, compressed. */
const firstLoadAtMost = 200_000

function sayFirstLoad({ scriptBytes, styleBytes }: FirstLoad): void {
  const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
  console.log(`First load of the app, gzip: script ${kB(scriptBytes)}, style ${kB(styleBytes)}`)
  if (scriptBytes > firstLoadAtMost) throw new Error(`The first load is over ${kB(firstLoadAtMost)}`)
}

async function main(): Promise<void> {
  const stamp = join(dist, 'sources.sha256')
  const hash = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  mkdirSync(dist, { recursive: true })
  await buildReport()
  sayFirstLoad(await buildApp())
  // Last, so that a build that broke off is done again.
  place('sources.sha256', hash)
}

// A test runner's environment would otherwise make a page for developers.
process.env.NODE_ENV = 'production'
await main()
