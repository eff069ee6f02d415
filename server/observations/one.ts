// One observation with everything that its source says, and the surfaces that count it.

import type { Answer } from '@equalizer/client'
import { accepted, type Result, refused } from '@equalizer/core'
import { routesOf } from '@equalizer/evidence'
import type { Observation } from '@equalizer/measure'
import type { Kysely, Selectable } from 'kysely'
import { measuredCharter } from '../own-log/log-read.ts'
import type { ObservationsTable, Tables } from '../store/tables.ts'
import { decimalText } from './decimal-text.ts'
import { knownActors, observationRow } from './rows.ts'

type One = Answer<'GET /api/organizations/{organization}/observations/{source}/{row}'>
type Stored = Selectable<ObservationsTable>

const filesShown = 500

export interface Which {
  readonly organization: string
  readonly source: string
  readonly row: number
}

/** Codes: `observation.unknown`. */
export async function oneObservation(db: Kysely<Tables>, which: Which): Promise<Result<One>> {
  const { organization, source, row } = which
  const stored = await db
    .selectFrom('sources as s')
    .innerJoin('observations as o', join =>
      join.onRef('o.organization_id', '=', 's.organization_id').onRef('o.import_id', '=', 's.current_import'),
    )
    .selectAll('o')
    .where('s.organization_id', '=', organization)
    .where('s.source_id', '=', source)
    .where('s.removed_ms', 'is', null)
    .where('o.row', '=', row)
    .executeTakeFirst()
  if (!stored) {
    const reason = `The source ${source} has no observation ${row} that counts.`
    return refused('observation.unknown', reason, { source, row })
  }
  const known = await knownActors(db, organization, stored.actor === null ? [] : [stored.actor])
  const files = stored.files ?? []
  return accepted({
    ...observationRow(source, row, stored, known),
    id: stored.observation_id,
    required: stored.required,
    files: files.slice(0, filesShown).map(([path, added, deleted]) => ({ path, added, deleted })),
    filesMore: Math.max(0, files.length - filesShown),
    attributes: stored.attributes ?? {},
    countedBy: await surfacesCounting(db, organization, asObservation(source, stored)),
  })
}

function asObservation(source: string, stored: Stored): Observation {
  const { files } = stored
  return {
    id: stored.observation_id,
    source,
    kind: stored.kind,
    actor: stored.actor,
    atMs: stored.at_ms,
    weight: BigInt(stored.weight),
    asset: stored.asset,
    decimals: stored.decimals,
    reference: stored.reference,
    ...(stored.about === null ? {} : { about: stored.about }),
    ...(files ? { files: files.map(([path, added, deleted]) => ({ path, added, deleted })) } : {}),
  } as Observation
}

async function surfacesCounting(
  db: Kysely<Tables>,
  organization: string,
  observation: Observation,
): Promise<One['countedBy']> {
  const { charter } = await measuredCharter(db, organization)
  const surfaces = charter.units.flatMap(unit => unit.surfaces.map(surface => ({ unit, surface })))
  const routes = routesOf(charter).get(observation.kind) ?? []
  return routes.flatMap(route => {
    const weighed = route.source === observation.source ? route.weigh(observation) : null
    const place = surfaces[route.surface]
    if (!weighed || !place) return []
    const { unit, surface } = place
    const weight = decimalText(String(weighed.weight), weighed.decimals)
    return [{ unit: unit.id, unitName: unit.name, surface: surface.id, surfaceName: surface.name, weight }]
  })
}
