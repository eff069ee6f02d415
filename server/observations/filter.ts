// Which observations are asked for: the request resolved to readings, kinds, actors and what must be looked at row by row.

import { accepted, type Result, refused } from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import type { Call } from '../desk.ts'
import { measuredCharter } from '../own-log/log-read.ts'
import { searched } from '../store/search-text.ts'
import type { Tables } from '../store/tables.ts'
import { textKey } from '../store/text-key.ts'
import type { Direction, Sort } from './order.ts'
import { currentReadings, type Reading } from './readings.ts'
import { type Counted, countedBy } from './surface-lines.ts'

export type Asked = Call<'GET /api/organizations/{organization}/observations.csv'>['input']

export interface Filter {
  readonly organization: string
  readonly readings: readonly Reading[]
  /** Of each reading; null: every kind. In the order of `readings`. */
  readonly kinds: readonly (ReadonlySet<string> | null)[]
  /** null: everybody. */
  readonly actors: readonly string[] | null
  /** UTC milliseconds, the first and the one after the last. Without a first, what has no date is let through. */
  readonly fromMs: number | null
  readonly toMs: number | null
  /** Part of a name, handle, subject or reference, as the store's search text has it. */
  readonly text: string | null
  /** Looked at row by row where kind and source alone do not decide. */
  readonly counted: Counted | null
  readonly sort: Sort
  readonly order: Direction
}

const dayMs = 86_400_000
/** Handles of one party that are looked for; a party of more is cut, which no person's is. */
const actorsOfParty = 10_000

/** Codes: `unit.unknown`, `source.unknown`. */
export async function filterOf(db: Kysely<Tables>, asked: Asked): Promise<Result<Filter>> {
  const { organization, source, unit, surface, kind } = asked
  const all = await currentReadings(db, organization)
  if (source !== undefined && !(await isSource(db, organization, source))) {
    return refused('source.unknown', `There is no source ${source}.`, { source })
  }
  let counted: Counted | null = null
  if (unit !== undefined) {
    const { charter } = await measuredCharter(db, organization)
    counted = countedBy(charter, surface === undefined ? { unit } : { unit, surface })
    if (!counted)
      return refused('unit.unknown', unknownUnit(unit, surface), { unit, surface: surface ?? null })
  }
  const kindsOf = (reading: Reading): ReadonlySet<string> | null => {
    const ofSurface = counted?.kinds.get(reading.source) ?? (counted ? new Set<string>() : null)
    if (kind === undefined) return ofSurface
    return new Set(ofSurface === null || ofSurface.has(kind) ? [kind] : [])
  }
  const text = searched(asked.q?.trim() ?? '')
  const readings = all.filter(
    reading =>
      text !== null && (source === undefined || reading.source === source) && kindsOf(reading)?.size !== 0,
  )
  return accepted({
    organization,
    readings,
    kinds: readings.map(kindsOf),
    actors: await actorsOf(db, asked),
    ...rangeOf(asked),
    text: text || null,
    counted: counted?.byKindAlone === false ? counted : null,
    sort: asked.sort,
    order: asked.order,
  })
}

/** Before every date there is, and after what stands for no date. */
const firstDateMs = -8_640_000_000_000_000

/** What has no date is in no range of days, and stood on every day that is looked back at. */
function rangeOf({ from, to, asOf }: Asked): Pick<Filter, 'fromMs' | 'toMs'> {
  const ends = [to, asOf].flatMap(day => (day === undefined ? [] : [Date.parse(day) + dayMs]))
  const first = to === undefined ? null : firstDateMs
  return {
    fromMs: from === undefined ? first : Date.parse(from),
    toMs: ends.length === 0 ? null : Math.min(...ends),
  }
}

const unknownUnit = (unit: string, surface: string | undefined) =>
  surface === undefined ? `There is no unit ${unit}.` : `The unit ${unit} has no surface ${surface}.`

async function isSource(db: Kysely<Tables>, organization: string, source: string): Promise<boolean> {
  const found = await db
    .selectFrom('sources')
    .select('source_id')
    .where('organization_id', '=', organization)
    .where('source_id', '=', source)
    .executeTakeFirst()
  return found !== undefined
}

async function actorsOf(db: Kysely<Tables>, asked: Asked): Promise<readonly string[] | null> {
  if (asked.party === undefined) return asked.actor === undefined ? null : [asked.actor]
  const rows = await db
    .selectFrom('actors')
    .select('actor')
    .where('organization_id', '=', asked.organization)
    .where('party_key', '=', textKey(asked.party))
    .where('party_id', '=', asked.party)
    .$if(asked.actor !== undefined, query => query.where('actor', '=', asked.actor ?? ''))
    .orderBy(sql`actor_key`)
    .limit(actorsOfParty)
    .execute()
  return rows.map(row => row.actor)
}
