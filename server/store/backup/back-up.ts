// Backs up a data folder, or a Postgres server with a data folder's files, from the outside.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Result, refused } from '@equalizer/core'
import { openStore } from '../open-store.ts'
import { type BackedUp, writeBackup } from './write.ts'

export interface BackUpOptions {
  /** The data folder. */
  readonly folder: string
  /** A Postgres server's address; left out: the embedded database in the folder. */
  readonly url?: string
  readonly file: string
  /** ISO 8601. */
  readonly made: string
}

/** Codes: `backup.nothing`, `backup.exists`, `store.locked`, `store.newer`. */
export async function backUp({ folder, url, file, made }: BackUpOptions): Promise<Result<BackedUp>> {
  if (url === undefined && !existsSync(join(folder, 'database'))) {
    return refused('backup.nothing', `There is no data in ${folder}; --data names another folder.`, {
      folder,
    })
  }
  const store = await openStore(url === undefined ? { folder } : { folder, url })
  if (!store.ok) return store
  try {
    return await writeBackup({ store: store.value, folder, file, made })
  } finally {
    await store.value.close()
  }
}
