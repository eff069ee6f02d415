// Parties with their handles, largest first, a page at a time.
import type { Answer, Party } from '@equalizer/client'
import { accepted, type Charter, type Person, type Result, refused } from '@equalizer/core'
import { canonical } from '@equalizer/measure'
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { keysOf } from '../measures/keys-of.ts'
import type { Tables } from '../store/tables.ts'

type People = Answer<'GET /api/organizations/{organization}/people'>

export interface PeopleAsked {
  readonly organization: string
  readonly q: string | undefined
  readonly only: 'all' | 'merged' | 'listed'
  readonly cursor: string | undefined
  readonly limit: number
}

const botsListed = 500
/** Handles shown of one party: an employer's may have thousands. */
const membersListed = 500

/** Code: `cursor.invalid`. */
export async function listParties(
  db: Kysely<Tables>,
  charter: Charter,
  asked: PeopleAsked,
): Promise<Result<People>> {
  const place = placeOf(asked.cursor)
  if (place === 'unclear') return refused('cursor.invalid', 'This place in the list is not known')
  const { organization } = asked
  const wanted = conditions(charter, asked)
  const after =
    place === null
      ? []
      : [sql<SqlBool>`(observations, party_key) < (${place.observations}::int8, ${place.key}::text)`]
  const rows = await db
    .selectFrom('parties')
    .select(['party_id', 'name', 'observations', 'reasons', 'party_key'])
    .where('organization_id', '=', organization)
    .where(({ and }) => and([...wanted, ...after]))
    .orderBy('observations', 'desc')
    .orderBy('party_key', 'desc')
    .limit(asked.limit + 1)
    .execute()
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  const { total } = await db
    .selectFrom('parties')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('organization_id', '=', organization)
    .where(({ and }) => and(wanted))
    .executeTakeFirstOrThrow()
  const { merged } = await db
    .selectFrom('parties')
    .select(({ fn }) => fn.countAll<number>().as('merged'))
    .where('organization_id', '=', organization)
    .where('members', '>', 1)
    .executeTakeFirstOrThrow()
  const members = await membersOf(
    db,
    organization,
    page.map(row => row.party_key),
  )
  const personOf = new Map(
    charter.people.flatMap(person => person.identities.map(actor => [canonical(actor), person] as const)),
  )
  return accepted({
    parties: page.map(row => partyOf(row, members.get(row.party_key) ?? [], personOf)),
    next: rows.length > page.length && last ? `${last.observations}.${last.party_key}` : null,
    total,
    merged,
    bots: await botsOf(db, organization),
    suggestions: await suggestionsOf(db, organization),
  })
}

function placeOf(cursor: string | undefined): { observations: number; key: string } | null | 'unclear' {
  if (cursor === undefined) return null
  const found = /^(\d{1,15})\.([0-9a-f]{32})$/.exec(cursor)
  return found?.[1] && found[2] ? { observations: Number(found[1]), key: found[2] } : 'unclear'
}

/** What of a filter holds for a row of `parties`. */
function conditions(charter: Charter, { organization, q, only }: PeopleAsked): RawBuilder<SqlBool>[] {
  const all: RawBuilder<SqlBool>[] = []
  if (only === 'merged') all.push(sql<SqlBool>`members > 1`)
  if (only === 'listed') {
    const listed = charter.people.flatMap(({ identities }) =>
      identities.flatMap(actor => [actor, canonical(actor)]),
    )
    all.push(sql<SqlBool>`party_key in (select a.party_key from actors a where a.organization_id = ${organization}
      and a.actor_key = any(${keysOf(listed)}))`)
  }
  const part = q?.trim().toLowerCase() ?? ''
  if (part !== '') {
    all.push(sql<SqlBool>`(strpos(lower(name), ${part}) > 0 or party_key in (
      select a.party_key from actors a where a.organization_id = ${organization}
      and (strpos(lower(a.actor), ${part}) > 0 or strpos(lower(a.name), ${part}) > 0)))`)
  }
  return all
}

interface Member {
  readonly actor: string
  readonly name: string | null
  readonly observations: number
}

async function membersOf(db: Kysely<Tables>, organization: string, keys: readonly string[]) {
  const byParty = new Map<string, Member[]>()
  if (keys.length === 0) return byParty
  const found = await sql<Member & { party_key: string }>`
    select actor, name, observations, party_key from (
      select actor, name, observations, party_key,
        row_number() over (partition by party_key order by observations desc, actor) as place
      from actors where organization_id = ${organization} and party_key in (${sql.join([...keys])})) as ranked
    where place <= ${membersListed} order by place`.execute(db)
  for (const { party_key: key, ...member } of found.rows) {
    const list = byParty.get(key)
    if (list) list.push(member)
    else byParty.set(key, [member])
  }
  return byParty
}

function partyOf(
  row: { party_id: string; name: string; observations: number; reasons: Party['reasons'] },
  members: readonly Member[],
  personOf: ReadonlyMap<string, Person>,
): Party {
  const people = new Map<string, Person>()
  const shown = members.map(({ actor, name, observations }) => {
    const person = personOf.get(canonical(actor)) ?? null
    if (person) people.set(person.id, person)
    return { actor, name, observations, person: person?.id ?? null }
  })
  return {
    id: row.party_id,
    name: row.name,
    observations: row.observations,
    members: shown,
    reasons: row.reasons,
    people: [...people.values()].map(({ id, name, employer, payer, funder }) => ({
      id,
      name,
      employer: employer ?? null,
      payer: payer ?? null,
      funder: funder ?? null,
    })),
  }
}

async function botsOf(db: Kysely<Tables>, organization: string): Promise<People['bots']> {
  const rows = await db
    .selectFrom('actors')
    .select(['actor', 'name', 'bot_rule', 'observations'])
    .where('organization_id', '=', organization)
    .where('party_id', 'is', null)
    .where('bot_rule', 'is not', null)
    .orderBy('observations', 'desc')
    .orderBy('actor')
    .limit(botsListed)
    .execute()
  return rows.map(({ bot_rule: rule, ...bot }) => ({ ...bot, rule: rule ?? '' }))
}

async function suggestionsOf(db: Kysely<Tables>, organization: string): Promise<People['suggestions']> {
  const found = await sql<{
    number: number
    reason: string
    actor: string
    name: string | null
    observations: number
  }>`
    select s.number, s.reason, a.actor, a.name, a.observations
    from suggestions s
    cross join lateral json_array_elements_text(s.actors) as said(actor)
    join actors a on a.organization_id = s.organization_id and a.actor_key = md5(said.actor)
    where s.organization_id = ${organization}
    order by s.number, a.observations desc, a.actor`.execute(db)
  const suggestions = new Map<number, People['suggestions'][number]>()
  for (const { number, reason, ...actor } of found.rows) {
    const known = suggestions.get(number)
    if (known) known.actors.push(actor)
    else suggestions.set(number, { reason, actors: [actor] })
  }
  return [...suggestions.values()]
}
