// What happens by itself: sources read again when they are due, every organization measured each day, old things swept.
import { sql } from 'kysely'
import type { Desk } from '../desk.ts'
import { removeWhatIsLeft } from '../organizations/remove.ts'
import { sweepImports, sweepJobs, sweepSent, sweepSources, sweepUploads } from './sweep.ts'
import { sweepFiles } from './sweep-files.ts'
import { thinDays } from './thin-days.ts'

export interface Schedule {
  tick(nowMs: number): Promise<void>
}

/** Sources that one tick orders; more are due again a minute later. */
const ordersPerTick = 1_000

export function createSchedule(desk: Desk): Schedule {
  const startedMs = desk.clock.nowMs()
  let lastDay: string | null = null
  return {
    async tick(nowMs) {
      await readWhatIsDue(desk, nowMs)
      const day = new Date(nowMs).toISOString().slice(0, 10)
      if (day === lastDay) return
      await measureWhatIsNot(desk, day)
      lastDay = day
      await removeWhatIsLeft(desk)
      await sweepSources(desk, nowMs)
      await sweepUploads(desk, nowMs)
      await sweepFiles(desk, startedMs)
      await sweepImports(desk.store, nowMs)
      await sweepJobs(desk, nowMs)
      await sweepSent(desk.store, nowMs)
      await thinDays(desk.store, day)
    },
  }
}

async function readWhatIsDue({ store, jobs, log }: Desk, nowMs: number): Promise<void> {
  const due = await store.db
    .selectFrom('sources')
    .select(['organization_id', 'source_id', 'every_ms', 'origin'])
    .where(({ eb, or }) =>
      // Farther away than it ever is: the clock went back since.
      or([eb('next_read_ms', '<=', nowMs), eb('next_read_ms', '>', sql<number>`every_ms + ${nowMs}`)]),
    )
    .where('removed_ms', 'is', null)
    .where('every_ms', 'is not', null)
    .orderBy('next_read_ms')
    .limit(ordersPerTick)
    .execute()
  for (const { organization_id: organization, source_id: source, every_ms, origin } of due) {
    const ordered = await jobs.order(organization, { kind: 'import', source })
    // The log may have grown since its reading began.
    if (!ordered.ok && origin === 'log') continue
    // What is being read already needs no second reading, and a full queue is tried again at the next tick.
    if (!ordered.ok && ordered.refusal.code !== 'source.being_read') {
      log.warn({ organization, source, code: ordered.refusal.code }, 'a source is due and cannot be ordered')
      continue
    }
    await store.db
      .updateTable('sources')
      .set({ next_read_ms: nowMs + (every_ms ?? 0) })
      .where('organization_id', '=', organization)
      .where('source_id', '=', source)
      .execute()
  }
}

/** Organizations that have no report of this day, or whose charter changed since, as after a crash. */
async function measureWhatIsNot({ store, jobs }: Desk, day: string): Promise<void> {
  const { rows } = await sql<{ organization_id: string }>`
    select o.organization_id from organizations o
    where o.origin <> 'removing' and not exists (
      select 1 from reports r where r.organization_id = o.organization_id and r.day = ${day}
        and r.basis = 'recorded' and r.charter_version = o.charter_version)
    order by o.organization_id`.execute(store.db)
  for (const { organization_id } of rows) await jobs.order(organization_id, { kind: 'measure' })
}
