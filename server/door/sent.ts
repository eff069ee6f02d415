// What was answered to commands that were sent with a key: sent again, they are answered again and not done again.
import { createHash } from 'node:crypto'
import { accepted, canonical, type Entry, type Result, refused } from '@equalizer/core'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Sent } from '../desk.ts'
import type { Tables } from '../store/tables.ts'
import type { Waiting } from './parts.ts'

export const commandHash = (command: unknown): string =>
  createHash('sha256').update(canonical(command)).digest('hex')

const nameOf = ({ by, key }: Waiting): string => `${by}\n${key}`

export interface Remembered {
  /** null: it is new. Codes: `door.key_reused`. */
  answer(waiting: Waiting): Result<Sent> | null
  /** It was decided in this batch. */
  note(waiting: Waiting, sent: Sent): void
}

/** Looks up the keys of a whole batch in one question. */
export async function answeredBefore(
  db: Kysely<Tables>,
  organization: string,
  batch: readonly Waiting[],
): Promise<Remembered> {
  const keyed = batch.filter(waiting => waiting.key !== undefined && waiting.by !== null)
  const known = new Map<string, { readonly hash: string; readonly sent: Sent }>()
  if (keyed.length > 0) {
    const rows = await db
      .selectFrom('sent')
      .innerJoin('entries', at =>
        at
          .onRef('entries.organization_id', '=', 'sent.organization_id')
          .on('entries.seq', '=', sql<number>`(sent.answer ->> 'seq')::int8`),
      )
      .select(['sent.person', 'sent.key', 'sent.command_sha256 as hash', 'sent.answer', 'entries.entry'])
      .where('sent.organization_id', '=', organization)
      .where('sent.person', 'in', [...new Set(keyed.map(waiting => waiting.by ?? ''))])
      .where('sent.key', 'in', [...new Set(keyed.map(waiting => waiting.key ?? ''))])
      .execute()
    for (const row of rows) {
      const entry = JSON.parse(row.entry) as Entry
      const sent: Sent = { entry, answer: row.answer.answer as Sent['answer'], repeated: true }
      known.set(`${row.person}\n${row.key}`, { hash: row.hash, sent })
    }
  }
  return {
    answer(waiting) {
      if (waiting.key === undefined) return null
      const found = known.get(nameOf(waiting))
      if (!found) return null
      if (found.hash === commandHash(waiting.sentAs)) return accepted({ ...found.sent, repeated: true })
      return refused('door.key_reused', 'This key was sent before, with another command.', {
        key: waiting.key,
      })
    },
    note(waiting, sent) {
      if (waiting.key !== undefined) known.set(nameOf(waiting), { hash: commandHash(waiting.sentAs), sent })
    },
  }
}
