// The versions of a charter as changes: who, when, what, and whether it can be taken back.
import type { Change } from '@equalizer/client'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { takesBack } from './takes-back.ts'

const columns = ['version', 'kind', 'facts', 'at_ms', 'by', 'undoes'] as const

/** null: there is no such version. */
export async function changeOf(
  db: Kysely<Tables>,
  organization: string,
  version: number,
): Promise<Change | null> {
  const [row] = await db
    .selectFrom('charters')
    .select(columns)
    .where('organization_id', '=', organization)
    .where('version', '=', version)
    .execute()
  if (!row) return null
  const [change] = await asChanges(db, organization, [row])
  return change ?? null
}

/** At most `limit`, newest first, those before version `before` where it is given. */
export async function listChanges(
  db: Kysely<Tables>,
  organization: string,
  limit: number,
  before: number | null,
): Promise<Change[]> {
  let query = db.selectFrom('charters').select(columns).where('organization_id', '=', organization)
  if (before !== null) query = query.where('version', '<', before)
  const rows = await query.orderBy('version', 'desc').limit(limit).execute()
  return asChanges(db, organization, rows)
}

/** In the order given, which is newest first. */
async function asChanges(
  db: Kysely<Tables>,
  organization: string,
  rows: readonly ChangeRow[],
): Promise<Change[]> {
  const oldest = rows.at(-1)
  if (!oldest) return []
  const undone = await undoneSince(db, organization, oldest.version)
  const standing = rows.filter(({ kind, version }) => kind !== 'created' && !undone.has(version))
  const undoable = await takesBack(
    db,
    organization,
    standing.map(({ version }) => version),
  )
  return rows.map(row => asChange(row, undone, undoable))
}

/**
 * By which version a change of `first` or later is taken back, as things stand: a change whose undoing was itself taken
 * back is in force again.
 */
async function undoneSince(
  db: Kysely<Tables>,
  organization: string,
  first: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('charters')
    .select(['version', 'undoes'])
    .where('organization_id', '=', organization)
    .where('version', '>', first)
    .where('undoes', 'is not', null)
    .orderBy('version', 'desc')
    .execute()
  const undone = new Map<number, number>()
  for (const { version, undoes } of rows) {
    if (undoes !== null && !undone.has(version)) undone.set(undoes, version)
  }
  return undone
}

interface ChangeRow {
  readonly version: number
  readonly kind: string
  readonly facts: Change['facts']
  readonly at_ms: number
  readonly by: string
  readonly undoes: number | null
}

function asChange(
  row: ChangeRow,
  undone: ReadonlyMap<number, number>,
  undoable: ReadonlySet<number>,
): Change {
  return {
    version: row.version,
    kind: row.kind as Change['kind'],
    at: new Date(row.at_ms).toISOString(),
    by: row.by,
    facts: row.facts,
    undoes: row.undoes,
    undoneBy: undone.get(row.version) ?? null,
    undoable: undoable.has(row.version),
  }
}
