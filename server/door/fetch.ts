// Fetches what a decision reads from the database, many things in one question where there are many.
import {
  type CastBallot,
  type Group,
  type Need,
  type Scope,
  type StandingKey,
  scopeKey,
  type WeightedDelegation,
} from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'

type Db = Kysely<Tables>

/** States by stream; a stream without one is left out. */
export async function fetchStreams(
  db: Db,
  organization: string,
  streams: readonly string[],
): Promise<Map<string, unknown>> {
  const rows = await db
    .selectFrom('streams')
    .select(['stream', 'state'])
    .where('organization_id', '=', organization)
    .where('stream', '=', sql<string>`any(${[...streams]}::text[])`)
    .execute()
  return new Map(rows.map(row => [row.stream, row.state]))
}

/** What somebody had when the log was `seq` entries long. */
export async function fetchStanding(
  db: Db,
  organization: string,
  need: Extract<Need, { kind: 'standing' }>,
): Promise<{ amount: bigint; still: boolean }> {
  const rows = await db
    .selectFrom('standings')
    .select([sql<string>`amount::text`.as('amount'), 'to_seq'])
    .where('organization_id', '=', organization)
    .where('key', '=', need.key)
    .where('person', '=', need.person)
    .where('from_seq', '<=', need.seq)
    .where(at => at.or([at('to_seq', 'is', null), at('to_seq', '>', need.seq)]))
    .execute()
  const [row] = rows
  return row ? { amount: BigInt(row.amount), still: row.to_seq === null } : { amount: 0n, still: false }
}

const ballotRows = (db: Db, organization: string, decision: string, phase: string) =>
  db
    .selectFrom('ballots')
    .select(['person', 'choice', sql<string>`weight::text`.as('weight'), 'first_ms'])
    .where('organization_id', '=', organization)
    .where('decision_id', '=', decision)
    .where('phase', '=', phase)

const ballotOf = (row: {
  person: string
  choice: unknown
  weight: string
  first_ms: number
}): CastBallot => ({
  person: row.person,
  choice: row.choice as CastBallot['choice'],
  weight: BigInt(row.weight),
  firstMs: row.first_ms,
})

export async function fetchBallots(
  db: Db,
  organization: string,
  { decision, phase }: Extract<Need, { kind: 'ballots' }>,
): Promise<CastBallot[]> {
  const rows = await ballotRows(db, organization, decision, phase).orderBy('person').execute()
  return rows.map(ballotOf)
}

export async function fetchBallot(
  db: Db,
  organization: string,
  { decision, phase, person }: Extract<Need, { kind: 'ballot' }>,
): Promise<CastBallot | null> {
  const row = await ballotRows(db, organization, decision, phase)
    .where('person', '=', person)
    .executeTakeFirst()
  return row ? ballotOf(row) : null
}

/** The most specific of each person that was in force at a moment, with the givers' own weights. */
export async function fetchDelegations(
  db: Db,
  organization: string,
  need: Extract<Need, { kind: 'delegations' }>,
): Promise<WeightedDelegation[]> {
  const narrowest: Scope[] = [
    { kind: 'class', unit: need.unit, class: need.class },
    { kind: 'unit', unit: need.unit },
    { kind: 'everything' },
  ]
  const scopes = narrowest.map(scopeKey)
  const { rows } = await sql<{ from_person: string; to_person: string; weight: string }>`
    select from_person, to_person, coalesce(weight, 0)::text as weight from (
      select distinct on (from_person) from_person, to_person from delegations
      where organization_id = ${organization} and scope = any(${scopes}::text[])
        and since_ms <= ${need.inForceMs} and (until_ms is null or until_ms > ${need.inForceMs})
      order by from_person, array_position(${scopes}::text[], scope), seq desc) given
    left join (${membersOf(organization, need.group, need.seq, need.atMs)}) weights on weights.person = from_person
    order by from_person`.execute(db)
  return rows.map(row => ({ from: row.from_person, to: row.to_person, weight: BigInt(row.weight) }))
}

/** Members of a group with their weights, as a question to be counted or listed. A jury is drawn into its decision. */
function membersOf(organization: string, group: Group, seq: number, atMs: number) {
  const standing = (key: StandingKey) => sql`
    select person, amount from standings where organization_id = ${organization} and key = ${key}
      and from_seq <= ${seq} and (to_seq is null or to_seq > ${seq}) and amount > 0`
  const who = () => {
    switch (group.kind) {
      case 'listed':
        return sql`select distinct person from unnest(${[...group.members]}::text[]) as listed(person)`
      case 'role':
        return sql`select person from (${standing(`role:${group.role}`)}) held`
      case 'balance':
        return sql`select person from (${standing(`asset:${group.asset}`)}) held where amount >= ${group.atLeast}::numeric`
      case 'score':
        return sql`select person from (${standing(`score:${group.score}`)}) held where amount >= ${group.atLeast}::numeric`
      case 'everyone':
        return sql`select person from (${standing('member')}) held`
      case 'council':
        return sql`select person from (${standing(`seat:${group.id}`)}) held where amount > ${atMs}::numeric`
      case 'jury':
        throw new Error(`The jury ${group.id} is drawn for each decision and is no table`)
    }
  }
  const { weight } = group
  if (weight.by === 'person') return sql`select person, 1::numeric as weight from (${who()}) members`
  const key: StandingKey = weight.by === 'reputation' ? `score:${weight.score}` : `asset:${weight.asset}`
  // sqrt() of a numeric is rounded, not cut: one less where its square went past.
  const weighed =
    weight.by === 'square-root'
      ? sql`(select case when r * r > amount then r - 1 else r end from (select round(sqrt(amount)) as r) rooted)`
      : sql`amount`
  return sql`select person, ${weighed} as weight from (${who()}) members join (${standing(key)}) weights using (person)`
}

export async function fetchEligible(
  db: Db,
  organization: string,
  need: Extract<Need, { kind: 'eligible' }>,
): Promise<{ members: number; weight: bigint }> {
  const { rows } = await sql<{ members: number; weight: string }>`
    select count(*)::int8 as members, coalesce(sum(weight), 0)::text as weight
    from (${membersOf(organization, need.group, need.seq, need.atMs)}) eligible where weight > 0`.execute(db)
  const [row] = rows
  return { members: Number(row?.members ?? 0), weight: BigInt(row?.weight ?? '0') }
}

export async function fetchPool(
  db: Db,
  organization: string,
  need: Extract<Need, { kind: 'pool' }>,
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select person from (${membersOf(organization, need.group, need.seq, need.atMs)}) pool where weight > 0
    order by person limit ${atMost + 1}`.execute(db)
  if (rows.length > atMost) throw new Error(`The group ${need.group.id} has more than ${atMost} members`)
  return rows.map(row => row.person)
}
