// Who signs a log: the server that has its key. The database says which key that is, so that of two servers one publishes,
// and a log that was restored without its key goes on under another name and never under the old one.
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, type Result } from '@equalizer/core'
import type { Signer } from '@equalizer/tlog'
import { type LogKeys, newKey, placeKey, readKeys } from './key-files.ts'
import type { LogParts } from './parts.ts'
import { elsewhere, held } from './refusals.ts'

export interface Identity {
  readonly origin: string
  /** The current key first. */
  readonly signers: readonly Signer[]
}

interface Row {
  readonly vkey: string | null
  readonly generation: number
  readonly held: boolean
}

/** null: the log has no entry. Codes: `log.elsewhere`, `log.held`. */
export async function claim(parts: LogParts, organization: string): Promise<Result<Identity | null>> {
  const folder = parts.folders.pathOf(organization)
  const row = await rowOf(parts, organization)
  if (row === null) return accepted(null)
  if (row.held) return held(organization)
  const keys = await readKeys(folder, parts.clock.nowMs())
  if (keys === null && row.vkey !== null) return elsewhere(organization)
  if (keys === null) return begin(parts, organization, row)
  return adopt(parts, organization, keys, row)
}

async function rowOf({ store }: LogParts, organization: string): Promise<Row | null> {
  const row = await store.db
    .selectFrom('log_heads')
    .select(['vkey', 'generation', 'held'])
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  return row ?? null
}

/** Of two servers that begin at once one takes the place; the other's key has signed nothing and goes. */
async function begin(parts: LogParts, organization: string, row: Row): Promise<Result<Identity | null>> {
  const folder = parts.folders.pathOf(organization)
  const generation = row.generation + 1
  const key = newKey(publicKey => originOf(parts.publicName, publicKey, organization, generation))
  await placeKey(folder, key.signer)
  const keys = await readKeys(folder, parts.clock.nowMs())
  if (keys === null) throw new Error(`the key of ${organization} that was just made is gone`)
  const taken = await adopt(parts, organization, keys, row)
  if (!taken.ok) await rm(join(folder, 'key'), { force: true })
  return taken
}

function originOf(
  publicName: string | null,
  publicKey: Uint8Array,
  organization: string,
  generation: number,
): string {
  const own = `equalizer-${createHash('sha256').update(publicKey).digest('hex').slice(0, 16)}`
  const origin = `${publicName ?? own}/log/${organization}`
  return generation === 1 ? origin : `${origin}/${generation}`
}

const generationOf = (origin: string) => Number(/\/([1-9]\d*)$/.exec(origin)?.[1] ?? 1)

async function adopt(
  { store }: LogParts,
  organization: string,
  keys: LogKeys,
  row: Row,
): Promise<Result<Identity | null>> {
  const { vkey } = keys.current
  const identity: Identity = { origin: vkey.name, signers: [keys.current, ...keys.older] }
  if (row.vkey === vkey.text) return accepted(identity)
  // Another key than those of this folder is in force: somebody else's.
  if (row.vkey !== null && !keys.known.includes(row.vkey)) return elsewhere(organization)
  const { numUpdatedRows } = await store.db
    .updateTable('log_heads')
    .set({
      vkey: vkey.text,
      origin: vkey.name,
      generation: Math.max(row.generation, generationOf(vkey.name)),
    })
    .where('organization_id', '=', organization)
    .where(at => (row.vkey === null ? at('vkey', 'is', null) : at('vkey', '=', row.vkey)))
    .executeTakeFirst()
  return numUpdatedRows === 1n ? accepted(identity) : elsewhere(organization)
}
