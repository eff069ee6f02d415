// One entry of a published log: that it is in the tree that is signed, with a proof that stands alone.
import { accepted, type Refusal, type Result } from '@equalizer/core'
import {
  consistencyProofFromTiles,
  formatProof,
  inclusionProofFromTiles,
  leafHash,
  tileWidth,
  verifyConsistency,
  verifyInclusion,
} from '@equalizer/tlog'
import type { Seen } from './checkpoint.ts'
import { canonicalProblem, type EntryText, placeProblem, readEntry } from './entry-text.ts'
import { checkGrown } from './growth.ts'
import { fromHex } from './hex.ts'
import { readBundle, readTile } from './read-tiles.ts'
import { tileAt } from './read-tree.ts'
import { Found, found, type Older, type Trust } from './report.ts'
import { Reader, type Source } from './source.ts'
import { type Trusted, type TrustOptions, trusted, wait } from './trusted.ts'

export interface VerifiedEntry extends EntryText {
  readonly trust: Trust
  readonly size: number
  readonly origin: string
  readonly older: Older | null
  /** A `.tlog-proof` (c2sp.org/tlog-proof) with the entry in it. */
  readonly proof: string
}

/** Reads a few tiles, whatever the log's size. Refused as `verifyLog` finds, and `entry.unknown` where there is no such entry yet. */
export async function verifyEntry(
  source: Source,
  seq: number,
  options: TrustOptions & { readonly signal?: AbortSignal },
): Promise<Result<VerifiedEntry>> {
  const { pause = wait, signal } = options
  const reader = new Reader(source, { pause, ...(signal ? { signal } : {}) })
  try {
    const { seen, remembered, older } = await trusted(reader, options, 0)
    await checkGrowth(reader, { seen, remembered }, options)
    return accepted({ ...(await provenEntry(reader, seen, seq, options.nowMs)), older })
  } catch (fault) {
    if (!(fault instanceof Found)) throw fault
    const { code, reason, facts, path } = fault.problem
    return { ok: false, refusal: { code, reason, facts: path === null ? facts : { ...facts, path } } }
  }
}

async function checkGrowth(
  reader: Reader,
  { seen, remembered }: Pick<Trusted, 'seen' | 'remembered'>,
  options: TrustOptions,
): Promise<void> {
  const { size: to, root: toRoot } = seen.checkpoint
  if (!remembered || remembered.size >= to) return
  const from = remembered.size
  const fromRoot = fromHex(remembered.root)
  const proof = await consistencyProofFromTiles(from, to, tilesOf(reader))
  if (verifyConsistency({ from, to, fromRoot, toRoot, proof })) return
  // Whatever the tiles come to, it is not what is remembered.
  await checkGrown(seen, toRoot, remembered, { memory: options.memory ?? null, nowMs: options.nowMs })
}

async function provenEntry(
  reader: Reader,
  seen: Seen,
  seq: number,
  untilMs: number,
): Promise<Omit<VerifiedEntry, 'older'>> {
  const { origin, size, root } = seen.checkpoint
  if (seq >= size) found('entry.unknown', 'The log has no such entry yet', { seq, size })
  const index = Math.floor(seq / tileWidth)
  const { entries, path } = await readBundle(reader, index, tileAt(size, index).width)
  const bytes = entries[seq % tileWidth] as Uint8Array
  const proof = await inclusionProofFromTiles(seq, size, tilesOf(reader))
  if (!verifyInclusion({ index: seq, size, leaf: leafHash(bytes), proof, root })) {
    found('entry.not_in_tree', 'This entry is not the one that was signed', { seq }, { path })
  }
  const read = readEntry(bytes)
  const entry = read.ok ? read.value : stop(read.refusal)
  const problem = canonicalProblem(entry) ?? placeProblem(entry.entry, { place: seq, afterMs: 0, untilMs })
  if (problem) stop(problem)
  const text = formatProof({ extra: bytes, index: seq, hashes: proof, checkpoint: seen.note })
  return { ...entry, trust: seen.trust, origin, size, proof: text }
}

const tilesOf = (reader: Reader) => (level: number, index: number, width: number) =>
  readTile(reader, { level, index, width })

function stop({ code, reason, facts }: Refusal): never {
  return found(code, reason, facts)
}
