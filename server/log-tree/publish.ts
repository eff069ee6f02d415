// One round of publishing a log: what the database holds and was not published yet becomes tiles, and the tree is signed
// only where it is the one that the acts' own transactions came to.

import { accepted, type Result } from '@equalizer/core'
import {
  type Checkpoint,
  checkpointText,
  encodeFrontier,
  parseNote,
  rootOf,
  type Signer,
  signNote,
} from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import { type Head, readHead } from '../door/head.ts'
import { cidsIn, copyDocuments, sweepCopies } from './copies.ts'
import { GrowingTree } from './growing-tree.ts'
import { place } from './log-folder.ts'
import type { LogParts, Signed } from './parts.ts'
import { behind, damaged, forked } from './refusals.ts'
import { nothingSigned, readSigned } from './signed.ts'

const pageOfEntries = 512

export interface Publishing {
  readonly organization: string
  readonly files: Files
  readonly origin: string
  /** Whose signatures stand under a checkpoint; the newest key's first. */
  readonly signers: readonly Signer[]
}

/**
 * Answers what is signed now, durable; null where the log has no entry. Codes: `log.behind`, `log.forked`, `log.damaged`.
 * Throws where the store or the disk fails; what is on the disk is then read anew by the next round.
 */
export async function publishRound(parts: LogParts, publishing: Publishing): Promise<Result<Signed | null>> {
  const { organization, files } = publishing
  const before = (await readSigned(files)) ?? nothingSigned
  const head = await readHead(parts.store.db, organization)
  const stored = head?.size ?? 0
  if (stored < before.size) return behind(organization, stored, before.size)
  if (head === null) return accepted(null)
  const tree = await GrowingTree.at(files, before.size, (level, index, width, bytes) =>
    files.write(place.tile(level, index, width), bytes),
  )
  if (Buffer.compare(rootOf(tree.frontier()), before.root) !== 0)
    return damaged(organization, 'the tiles do not come to the root that was signed')
  const named = await grow(parts, organization, tree, head)
  if (tree.size !== head.size || encodeFrontier(tree.frontier()) !== head.frontier)
    return forked(organization, head.size, before.size)
  if (head.size === before.size && signedByAll(before, publishing)) return accepted(before)
  // Every entry is held against the transaction's own tree: nothing beyond the size signed before is served until now.
  await tree.finish()
  await copyDocuments(parts, organization, files, named)
  await sweepCopies(parts, organization, files)
  return accepted(await sign(publishing, { size: tree.size, root: rootOf(tree.frontier()) }))
}

/** What the database's entries come to at a size, on top of what was published; null: it holds fewer. */
export async function rootInDatabase(
  parts: LogParts,
  organization: string,
  { files, signed, size }: { readonly files: Files; readonly signed: Signed; readonly size: number },
): Promise<Uint8Array | null> {
  const head = await readHead(parts.store.db, organization)
  if (head === null || head.size < size) return null
  const tree = await GrowingTree.at(files, signed.size, async () => {})
  await grow(parts, organization, tree, { ...head, size })
  return rootOf(tree.frontier())
}

/** A key that was changed signs the same tree once more. */
function signedByAll({ note }: Signed, { signers }: Publishing): boolean {
  const parsed = parseNote(note)
  const ids = new Set(parsed.ok ? parsed.value.signatures.map(({ id }) => id) : [])
  return signers.every(({ vkey }) => ids.has(vkey.id))
}

/** From where the published tree ends to the head, page by page. Answers the CIDs that the entries name. */
async function grow(
  { store }: LogParts,
  organization: string,
  tree: GrowingTree,
  head: Head,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  while (tree.size < head.size) {
    const rows = await store.db
      .selectFrom('entries')
      .select('entry')
      .where('organization_id', '=', organization)
      .where('seq', '>=', tree.size)
      .where('seq', '<', Math.min(head.size, tree.size + pageOfEntries))
      .orderBy('seq')
      .execute()
    if (rows.length === 0) return named
    for (const { entry } of rows) {
      for (const cid of cidsIn(entry)) named.add(cid)
      await tree.add(Buffer.from(entry))
    }
  }
  return named
}

async function sign(
  { files, origin, signers }: Publishing,
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
): Promise<Signed> {
  const note = signNote(checkpointText({ origin, size, root, extensions: [] }), signers)
  // Durable before anybody sees it: whatever happens next, nothing smaller and nothing else is ever signed.
  await files.write(place.signed, Buffer.from(note))
  return { size, root, note }
}
