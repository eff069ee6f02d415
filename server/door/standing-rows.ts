// What people are and have, entry by entry: the old row ends where the new one begins.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Happened } from './happened.ts'

interface Set {
  readonly key: string
  readonly person: string
  readonly amount: string
}

/** Entries one after the other, since one may end what the one before began; the rows of an entry at once. */
export async function standingRows(
  trx: Transaction<Tables>,
  organization: string,
  happened: readonly Happened[],
): Promise<void> {
  const bySeq = new Map<number, Map<string, Set>>()
  for (const { event, seq } of happened) {
    if (event.type !== 'standing.set') continue
    const { key, person, amount } = event.data as unknown as Set
    const sets = bySeq.get(seq) ?? new Map<string, Set>()
    sets.set(`${key}\n${person}`, { key, person, amount })
    bySeq.set(seq, sets)
  }
  for (const [seq, sets] of bySeq) await setFrom(trx, organization, seq + 1, [...sets.values()])
}

async function setFrom(
  trx: Transaction<Tables>,
  organization: string,
  from: number,
  sets: readonly Set[],
): Promise<void> {
  const rows = sql`unnest(${sets.map(set => set.key)}::text[], ${sets.map(set => set.person)}::text[],
    ${sets.map(set => set.amount)}::numeric[]) as given(key, person, amount)`
  await sql`update standings set to_seq = ${from}::int8 from ${rows}
    where standings.organization_id = ${organization} and standings.key = given.key
      and standings.person = given.person and standings.to_seq is null`.execute(trx)
  await sql`insert into standings (organization_id, key, person, from_seq, amount)
    select ${organization}, key, person, ${from}::int8, amount from ${rows}`.execute(trx)
}
