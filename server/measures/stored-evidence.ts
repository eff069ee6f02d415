// The stored evidence of one reading, batch by batch in the order of reading, with only what measuring looks at.
import type { Charter } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { EvidenceRow } from './thread-messages.ts'

/** Small enough that the server answers others between two of them. */
const rowsPerBatch = 1_000
/** Rows with the files of a commit are larger. */
const rowsWithFiles = 500

/** Whether any surface asks for the files that this source's observations touch. */
export function needsFiles(charter: Charter, source: string): boolean {
  return charter.units.some(unit =>
    unit.surfaces.some(surface =>
      surface.evidence.some(
        line => line.source === source && (line.path !== undefined || line.weigh === 'lines'),
      ),
    ),
  )
}

export async function* storedRows(
  db: Kysely<Tables>,
  organization: string,
  importId: string,
  withFiles: boolean,
): AsyncGenerator<readonly EvidenceRow[]> {
  const most = withFiles ? rowsWithFiles : rowsPerBatch
  let last = 0
  for (;;) {
    const rows = await db
      .selectFrom('observations')
      .select(['row', 'observation_id', 'kind', 'actor', 'actor_name', 'at_ms', 'weight', 'asset'])
      .select(['decimals', 'about', 'choice', 'required'])
      .$if(withFiles, query => query.select('files'))
      .where('organization_id', '=', organization)
      .where('import_id', '=', importId)
      .where('row', '>', last)
      .orderBy('row')
      .limit(most)
      .execute()
    const end = rows.at(-1)
    if (!end) return
    yield rows.map(
      (row): EvidenceRow => [
        row.observation_id,
        row.kind,
        row.actor,
        row.actor_name,
        row.at_ms,
        row.weight,
        row.asset,
        row.decimals,
        row.about,
        row.choice,
        row.required,
        row.files ?? null,
      ],
    )
    if (rows.length < most) return
    last = end.row
  }
}

export async function* storedClaims(db: Kysely<Tables>, organization: string, importId: string) {
  let last = 0
  for (;;) {
    const rows = await db
      .selectFrom('claims')
      .select(['row', 'a', 'b', 'rule', 'detail'])
      .where('organization_id', '=', organization)
      .where('import_id', '=', importId)
      .where('row', '>', last)
      .orderBy('row')
      .limit(rowsPerBatch)
      .execute()
    const end = rows.at(-1)
    if (!end) return
    yield rows.map(({ a, b, rule, detail }) => [a, b, rule, detail] as const)
    last = end.row
  }
}
