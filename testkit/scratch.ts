// One temporary folder for a whole test run, gone when it ends: whatever a test leaves behind leaves with it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Called by the test runner before it starts its workers, which inherit the environment. */
export function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'equalizer-tests-'))
  process.env.TMPDIR = root
  return () => rmSync(root, { recursive: true, force: true, maxRetries: 3 })
}
