// The list of decisions, newest first, with what the caller can do with each.
import type { Answer } from '@equalizer/client'
import { accepted, type DecisionState, type Result, refused } from '@equalizer/core'
import type { Call, Desk } from '../desk.ts'
import { lineOf } from './decision-line.ts'
import { fetchStreams } from './fetch.ts'
import { mayDo, votePhase } from './may-you.ts'
import { namingOf } from './naming.ts'

type List = 'GET /api/organizations/{organization}/decisions'

export async function listDecisions(
  desk: Desk,
  { organization, state, unit, cursor, limit }: Call<List>['input'],
  you: string | null,
): Promise<Result<Answer<List>>> {
  const before = cursor === undefined ? null : Number(cursor)
  if (before !== null && !(Number.isSafeInteger(before) && before > 0))
    return refused('cursor.invalid', 'The cursor is none that this list gave.')
  const { db } = desk.store
  const all = db
    .selectFrom('decisions')
    .where('organization_id', '=', organization)
    .$if(unit !== undefined, query => query.where('unit', '=', unit ?? ''))
  const counted = await all
    .select(['open', at => at.fn.countAll<number>().as('count')])
    .groupBy('open')
    .execute()
  const rows = await all
    .select(['decision_id', 'number'])
    .$if(state !== 'all', query => query.where('open', '=', state === 'open'))
    .$if(before !== null, query => query.where('number', '<', before ?? 0))
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const states = await statesOf(
    desk,
    organization,
    page.map(row => row.decision_id),
  )
  const naming = await namingOf(db, organization, states, you)
  const { kernel } = desk.door
  const may = await desk.door.read(organization, (books, now) =>
    states.map(one => ({
      parts: mayDo(kernel, one, you, books, now),
      hasBallot: you !== null && one.vote !== null && books.ballot(one.id, votePhase(one), you) !== null,
    })),
  )
  const count = (open: boolean) => Number(counted.find(row => row.open === open)?.count ?? 0)
  return accepted({
    decisions: states.map((one, index) =>
      lineOf(one, naming, may[index]?.parts ?? [], may[index]?.hasBallot ?? false),
    ),
    next: rows.length > page.length ? String(page.at(-1)?.number) : null,
    open: count(true),
    past: count(false),
  })
}

/** In the order asked for. */
export async function statesOf(
  { store }: Desk,
  organization: string,
  decisions: readonly string[],
): Promise<DecisionState[]> {
  if (decisions.length === 0) return []
  const found = await fetchStreams(
    store.db,
    organization,
    decisions.map(id => `decision/${id}`),
  )
  return decisions.flatMap(id => {
    const state = found.get(`decision/${id}`) as DecisionState | undefined
    return state ? [state] : []
  })
}
