// Where an organization's log stands: how many entries it has, when the newest was written, and what its tree has come to.

import { decodeFrontier, emptyFrontier, encodeFrontier, extended } from '@equalizer/tlog'
import type { Kysely } from 'kysely'
import { leafOf } from '../log-tree/leaf.ts'
import type { Tables } from '../store/tables.ts'

export interface Head {
  readonly size: number
  readonly lastMs: number
  /** The tree's perfect subtrees, base64: its root follows from them, and so does every later tree's. */
  readonly frontier: string
}

export const emptyHead: Head = { size: 0, lastMs: 0, frontier: encodeFrontier(emptyFrontier) }

/** null: nothing was ever written. */
export async function readHead(db: Kysely<Tables>, organization: string): Promise<Head | null> {
  const row = await db
    .selectFrom('log_heads')
    .select(['size', 'last_ms', 'frontier'])
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  return row ? { size: row.size, lastMs: row.last_ms, frontier: row.frontier } : null
}

/** The head once entries with these texts stand at its end. Throws where the head is none. */
export function grown(before: Head, texts: readonly string[], lastMs: number): Head {
  const frontier = decodeFrontier(before.size, before.frontier)
  if (!frontier.ok) throw new Error(`a head that is none: ${frontier.refusal.reason}`)
  const after = extended(frontier.value, texts.map(leafOf))
  return { size: after.size, lastMs, frontier: encodeFrontier(after) }
}
