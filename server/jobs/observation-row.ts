// An observation as the values of its row, in the order of the columns that it is stored by.
import type { Observation } from '@equalizer/measure'
import type { ObservationsTable } from '../store/tables.ts'

export type Cell = string | number | bigint | boolean | null

export const observationColumns = [
  'organization_id',
  'import_id',
  'row',
  'observation_id',
  'kind',
  'actor',
  'actor_name',
  'at_ms',
  'weight',
  'asset',
  'decimals',
  'about',
  'choice',
  'required',
  'reference',
  'files',
  'attributes',
] as const satisfies readonly (keyof ObservationsTable)[]

/** Which reading of which organization a row belongs to. */
export interface Belonging {
  readonly organization: string
  readonly importId: string
}

export function observationRow(
  { organization, importId }: Belonging,
  row: number,
  observation: Observation,
): Cell[] {
  const { files, attributes } = observation
  return [
    organization,
    importId,
    row,
    storable(observation.id),
    storable(observation.kind),
    storableOrNull(observation.actor),
    storableOrNull(observation.actorName),
    observation.atMs,
    String(observation.weight),
    storable(observation.asset),
    observation.decimals,
    storableOrNull(observation.about),
    storableOrNull(observation.choice),
    observation.required ?? null,
    storable(observation.reference),
    files === undefined
      ? null
      : JSON.stringify(files.map(({ path, added, deleted }) => [storable(path), added, deleted])),
    attributes === undefined
      ? null
      : JSON.stringify(
          Object.fromEntries(
            Object.entries(attributes).map(([name, text]) => [storable(name), storable(text)]),
          ),
        ),
  ]
}

/** Postgres keeps neither NUL (U+0000) nor halves of surrogate pairs in text. */
export function storable(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text
  return whole.isWellFormed() ? whole : whole.toWellFormed()
}

function storableOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : storable(text)
}
