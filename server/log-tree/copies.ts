// Documents that entries name, copied beside the log that is ahead of every backup of the database: with them, what an older
// backup lacks can be brought back whole. What is erased in the database goes here too.
import type { Files } from '@equalizer/tlog/node'
import type { KeptDocument } from '../door/documents.ts'
import { place } from './log-folder.ts'
import type { LogParts } from './parts.ts'

/** CIDv1 of raw bytes or of a file's root, base32. */
const cids = /\bbaf(?:krei|ybei)[a-z2-7]{52}\b/g

export const cidsIn = (entry: string): string[] => entry.match(cids) ?? []

/** Those of them that are kept beside the log. */
export async function copyDocuments(
  { store }: LogParts,
  organization: string,
  files: Files,
  named: ReadonlySet<string>,
): Promise<void> {
  if (named.size === 0) return
  const rows = await store.db
    .selectFrom('documents')
    .select(['cid', 'name', 'type', 'base64'])
    .where('organization_id', '=', organization)
    .where('cid', 'in', [...named])
    .execute()
  for (const { cid, ...kept } of rows)
    await files.write(place.document(cid), Buffer.from(JSON.stringify(kept)), { once: true })
}

/** Takes away copies of what the database does not keep any more. */
export async function sweepCopies({ store }: LogParts, organization: string, files: Files): Promise<void> {
  const copied = await files.list('documents')
  if (copied.length === 0) return
  const rows = await store.db
    .selectFrom('documents')
    .select('cid')
    .where('organization_id', '=', organization)
    .where('cid', 'in', copied)
    .execute()
  const kept = new Set(rows.map(row => row.cid))
  for (const cid of copied) if (!kept.has(cid)) await files.remove(place.document(cid))
}

interface Copy {
  readonly name: string | null
  readonly type: string | null
  readonly base64: string
}

/** null: there is no copy. */
export async function readCopy(files: Files, cid: string): Promise<KeptDocument | null> {
  const bytes = await files.read(place.document(cid))
  if (bytes === null) return null
  const { name, type, base64 } = JSON.parse(Buffer.from(bytes).toString()) as Copy
  const about = { ...(name === null ? {} : { name }), ...(type === null ? {} : { type }) }
  return { cid, bytes: Buffer.from(base64, 'base64'), ...about }
}
