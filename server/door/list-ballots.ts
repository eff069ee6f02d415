// The ballots of a decision, page by page, in the order of the people's ids.
import type { Answer } from '@equalizer/client'
import { accepted, type Result, refused } from '@equalizer/core'
import { sql } from 'kysely'
import type { Call, Desk } from '../desk.ts'
import { peopleNamed } from '../persons/persons.ts'
import { moment } from './decision-line.ts'

type List = 'GET /api/organizations/{organization}/decisions/{decision}/ballots'

export async function listBallots(
  { store }: Desk,
  { organization, decision, phase, cursor, limit }: Call<List>['input'],
  you: string | null,
): Promise<Result<Answer<List>>> {
  const { db } = store
  const known = await db
    .selectFrom('decisions')
    .select('decision_id')
    .where('organization_id', '=', organization)
    .where('decision_id', '=', decision)
    .executeTakeFirst()
  if (!known) return refused('decision.unknown', 'There is no such decision.', { decision })
  const rows = await db
    .selectFrom('ballots')
    .select(['person', 'choice', sql<string>`weight::text`.as('weight'), 'at_ms', 'seq'])
    .where('organization_id', '=', organization)
    .where('decision_id', '=', decision)
    .where('phase', '=', phase)
    .$if(cursor !== undefined, query => query.where('person', '>', cursor ?? ''))
    .orderBy('person')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const person = await peopleNamed(
    db,
    organization,
    page.map(row => row.person),
    you,
  )
  return accepted({
    ballots: page.map(row => ({
      person: person(row.person),
      choice: row.choice as never,
      weight: row.weight,
      at: moment(row.at_ms),
      entry: row.seq,
    })),
    next: rows.length > limit ? (page.at(-1)?.person ?? null) : null,
  })
}
