// Puts a backup's parts into an empty database and a folder of files, at the shape that the backup has.
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { runCopyText } from '../copy.ts'
import type { Opened } from '../embedded.ts'
import { migrate } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { type Content, nameOf } from './format.ts'
import { Damaged, readBackup, type Taking } from './read.ts'
import { type TableShape, tablesOf } from './tables-of.ts'

/** All rows in one transaction: whoever looks meanwhile sees none of them. `last`: the backup's newest migration. */
export async function loadBackup(file: string, opened: Opened, files: string, last: string): Promise<void> {
  const { db, copyFrom } = opened
  const shaped = await migrate(db, last)
  if (!shaped.ok) throw new Error(shaped.refusal.reason)
  const shapes = new Map((await tablesOf(db)).map(shape => [shape.table, shape]))
  await db.transaction().execute(async trx => {
    const into = taking(trx, copyFrom, files, shapes)
    await readBackup(file, into).finally(() => into.close())
  })
  const newest = await migrate(db)
  if (!newest.ok) throw new Error(newest.refusal.reason)
  // Keys are in no backup. The data folder that has a log's key goes on with it; any other begins under a new name, so that
  // the place this was taken from and the place it is brought to never sign two histories of one log.
  await db.updateTable('log_heads').set({ vkey: null }).execute()
}

function taking(
  trx: Kysely<Tables>,
  copyFrom: string,
  files: string,
  shapes: ReadonlyMap<string, TableShape>,
): Taking & { close(): Promise<void> } {
  let writing: FileHandle | null = null
  return {
    async begin(content) {
      if ('table' in content) return checkShape(content, shapes.get(content.table))
      const path = join(files, ...content.file)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      writing = await open(path, 'wx', 0o600)
    },
    async block(content, bytes) {
      if ('table' in content) {
        await runCopyText(trx, copyFrom, content.table, content.columns, [bytes.toString('utf8')])
      } else await writing?.writeFile(bytes)
    },
    async end() {
      await writing?.sync()
      await writing?.close()
      writing = null
    },
    async close() {
      await writing?.close()
    },
  }
}

function checkShape(content: Extract<Content, { table: string }>, shape: TableShape | undefined): void {
  const known = new Set(shape?.columns)
  if (!content.columns.every(column => known.has(column))) {
    throw new Damaged(`${nameOf(content)} is not a table of that version`)
  }
}
