// What both builds have in common: where things lie, how vite is set up, and a hash over all that goes in.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { build, InlineConfig, PluginOption } from 'vite'
import { positionRules } from '../style/positions.ts'

export const web = fileURLToPath(new URL('..', import.meta.url))

/** Where everything built goes; `EQUALIZER_WEB_DIST` names another folder, so that two builds do not meet. */
export const dist = resolve(process.env.EQUALIZER_WEB_DIST ?? join(web, 'dist'))

/** Our own packages of which source goes into the app. */
const besides = [
  'client/client.ts',
  ...['core', 'tlog', 'verify', 'capabilities', 'measure'].flatMap(sourcesIn),
]

/** By their paths from the root; tests and what only Node runs stay outside. */
function sourcesIn(folder: string): string[] {
  return readdirSync(join(web, '..', folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(join(web, '..').length))
    .filter(file => !/[\\/](?:node_modules|testing|node)[\\/]/.test(file))
    .sort()
}

/** Over every file that goes into the pages, and the versions of what they are made with. */
export function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter(
      entry => entry.isFile() && /\.(tsx?|css|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
    )
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => !/[\\/](?:dist|node_modules|fixtures)[\\/]/.test(file.slice(web.length - 1)))
    .sort()
  for (const file of files) hash.update(`${file.slice(web.length)}\0`).update(readFileSync(file))
  for (const file of besides) hash.update(`${file}\0`).update(readFileSync(join(web, '..', file)))
  return hash.digest('hex')
}

const readersLocale = "domEnv ? nav.language : 'en-US'"

/**
 * uPlot asks for the browser's language as it loads, and a browser started under the C locale names one that Intl
 * refuses, so that no script of the page would run. Axes are spelled like the rest of the page instead.
 */
const oneLocale: PluginOption = {
  name: 'one-locale',
  transform(code, id) {
    if (!/uPlot\.esm\.js/.test(id)) return null
    if (!code.includes(readersLocale)) throw new Error('uPlot no longer asks for the language where it did')
    return { code: code.replace(readersLocale, JSON.stringify('en')), map: null }
  },
}

/** The classes of positions, at the end of the base style; what it imports is put into it after this. */
export const positions: PluginOption = {
  name: 'positions',
  enforce: 'pre',
  transform(code, id) {
    return /[\\/]app[\\/]app\.css$/.test(id) ? { code: `${code}\n${positionRules()}`, map: null } : null
  },
}

export const shared: InlineConfig = {
  root: web,
  configFile: false,
  logLevel: 'warn',
  plugins: [react(), oneLocale],
  define: { 'process.env.NODE_ENV': '"production"' },
}

/** Everything that a build put out. */
export function filesOf(output: Awaited<ReturnType<typeof build>>) {
  if (!Array.isArray(output) && !('output' in output)) throw new Error('vite watches instead of building')
  return (Array.isArray(output) ? output : [output]).flatMap(result => result.output)
}

/** In one step, so that whoever reads at the same moment, or builds beside us, meets a whole file. */
export function place(name: string, content: string | Uint8Array): void {
  const file = join(dist, name)
  const unfinished = join(dirname(file), `.${process.pid}.unfinished`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(unfinished, content)
  renameSync(unfinished, file)
}
