// The charter as it is measured: with the organization's own log as a source, once there is a reading of it.
import { type Charter, type GovernedUnit, ownLogSource, withOwnLog } from '@equalizer/core'
import { dayOfDate } from '@equalizer/measure'
import type { Kysely } from 'kysely'
import { type CurrentCharter, currentCharter } from '../charter/current.ts'
import type { Tables } from '../store/tables.ts'

/** What the account of a reading of the log says besides. */
export interface LogAccount {
  readonly governed?: readonly GovernedUnit[]
}

/** `readings`: by id of the source. `day`: UTC, YYYY-MM-DD; the rules in force at its end say which surfaces there are. */
export function withLogRead(
  charter: Charter,
  readings: ReadonlyMap<string, { readonly account: LogAccount }>,
  day: string,
): Charter {
  const source = ownLogSource(charter)
  const governed = readings.get(source.id)?.account.governed
  return governed ? withOwnLog(charter, governed, endOf(day)) : charter
}

const endOf = (day: string) => (dayOfDate(day) + 1) * 86_400_000 - 1

/** The charter in force as it is measured now, for whoever shows sources and what they feed. */
export async function measuredCharter(db: Kysely<Tables>, organization: string): Promise<CurrentCharter> {
  const current = await currentCharter(db, organization)
  const source = ownLogSource(current.charter)
  const row = await db
    .selectFrom('sources as s')
    .leftJoin('imports as i', join =>
      join.onRef('i.organization_id', '=', 's.organization_id').onRef('i.import_id', '=', 's.current_import'),
    )
    .select('i.account')
    .where('s.organization_id', '=', organization)
    .where('s.source_id', '=', source.id)
    .where('s.origin', '=', 'log')
    .executeTakeFirst()
  if (!row) return current
  const { governed = [] } = (row.account ?? {}) as LogAccount
  return { ...current, charter: withOwnLog(current.charter, governed, Number.MAX_SAFE_INTEGER) }
}
