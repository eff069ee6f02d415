// The built web part for tests of pages: built where that is due, which one run of the tests looks into once.
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scratchName } from './scratch.ts'

const web = fileURLToPath(new URL('../web', import.meta.url))

/** Where everything built lies; the app in its folder `app`. */
export function builtWeb(): string {
  const scratch = process.env[scratchName]
  const seen = scratch === undefined ? null : join(scratch, 'web-is-built')
  if (seen === null || !existsSync(seen)) {
    execFileSync(process.execPath, [join(web, 'build.ts')], { stdio: 'inherit' })
    if (seen !== null) writeFileSync(seen, '')
  }
  return process.env.EQUALIZER_WEB_DIST ?? join(web, 'dist')
}
