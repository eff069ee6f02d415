// Search over HTTP: units, surfaces, sources and parties by a part of their name.
import type { Found } from '@equalizer/client'
import { accepted, type Charter } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Handlers } from '../desk.ts'
import { measuredCharter } from '../own-log/log-read.ts'
import type { Tables } from '../store/tables.ts'
import { type Findable, find } from './find.ts'
import { partiesLike } from './parties.ts'

const most = 30

function inCharter(charter: Charter): Findable<Found>[] {
  const units = charter.units.map(({ id, name }) => {
    const value: Found = { what: 'unit', id, name, detail: '', unit: id }
    return { names: [name, id], value }
  })
  const surfaces = charter.units.flatMap(unit =>
    unit.surfaces.map(({ id, name }) => {
      const value: Found = { what: 'surface', id, name, detail: unit.name, unit: unit.id }
      return { names: [name, id], value }
    }),
  )
  return [...units, ...surfaces]
}

async function sources(
  db: Kysely<Tables>,
  organization: string,
  charter: Charter,
): Promise<Findable<Found>[]> {
  const kinds = new Map(charter.sources.map(({ id, kind }) => [id, kind]))
  const rows = await db
    .selectFrom('sources')
    .select(['source_id', 'name'])
    .where('organization_id', '=', organization)
    .where('removed_ms', 'is', null)
    .orderBy('source_id')
    .execute()
  return rows.map(({ source_id: id, name }) => {
    const value: Found = { what: 'source', id, name, detail: kinds.get(id) ?? '', unit: null }
    return { names: [name, id], value }
  })
}

export const searchHandlers: Handlers<'GET /api/organizations/{organization}/search'> = {
  'GET /api/organizations/{organization}/search': async ({ desk, input: { organization, q } }) => {
    const { db } = desk.store
    const { charter } = await measuredCharter(db, organization)
    const parties = await partiesLike(db, organization, q)
    const all = [...inCharter(charter), ...(await sources(db, organization, charter)), ...parties]
    return accepted({ found: find(all, q, most) })
  },
}
