// Observations over HTTP: a page of the list, the list as CSV and as JSON, one observation.
import { accepted } from '@equalizer/core'
import type { Handlers } from '../desk.ts'
import { observationsCsv } from './csv.ts'
import { filterOf } from './filter.ts'
import { observationsJson } from './json.ts'
import { listObservations } from './list.ts'
import { oneObservation } from './one.ts'

const fileRows = 1_000_000

type Names =
  | 'GET /api/organizations/{organization}/observations'
  | 'GET /api/organizations/{organization}/observations.csv'
  | 'GET /api/organizations/{organization}/observations.json'
  | 'GET /api/organizations/{organization}/observations/{source}/{row}'

export const observationsHandlers: Handlers<Names> = {
  'GET /api/organizations/{organization}/observations': ({ desk, input }) =>
    listObservations(desk.store.db, input),

  'GET /api/organizations/{organization}/observations.csv': async ({ desk, input, headers, signal }) => {
    const filter = await filterOf(desk.store.db, input)
    if (!filter.ok) return filter
    headers.set('content-disposition', 'attachment; filename="observations.csv"')
    return accepted(observationsCsv(desk.store.db, filter.value, fileRows, signal))
  },

  'GET /api/organizations/{organization}/observations.json': async ({ desk, input, headers, signal }) => {
    const filter = await filterOf(desk.store.db, input)
    if (!filter.ok) return filter
    headers.set('content-disposition', 'attachment; filename="observations.json"')
    return accepted(observationsJson(desk.store.db, filter.value, fileRows, signal))
  },

  'GET /api/organizations/{organization}/observations/{source}/{row}': ({ desk, input }) =>
    oneObservation(desk.store.db, input),
}
