// One temporary folder for a whole test run, gone when it ends: whatever a test leaves behind leaves with it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The variable that names the folder, for what one run does once; absent outside of a run. */
export const scratchName = 'EQUALIZER_TEST_RUN'

/** Called by the test runner before it starts its workers, which inherit the environment. */
export function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'equalizer-tests-'))
  process.env.TMPDIR = root
  process.env[scratchName] = root
  // Tests start some hundred processes of our programs: each would read, strip and compile the same sources anew.
  const compiled = join(root, 'compiled')
  mkdirSync(compiled)
  process.env.NODE_COMPILE_CACHE = compiled
  return () => rmSync(root, { recursive: true, force: true, maxRetries: 3 })
}
