// What the server holds a log to come to: the folded state of every stream as of one size, as lines of canonical JSON in a
// file, so that it is made once for any number of readers and never stands in memory.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { canonical } from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import { readHead } from '../door/head.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

export interface StateFile {
  readonly path: string
  /** Entries that it is as of. */
  readonly size: number
}

const streamsAtOnce = 500
/** Reading without holding the database still is tried so often before it is held. */
const triesBeside = 3

/** Something was appended while the streams were read. */
class Moved extends Error {}

/**
 * As of now. `folder`: private, of the organization; of older files in it the newest stays that is as of at most `served` entries, what
 * readers have a checkpoint of. null: the log has no entry.
 */
export async function stateFile(
  store: Store,
  organization: string,
  folder: string,
  served: number,
): Promise<StateFile | null> {
  for (let tried = 0; ; tried += 1) {
    const head = await readHead(store.db, organization)
    if (head === null) return null
    const path = join(folder, `${head.size}.jsonl`)
    const found: string[] = await readdir(folder).catch(() => [])
    if (found.includes(`${head.size}.jsonl`)) return { path, size: head.size }
    try {
      const made =
        tried < triesBeside
          ? await make(store.db, organization, folder)
          : await store.db
              .transaction()
              .setIsolationLevel('repeatable read')
              .execute(trx => make(trx, organization, folder))
      await tidy(folder, [made, await stateUpTo(folder, served)])
      return made
    } catch (error) {
      if (!(error instanceof Moved)) throw error
    }
  }
}

async function make(db: Kysely<Tables>, organization: string, folder: string): Promise<StateFile> {
  const size = (await readHead(db, organization))?.size ?? 0
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = join(folder, `making-${process.pid}`)
  await pipeline(lines(db, organization, size), createWriteStream(part, { mode: 0o600 }))
  if ((await readHead(db, organization))?.size !== size) throw new Moved()
  const path = join(folder, `${size}.jsonl`)
  await rename(part, path)
  return { path, size }
}

/** The newest that lies there as of at most `size` entries; null: none does. */
export async function stateUpTo(folder: string, size: number): Promise<StateFile | null> {
  const found: string[] = await readdir(folder).catch(() => [])
  const sizes = found.flatMap(name => (/^\d+\.jsonl$/.test(name) ? [Number.parseInt(name, 10)] : []))
  const newest = Math.max(...sizes.filter(one => one <= size))
  return newest < 0 ? null : { path: join(folder, `${newest}.jsonl`), size: newest }
}

async function tidy(folder: string, kept: readonly (StateFile | null)[]): Promise<void> {
  const paths = new Set(kept.map(one => one?.path))
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (!paths.has(path)) await rm(path, { force: true })
  }
}

async function* lines(db: Kysely<Tables>, organization: string, size: number): AsyncGenerator<string> {
  yield `${canonical({ size })}\n`
  for (let after = ''; ; ) {
    const { rows } = await sql<{ stream: string; state: unknown }>`
      select stream, state from streams where organization_id = ${organization} and stream > ${after} collate "C"
      order by stream collate "C" limit ${streamsAtOnce}`.execute(db)
    if (rows.length === 0) return
    yield rows.map(({ stream, state }) => `${canonical({ state, stream })}\n`).join('')
    after = rows.at(-1)?.stream ?? ''
  }
}
