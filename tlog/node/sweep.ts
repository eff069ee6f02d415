// Takes away the drafts of files that a process left when it was killed while it wrote them.
import type { Dirent } from 'node:fs'
import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** As files and keys are called until they are whole: the place of a key stands before it. */
const draft = /\.unfinished-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * In a folder and all below it, before anything is written there: a draft that is being written would be lost. Answers how
 * many there were. What cannot be read or taken away stays; none of it is ever served.
 */
export async function sweepUnfinished(folder: string): Promise<number> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => [])
  let swept = 0
  for (const entry of entries) {
    const place = join(folder, entry.name)
    if (entry.isDirectory()) swept += await sweepUnfinished(place)
    else if (entry.isFile() && draft.test(entry.name)) {
      swept += await unlink(place).then(
        () => 1,
        () => 0,
      )
    }
  }
  return swept
}
