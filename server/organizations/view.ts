// An organization as the contract shows it, for one caller.
import type { Organization } from '@equalizer/client'
import type { Report } from '@equalizer/measure'
import { type Kysely, sql } from 'kysely'
import type { Caller } from '../desk.ts'
import type { Tables } from '../store/tables.ts'

interface Row {
  readonly organization_id: string
  readonly name: string
  readonly simulated: boolean
  readonly created_ms: number
  readonly given: boolean
  readonly units: number
  readonly sources: number
  readonly role: 'steward' | 'member' | 'reader' | null
  readonly measured: string | null
  readonly headline: Report['headline'] | null
}

/**
 * Those that the caller is a member of, by name; with `only`, that one, member or not: whether they may see it is settled
 * by then.
 */
export async function organizationsOf(
  db: Kysely<Tables>,
  caller: Caller,
  only?: string,
): Promise<Organization[]> {
  const user = caller.user?.id ?? null
  const { rows } = await sql<Row>`
    select o.organization_id, o.name, o.simulated, o.created_ms, c.given,
      json_array_length(c.charter -> 'units') as units,
      json_array_length(c.charter -> 'sources') as sources,
      m.role, r.day as measured, r.headline
    from organizations o
    join charters c on c.organization_id = o.organization_id and c.version = o.charter_version
    left join members m on m.organization_id = o.organization_id and m.user_id = ${user}
    left join lateral (
      select day, report -> 'headline' as headline from reports
      where organization_id = o.organization_id and basis = 'recorded'
      order by day desc limit 1) r on true
    where o.origin <> 'removing' and case when ${only ?? null}::text is null
      then m.user_id is not null and o.organization_id = coalesce(${caller.only ?? null}::text, o.organization_id)
      else o.organization_id = ${only ?? null} end
    order by o.name, o.organization_id`.execute(db)
  return rows.map(row => asAnswer(row, caller))
}

const sentenceOf = ({ lead, alarm, rest }: Report['headline']): string =>
  [lead, alarm, rest].filter(Boolean).join(' ')

function asAnswer(row: Row, caller: Caller): Organization {
  return {
    id: row.organization_id,
    name: row.name,
    simulated: row.simulated,
    role: row.role ?? (caller.scopes.has('manage') ? 'steward' : 'reader'),
    charter: row.given ? 'given' : 'inferred',
    created: new Date(row.created_ms).toISOString(),
    measured: row.measured,
    headline: row.headline ? sentenceOf(row.headline) : '',
    ...(row.headline?.said ? { said: row.headline.said } : {}),
    units: row.units,
    sources: row.sources,
  }
}
