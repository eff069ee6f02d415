// Writes a backup: every table as one moment has it, every file put in, and a checksum for each.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { accepted, type Result, refused } from '@equalizer/core'
import { type Kysely, sql, type Transaction } from 'kysely'
import { rowText } from '../copy-text.ts'
import { migrations } from '../migrate.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { type Content, formatVersion, type Head, type Sum } from './format.ts'
import { type TableShape, tablesOf } from './tables-of.ts'

export interface BackedUp {
  readonly file: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Files that the database speaks of and that were not there, such as `acme/upload1`: thrown away meanwhile, or lost. */
  readonly missing: readonly string[]
}

export interface BackupOptions {
  readonly store: Store
  /** Whose `files` go in. */
  readonly folder: string
  readonly file: string
  /** When, as it stands in the backup; ISO 8601. */
  readonly made: string
}

const rowsAtOnce = 2_000

/** Codes: `backup.exists`. Throws where the file cannot be written. */
export async function writeBackup(options: BackupOptions): Promise<Result<BackedUp>> {
  const { file } = options
  const part = `${file}.part`
  try {
    // Taken at once, so that nothing is written over; it holds hashes of keys, so it is for its owner only.
    await (await open(file, 'wx', 0o600)).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return refused('backup.exists', `${file} is there already and is not written over.`, { file })
  }
  const counts: Counts = { tables: 0, rows: 0, files: 0, missing: [] }
  try {
    await options.store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(trx =>
        pipeline(
          Readable.from(pieces(trx, options, counts), { objectMode: false }),
          createGzip({ level: 4 }),
          createWriteStream(part, { mode: 0o600, flush: true }),
        ),
      )
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    await rm(file, { force: true })
    throw error
  }
  return accepted({ file, ...counts })
}

interface Counts {
  tables: number
  rows: number
  files: number
  missing: readonly string[]
}

const line = (value: object) => Buffer.from(`${JSON.stringify(value)}\n`)

async function* pieces(
  trx: Transaction<Tables>,
  { folder, made }: BackupOptions,
  counts: Counts,
): AsyncGenerator<Buffer> {
  const head: Head = { 'equalizer-backup': formatVersion, made, migrations: Object.keys(migrations) }
  yield line(head)
  for (const shape of await tablesOf(trx)) {
    const sum = yield* part({ table: shape.table, columns: [...shape.columns] }, tableBlocks(trx, shape))
    counts.tables += 1
    counts.rows += sum.rows ?? 0
  }
  const missing = await filesOf(trx)
  for await (const names of filesIn(join(folder, 'files'))) {
    // Opened first: a server that runs may throw it away at any moment, and what is open can be read to its end.
    const opened = await open(join(folder, 'files', ...names)).catch(notThere)
    if (opened === null) continue
    missing.delete(names.slice(0, 2).join('/'))
    yield* part({ file: [...names] }, fileBlocks(opened))
    counts.files += 1
  }
  counts.missing = [...missing].sort()
  yield line({ end: true, parts: counts.tables + counts.files })
}

interface Block {
  readonly bytes: Buffer
  readonly rows: number
}

async function* part(content: Content, blocks: AsyncIterable<Block>): AsyncGenerator<Buffer, Sum> {
  yield line(content)
  const hash = createHash('sha256')
  let [bytes, rows] = [0, 0]
  for await (const block of blocks) {
    hash.update(block.bytes)
    bytes += block.bytes.length
    rows += block.rows
    yield Buffer.from(`${block.bytes.length}\n`)
    yield block.bytes
  }
  const sum: Sum = { ...('table' in content ? { rows } : {}), bytes, sha256: hash.digest('hex') }
  yield Buffer.from('0\n')
  yield line(sum)
  return sum
}

/** As text, which the database makes and reads back exactly. */
async function* tableBlocks(trx: Kysely<Tables>, { table, columns }: TableShape): AsyncGenerator<Block> {
  const texts = columns.map((column, at) => sql`${sql.ref(column)}::text AS ${sql.ref(`c${at}`)}`)
  await sql`DECLARE backup NO SCROLL CURSOR FOR SELECT ${sql.join(texts)} FROM ${sql.table(table)}`.execute(
    trx,
  )
  for (;;) {
    const { rows } = await sql<
      Record<string, string | null>
    >`FETCH ${sql.raw(String(rowsAtOnce))} FROM backup`.execute(trx)
    if (rows.length === 0) break
    const text = rows.map(row => rowText(columns.map((_, at) => row[`c${at}`] ?? null))).join('')
    yield { bytes: Buffer.from(text), rows: rows.length }
  }
  await sql`CLOSE backup`.execute(trx)
}

/** What was put in, by the database: organization and upload. */
async function filesOf(trx: Kysely<Tables>): Promise<Set<string>> {
  const rows = await trx.selectFrom('uploads').select(['organization_id', 'upload_id']).execute()
  return new Set(rows.map(row => `${row.organization_id}/${row.upload_id}`))
}

function notThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

async function* fileBlocks(opened: FileHandle): AsyncGenerator<Block> {
  for await (const bytes of opened.createReadStream({ highWaterMark: 1_048_576 })) {
    yield { bytes: bytes as Buffer, rows: 0 }
  }
}

/**
 * What lies under `files`, in the order of names: a folder for each organization, in it what was put in, which may be a
 * folder as well. A file that is just being put in ends with `.part`.
 */
async function* filesIn(root: string, names: readonly string[] = []): AsyncGenerator<readonly string[]> {
  const found = await readdir(join(root, ...names), { withFileTypes: true }).catch(notThere)
  const entries = found ?? []
  for (const entry of entries.sort(byName)) {
    const path = [...names, entry.name]
    if (entry.isDirectory()) yield* filesIn(root, path)
    else if (entry.isFile() && names.length > 0 && !entry.name.endsWith('.part')) yield path
  }
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
