// Looks at what a log publishes and says how it stands to what was seen before, from the log's own tiles.
import {
  type Checkpoint,
  consistencyProofFromTiles,
  type Ed25519Verify,
  openCheckpoint,
  type ReadTile,
  rootFromTiles,
  sameBytes,
  tilePath,
  type Vkey,
  verifyConsistency,
} from '@equalizer/tlog'
import type { LogSource } from './log-source.ts'

export interface Seen {
  readonly size: number
  readonly root: Uint8Array
}

export interface Published {
  readonly checkpoint: Checkpoint
  /** As it was served, with every signature. */
  readonly note: string
}

export type Growth =
  /** Same size, same root. */
  | { readonly kind: 'same' }
  | { readonly kind: 'grown'; readonly proof: readonly Uint8Array[] }
  /** Smaller than what was seen, as caches, mirrors and logs that wait for a quorum serve; nothing shows another history. */
  | { readonly kind: 'behind' }
  /** Signed, and no continuation of what was seen. */
  | { readonly kind: 'forked' }
  /** The tiles do not make the signed root, or are not there: nothing is proven either way. */
  | { readonly kind: 'unproven'; readonly why: string }

const checkpointBytesAtMost = 256 * 1_024

/** What the log serves as its checkpoint, held to its keys; a sentence where there is none to use. */
export async function readPublished(
  source: LogSource,
  keys: readonly Vkey[],
  verify?: Ed25519Verify,
): Promise<Published | string> {
  const bytes = await source.read('checkpoint', checkpointBytesAtMost)
  if (bytes === null) return 'there is no checkpoint'
  const note = new TextDecoder().decode(bytes)
  const opened = openCheckpoint(note, keys, verify)
  if (!opened.ok) return `the checkpoint is refused: ${opened.refusal.reason}`
  const { checkpoint } = opened.value
  if (keys.every(key => key.name !== checkpoint.origin)) return `it is the checkpoint of ${checkpoint.origin}`
  return { checkpoint, note }
}

/** Faults of reading are thrown. `seen` null: nothing was seen yet, and everything grows out of nothing. */
export async function growthOf(source: LogSource, now: Checkpoint, seen: Seen | null): Promise<Growth> {
  if (seen === null || seen.size === 0) return { kind: 'grown', proof: [] }
  if (now.size === seen.size) return { kind: sameBytes(now.root, seen.root) ? 'same' : 'forked' }
  const isBehind = now.size < seen.size
  const [small, large] = isBehind ? [now, seen] : [seen, now]
  if (small.size === 0) return { kind: 'behind' }
  const tiles = tileReader(source)
  const proof = await gathered(() => consistencyProofFromTiles(small.size, large.size, tiles))
  // Who serves less than was seen need not have the tiles of more.
  if (typeof proof === 'string') return isBehind ? { kind: 'behind' } : { kind: 'unproven', why: proof }
  const holds = verifyConsistency({
    from: small.size,
    to: large.size,
    fromRoot: small.root,
    toRoot: large.root,
    proof,
  })
  if (holds) return isBehind ? { kind: 'behind' } : { kind: 'grown', proof }
  if (await makes(tiles, large)) return { kind: 'forked' }
  return { kind: 'unproven', why: `the tiles do not make the signed root of ${large.size} entries` }
}

/**
 * Tells two histories from broken tiles: tiles that make the larger tree's signed root show that the smaller one is not below it.
 */
async function makes(tiles: ReadTile, { size, root }: Seen): Promise<boolean> {
  const own = await gathered(() => rootFromTiles(size, tiles))
  return typeof own !== 'string' && sameBytes(own, root)
}

/** A tile that the log should have and does not serve, or not whole. */
export class MissingTile extends Error {}

/** The full tile where a partial one is gone, as c2sp.org/tlog-tiles lets logs delete it. */
export function tileReader(source: LogSource): ReadTile {
  return async (level, index, width) => {
    const path = tilePath(level, index, width)
    const bytes =
      (await source.read(path, 8_192)) ??
      (width < 256 ? await source.read(tilePath(level, index), 8_192) : null)
    if (bytes === null || bytes.length < width * 32) throw new MissingTile(`${path} is not there`)
    return bytes.subarray(0, width * 32)
  }
}

/** A missing or malformed tile as a sentence; what cannot be read at all is thrown. */
async function gathered<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof MissingTile) return error.message
    throw error
  }
}
