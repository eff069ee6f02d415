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

/** What each of them had when the log was `seq` entries long, in their order; `still`: and has had ever since. */
export async function fetchStandings(
  db: Db,
  organization: string,
  needs: readonly Extract<Need, { kind: 'standing' }>[],
): Promise<{ amount: bigint; still: boolean }[]> {
  const { rows } = await sql<{ place: number; amount: string; still: boolean }>`
    select place, amount::text as amount, to_seq is null as still
    from unnest(${needs.map(need => need.key)}::text[], ${needs.map(need => need.person)}::text[],
      ${needs.map(need => need.seq)}::int8[]) with ordinality as asked(key, person, seq, place)
    join standings on standings.organization_id = ${organization} and standings.key = asked.key
      and standings.person = asked.person and from_seq <= asked.seq and (to_seq is null or to_seq > asked.seq)`.execute(
    db,
  )
  const found = needs.map(() => ({ amount: 0n, still: false }))
  for (const { place, amount, still } of rows) found[place - 1] = { amount: BigInt(amount), still }
  return found
}

interface BallotRow {
  readonly person: string
  readonly choice: unknown
  readonly weight: string
  readonly first_ms: number
}

const ballotOf = (row: BallotRow): CastBallot => ({
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
  const rows = await db
    .selectFrom('ballots')
    .select(['person', 'choice', sql<string>`weight::text`.as('weight'), 'first_ms'])
    .where('organization_id', '=', organization)
    .where('decision_id', '=', decision)
    .where('phase', '=', phase)
    .orderBy('person')
    .execute()
  return rows.map(ballotOf)
}

/** One person's each, in the order asked; null: has cast none yet. */
export async function fetchBallotsOfEach(
  db: Db,
  organization: string,
  needs: readonly Extract<Need, { kind: 'ballot' }>[],
): Promise<(CastBallot | null)[]> {
  const { rows } = await sql<BallotRow & { place: number }>`
    select place, ballots.person, choice, weight::text as weight, first_ms
    from unnest(${needs.map(need => need.decision)}::text[], ${needs.map(need => need.phase)}::text[],
      ${needs.map(need => need.person)}::text[]) with ordinality as asked(decision_id, phase, person, place)
    join ballots on ballots.organization_id = ${organization} and ballots.decision_id = asked.decision_id
      and ballots.phase = asked.phase and ballots.person = asked.person`.execute(db)
  const found: (CastBallot | null)[] = needs.map(() => null)
  for (const row of rows) found[row.place - 1] = ballotOf(row)
  return found
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
