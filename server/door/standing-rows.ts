// What people are and have, entry by entry: the old row ends where the new one begins.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Happened } from './happened.ts'

interface Set {
  readonly key: string
  readonly person: string
  amount: string
}

interface Row extends Set {
  readonly from: number
  to: number | null
}

/** All rows of a batch at once: of what was set several times in it, each row ends where the next begins. */
export async function standingRows(
  trx: Transaction<Tables>,
  organization: string,
  happened: readonly Happened[],
): Promise<void> {
  const rows: Row[] = []
  const first = new Map<string, Row>()
  const last = new Map<string, Row>()
  for (const { event, seq } of happened) {
    if (event.type !== 'standing.set') continue
    const { key, person, amount } = event.data as unknown as Set
    const name = `${key}\n${person}`
    const before = last.get(name)
    // Within one entry the last word counts.
    if (before?.from === seq + 1) {
      before.amount = amount
      continue
    }
    const row: Row = { key, person, amount, from: seq + 1, to: null }
    if (before) before.to = row.from
    else first.set(name, row)
    last.set(name, row)
    rows.push(row)
  }
  if (rows.length === 0) return
  await endOthers(trx, organization, [...first.values()])
  await insert(trx, organization, rows)
}

async function endOthers(
  trx: Transaction<Tables>,
  organization: string,
  rows: readonly Row[],
): Promise<void> {
  await sql`update standings set to_seq = given.from_seq
    from unnest(${rows.map(row => row.key)}::text[], ${rows.map(row => row.person)}::text[],
      ${rows.map(row => row.from)}::int8[]) as given(key, person, from_seq)
    where standings.organization_id = ${organization} and standings.key = given.key
      and standings.person = given.person and standings.to_seq is null`.execute(trx)
}

async function insert(trx: Transaction<Tables>, organization: string, rows: readonly Row[]): Promise<void> {
  await sql`insert into standings (organization_id, key, person, from_seq, to_seq, amount)
    select ${organization}, * from unnest(${rows.map(row => row.key)}::text[], ${rows.map(row => row.person)}::text[],
      ${rows.map(row => row.from)}::int8[], ${rows.map(row => row.to)}::int8[],
      ${rows.map(row => row.amount)}::numeric[])`.execute(trx)
}
