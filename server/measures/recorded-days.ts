// The days that were recorded, with where each unit stood on them.
import type { Answer } from '@equalizer/client'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

type Recorded = Answer<'GET /api/organizations/{organization}/days'>['recorded'][number]

const daysListed = 400
/** Of an organization with very many units fewer days are listed. */
const positionsListed = 40_000

/** The newest, oldest of them first. */
export async function recordedDays(db: Kysely<Tables>, organization: string): Promise<Recorded[]> {
  const days = await db
    .selectFrom('reports')
    .select('day')
    .where('organization_id', '=', organization)
    .where('basis', '=', 'recorded')
    .orderBy('day', 'desc')
    .limit(daysListed)
    .execute()
  const recorded: Recorded[] = []
  let left = positionsListed
  for (const { day } of days) {
    if (left <= 0) break
    const units = await db
      .selectFrom('unit_reports')
      .select(['unit_id as id', 'declared', 'score', 'high'])
      .where('organization_id', '=', organization)
      .where('day', '=', day)
      .orderBy('number')
      .execute()
    recorded.push({ day, units })
    left -= units.length
  }
  return recorded.reverse()
}
