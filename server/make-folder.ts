// Makes a folder with those above it, one step at a time: Node's own recursive way never ends where a file system, like
// /proc, answers "no such folder" for a folder whose parent is there.
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function isThere(folder: string): Promise<boolean> {
  try {
    await stat(folder)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** The parts that are missing, the highest first; the root of a file system is always there. */
async function missingIn(folder: string): Promise<string[]> {
  const missing: string[] = []
  for (let at = folder; at !== dirname(at) && !(await isThere(at)); at = dirname(at)) missing.unshift(at)
  return missing
}

/** `mode`: of those it makes, left out for their owner alone; a folder that is there stays as it is. Throws what the file system says. */
export async function makeFolder(folder: string, mode = 0o700): Promise<void> {
  for (const one of await missingIn(folder)) {
    try {
      await mkdir(one, { mode })
    } catch (error) {
      // Somebody else made it meanwhile.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}
