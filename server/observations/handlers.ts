// Observations over HTTP: a page of the list, the list as CSV, one observation.
import { accepted, type Result } from '@equalizer/core'
import type { Handlers } from '../desk.ts'
import { observationsCsv } from './csv.ts'
import { type Cursor, readCursor, stampOf, writeCursor } from './cursor.ts'
import { type Filter, filterOf } from './filter.ts'
import { oneObservation } from './one.ts'
import { keysOf } from './order.ts'
import { pageOf } from './page.ts'
import { rowsAt } from './rows.ts'

const csvRows = 1_000_000

/** A cursor is good for the same filter, order and readings. */
function stamp(filter: Filter, asked: object): string {
  const { cursor: _, limit: __, ...rest } = asked as { cursor?: string; limit?: number }
  return stampOf([rest, filter.readings.map(reading => reading.importId)])
}

function cursorOf(text: string | undefined, of: string, { sort }: Filter): Result<Cursor | null> {
  return text === undefined ? accepted(null) : readCursor(text, of, keysOf[sort].length)
}

type Names =
  | 'GET /api/organizations/{organization}/observations'
  | 'GET /api/organizations/{organization}/observations.csv'
  | 'GET /api/organizations/{organization}/observations/{source}/{row}'

export const observationsHandlers: Handlers<Names> = {
  'GET /api/organizations/{organization}/observations': async ({ desk, input }) => {
    const { db } = desk.store
    const filter = await filterOf(db, input)
    if (!filter.ok) return filter
    const { organization, readings } = filter.value
    const of = stamp(filter.value, input)
    const cursor = cursorOf(input.cursor, of, filter.value)
    if (!cursor.ok) return cursor
    const { places, more, total, exact } = await pageOf(db, filter.value, cursor.value, input.limit)
    const last = places.at(-1)
    const next = more && last ? writeCursor(of, { place: last, total, exact }) : null
    return accepted({ rows: await rowsAt(db, organization, readings, places), next, total, exact })
  },

  'GET /api/organizations/{organization}/observations.csv': async ({ desk, input, headers, signal }) => {
    const filter = await filterOf(desk.store.db, input)
    if (!filter.ok) return filter
    headers.set('content-disposition', 'attachment; filename="observations.csv"')
    return accepted(observationsCsv(desk.store.db, filter.value, csvRows, signal))
  },

  'GET /api/organizations/{organization}/observations/{source}/{row}': ({ desk, input }) =>
    oneObservation(desk.store.db, input),
}
