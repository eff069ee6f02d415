// Texts and files that entries name by CID: kept beside the log, each once.
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** As text; null: there is none. */
export async function fetchDocument(
  db: Kysely<Tables>,
  organization: string,
  cid: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('documents')
    .select('base64')
    .where('organization_id', '=', organization)
    .where('cid', '=', cid)
    .executeTakeFirst()
  return row ? Buffer.from(row.base64, 'base64').toString() : null
}

export interface KeptDocument {
  readonly cid: string
  readonly bytes: Buffer
  readonly name?: string
  readonly type?: string
}

export async function keepDocuments(
  db: Kysely<Tables>,
  organization: string,
  documents: readonly KeptDocument[],
  nowMs: number,
): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map(({ cid, bytes, name, type }) => ({
    organization_id: organization,
    cid,
    name: name ?? null,
    type: type ?? null,
    bytes: bytes.length,
    base64: bytes.toString('base64'),
    at_ms: nowMs,
  }))
  await db
    .insertInto('documents')
    .values(rows)
    .onConflict(at => at.columns(['organization_id', 'cid']).doNothing())
    .execute()
}
