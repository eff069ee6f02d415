// One process at a time on the folder of a witness or mirror: two on one folder would sign two histories.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { accepted, type Result, refused } from '@equalizer/core'

export interface FolderLock {
  /** The folder is free for another process afterwards. */
  release(): void
}

const locked = 5

/**
 * Codes: `folder.locked`. The kernel holds the lock for as long as the process lives, and no longer: SQLite is nothing here but
 * the way to a file lock that Node does not offer by itself. File systems over a network may not hold it.
 */
export function lockFolder(folder: string): Result<FolderLock> {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'lock'))
  try {
    database.exec('PRAGMA journal_mode=MEMORY; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode !== locked) throw error
    const reason = `The folder ${folder} is in use by another process; stop it first, or choose another folder.`
    return refused('folder.locked', reason, { folder })
  }
  return accepted({ release: () => database.close() })
}
