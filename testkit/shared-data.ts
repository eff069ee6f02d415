// The shared data sets that tests and benchmarks read in place: where they are, and a loud skip where they are not.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = process.env.EQUALIZER_SHARED_DATA ?? join(root, '..', 'shared', 'data')

/** Absolute path of a shared data file, or null where it is absent. */
export function sharedData(path: string): string | null {
  const full = join(folder, path)
  return existsSync(full) ? full : null
}

/** A suite that needs data files; where one is absent the suite is skipped and says so. `body` gets absolute paths. */
export function describeWithData(
  name: string,
  files: readonly string[],
  body: (paths: string[]) => void,
): void {
  const missing = files.filter(file => sharedData(file) === null)
  if (missing.length > 0) {
    console.warn(`SKIPPED: ${name}: shared data is absent: ${missing.join(', ')} (looked in ${folder})`)
    describe.skip(`${name} (shared data absent: ${missing.join(', ')})`, () =>
      body(files.map(file => join(folder, file))))
    return
  }
  describe(name, () => body(files.map(file => join(folder, file))))
}
