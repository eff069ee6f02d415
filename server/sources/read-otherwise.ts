// Reads again what a change of the charter reads in another way: another mapping, time zone, revision.
import type { Charter, Source } from '@equalizer/core'
import type { Desk } from '../desk.ts'

/** Until a new reading is whole, the old one counts. A reading of the old way that is under way is stopped. */
export async function readOtherwise(
  desk: Desk,
  organization: string,
  before: Charter,
  after: Charter,
): Promise<void> {
  const known = new Map(before.sources.map(source => [source.id, wayOf(source)]))
  for (const source of after.sources) {
    const way = known.get(source.id)
    if (way === undefined || way === wayOf(source)) continue
    await stopReading(desk, organization, source.id)
    const ordered = await desk.jobs.order(organization, { kind: 'import', source: source.id })
    if (!ordered.ok)
      desk.log.warn(
        { organization, source: source.id, code: ordered.refusal.code },
        'a source is not read anew',
      )
  }
}

/** Since when its facts stand is said of them once they are read. */
function wayOf({ since, ...source }: Source): string {
  return JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function stopReading({ store, jobs }: Desk, organization: string, source: string): Promise<void> {
  const open = await store.db
    .selectFrom('jobs')
    .select('job_id')
    .where('organization_id', '=', organization)
    .where('source_id', '=', source)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
  for (const { job_id } of open) await jobs.cancel(organization, job_id)
}
