// For tests: looks for a text wherever a server keeps anything, so that what was erased is seen to be gone.
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'

export interface Search {
  /** Names of the tables with a row that holds this text, large or small. */
  tables(text: string): Promise<string[]>
  /** CIDs of the documents beside the log, and of their copies on disk, that hold it; they are kept in base64. */
  documents(text: string): Promise<string[]>
  /** Names of the files that hold it, byte by byte. */
  files(text: string): Promise<string[]>
}

/** `folders`: of the database, of the published log. */
export function searchIn({ db }: Pick<Store, 'db'>, folders: readonly string[]): Search {
  return {
    async tables(text) {
      const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
        where table_schema = current_schema() order by table_name`.execute(db)
      const found: string[] = []
      for (const { name } of rows) {
        const hit = await sql`select 1 from ${sql.table(name)} t
          where strpos(lower(t::text), ${text.toLowerCase()}) > 0 limit 1`.execute(db)
        if (hit.rows.length > 0) found.push(name)
      }
      return found
    },
    async documents(text) {
      const rows = await db.selectFrom('documents').select(['cid', 'base64']).execute()
      for (const { name, path } of await filesIn(folders))
        if (dirname(path).endsWith('documents'))
          rows.push({ cid: name, ...(JSON.parse(await readFile(path, 'utf8')) as { base64: string }) })
      const found = rows.filter(({ base64 }) => Buffer.from(base64, 'base64').includes(text))
      return [...new Set(found.map(({ cid }) => cid))]
    },
    async files(text) {
      const found: string[] = []
      for (const { name, path } of await filesIn(folders))
        if ((await bytesOf(path)).includes(text)) found.push(name)
      return found
    },
  }
}

/** A tile that is not needed any more may be taken away while others are looked at. */
const bytesOf = (path: string): Promise<Buffer> =>
  readFile(path).catch(error => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })

async function filesIn(folders: readonly string[]): Promise<{ name: string; path: string }[]> {
  const all = await Promise.all(
    folders.map(folder => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  return all
    .flat()
    .filter(entry => entry.isFile())
    .map(({ name, parentPath }) => ({ name, path: join(parentPath, name) }))
}
