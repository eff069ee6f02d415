// Keeps the past small: every recorded day for a year and more, and of each month before that its last.
import { limits } from '@equalizer/core'
import { dateOfDay, dayOfDate } from '@equalizer/measure'
import { sql } from 'kysely'
import { removeDay } from '../measures/report-rows.ts'
import type { Store } from '../store/store.ts'

/** Days that one sweep removes at the most; the others go the night after. */
const daysAtOnce = 1_000

/**
 * Removes recorded days more than `limits.daysKept` before `today` (UTC, YYYY-MM-DD) that are not the last recorded one of
 * their month. A day that went is measured anew when somebody asks for it.
 */
export async function thinDays({ db }: Store, today: string): Promise<void> {
  const keptFrom = dateOfDay(dayOfDate(today) - limits.daysKept)
  const { rows } = await sql<{ organization_id: string; day: string }>`
    select r.organization_id, r.day from reports r
    where r.basis = 'recorded' and r.day < ${keptFrom} and exists (
      select 1 from reports n where n.organization_id = r.organization_id and n.basis = 'recorded'
        and n.day > r.day and substr(n.day, 1, 7) = substr(r.day, 1, 7))
    order by r.organization_id, r.day limit ${daysAtOnce}`.execute(db)
  for (const { organization_id, day } of rows) {
    await db.transaction().execute(trx => removeDay(trx, organization_id, day))
  }
}
