// The chain of draws of one organization: its end is published with the founding, and each draw uncovers the value before
// the one uncovered last, so that the server can neither choose a draw nor take it back.
import { revealed } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

export interface Draws {
  /** Secret, hex. */
  readonly root: string
  readonly length: number
  readonly used: number
}

/** Draws that one organization can make. */
export const drawsLength = 10_000

export async function readDraws(db: Kysely<Tables>, organization: string): Promise<Draws | null> {
  const row = await db
    .selectFrom('draws')
    .select(['root', 'length', 'used'])
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  return row ?? null
}

/** null: all are used up. */
export function drawAt({ root, length, used }: Draws): string | null {
  return used < length ? revealed(root, length, used + 1) : null
}
