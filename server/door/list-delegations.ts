// The delegations that somebody gave and received, as they stand.
import type { Answer } from '@equalizer/client'
import type { Desk } from '../desk.ts'
import { peopleNamed } from '../persons/persons.ts'
import { moment } from './decision-line.ts'

type Shown = Answer<'GET /api/organizations/{organization}/delegations'>

/** Received at most; whoever is trusted by more sees the newest. */
const receivedAtMost = 500

export async function listDelegations({ store }: Desk, organization: string, you: string): Promise<Shown> {
  const inForce = store.db
    .selectFrom('delegations')
    .select(['from_person', 'to_person', 'scope', 'since_ms'])
    .where('organization_id', '=', organization)
    .where('until_ms', 'is', null)
    .orderBy('since_ms', 'desc')
  const given = await inForce.where('from_person', '=', you).execute()
  const received = await inForce.where('to_person', '=', you).limit(receivedAtMost).execute()
  const ids = [...given, ...received].flatMap(row => [row.from_person, row.to_person])
  const person = await peopleNamed(store.db, organization, ids, you)
  const view = (row: (typeof given)[number]): Shown['given'][number] => ({
    from: person(row.from_person),
    to: person(row.to_person),
    scope: scopeOf(row.scope),
    since: moment(row.since_ms),
  })
  return { given: given.map(view), received: received.map(view) }
}

/** `scopeKey` of core, read back: [], [unit] or [unit, class]. */
function scopeOf(key: string): Shown['given'][number]['scope'] {
  const [unit = null, className = null] = JSON.parse(key) as (string | null)[]
  const kind = unit === null ? 'everything' : className === null ? 'unit' : 'class'
  return { kind, unit, class: className }
}
