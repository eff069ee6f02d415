// A page of the list as the interface gives it.
import type { Answer } from '@equalizer/client'
import { accepted, type Result } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Call } from '../desk.ts'
import type { Tables } from '../store/tables.ts'
import { type Cursor, readCursor, stampOf, writeCursor } from './cursor.ts'
import { type Filter, filterOf } from './filter.ts'
import { keysOf } from './order.ts'
import { pageOf } from './page.ts'
import { rowsAt } from './rows.ts'

type Name = 'GET /api/organizations/{organization}/observations'
export type ListAsked = Call<Name>['input']

/** A cursor is good for the same filter, order and readings. */
function stamp(filter: Filter, asked: ListAsked): string {
  const { cursor: _, limit: __, ...rest } = asked
  return stampOf([rest, filter.readings.map(reading => reading.importId)])
}

function cursorOf(text: string | undefined, of: string, { sort }: Filter): Result<Cursor | null> {
  return text === undefined ? accepted(null) : readCursor(text, of, keysOf[sort].length)
}

/** Codes: `unit.unknown`, `source.unknown`, `cursor.invalid`. */
export async function listObservations(db: Kysely<Tables>, asked: ListAsked): Promise<Result<Answer<Name>>> {
  const filter = await filterOf(db, asked)
  if (!filter.ok) return filter
  const { organization, readings } = filter.value
  const of = stamp(filter.value, asked)
  const cursor = cursorOf(asked.cursor, of, filter.value)
  if (!cursor.ok) return cursor
  const { places, more, total, exact } = await pageOf(db, filter.value, cursor.value, asked.limit)
  const last = places.at(-1)
  const next = more && last ? writeCursor(of, { place: last, total, exact }) : null
  return accepted({ rows: await rowsAt(db, organization, readings, places), next, total, exact })
}
