// The tree of a log from its tiles: every hash of every level, held against each other and against the root that is signed.
import {
  emptyFrontier,
  extended,
  rootOf,
  sameBytes,
  type TreeHashes,
  tilePath,
  tileWidth,
} from '@equalizer/tlog'
import { hashBytes, readBundle, readTile } from './read-tiles.ts'
import { found, type Progress } from './report.ts'
import { inOrder, type Reader } from './source.ts'

export interface Tree {
  readonly size: number
  readonly root: Uint8Array
  /** A hash of each tile of leaf hashes, so that the leaves of the entries are held against them in one piece. */
  readonly digests: readonly Uint8Array[]
  /** Of a smaller tree that was asked for; null: none was. */
  readonly earlier: Uint8Array | null
}

export interface ReadTree {
  readonly size: number
  /** As it is signed. */
  readonly root: Uint8Array
  /** A size that is remembered: its root is worked out on the way. */
  readonly earlierSize: number | null
  readonly hashes: TreeHashes
  readonly progress: (progress: Progress) => void
}

/**
 * Reads every tile. Codes: `tile.wrong` (path), `tree.wrong_root` where all tiles are of one mind and not that of the checkpoint.
 */
export async function readTree(
  reader: Reader,
  { size, root, earlierSize, hashes: by, progress }: ReadTree,
): Promise<Tree> {
  const digests: Uint8Array[] = []
  const roots: Uint8Array[] = []
  let rest: readonly Uint8Array[] = []
  let earlier: Uint8Array | null = earlierSize === null ? null : rootAt(roots, [], by)
  let done = 0
  for await (const [index, bytes] of inOrder(tileIndices(size), one => readTile(reader, tileAt(size, one)))) {
    const hashes = hashesIn(bytes)
    digests.push(by.leaf(bytes))
    const from = index * tileWidth
    if (earlierSize !== null && earlierSize > from && earlierSize <= from + hashes.length) {
      earlier = rootAt(roots, hashes.slice(0, earlierSize - from), by)
    }
    if (hashes.length === tileWidth) roots.push(rootOfTile(hashes, by))
    else rest = hashes
    done += hashes.length
    progress({ phase: 'tree', done, total: size })
  }
  const computed = rootAt(roots, rest, by)
  if (!sameBytes(computed, root)) await nameWrong(reader, { size, root, digests }, by)
  await checkLevels(reader, roots, by)
  return { size, root, digests, earlier }
}

/** Tiles above the leaves hold what is worked out from below. */
async function checkLevels(
  reader: Reader,
  leafTileRoots: readonly Uint8Array[],
  by: TreeHashes,
): Promise<void> {
  let below = leafTileRoots
  for (let level = 1; below.length > 0; level += 1) {
    const here = below
    const above: Uint8Array[] = []
    const load = (one: number) => readTile(reader, { ...tileAt(here.length, one), level })
    for await (const [index, bytes] of inOrder(tileIndices(here.length), load)) {
      const expected = here.slice(index * tileWidth, (index + 1) * tileWidth)
      const path = tilePath(level, index, expected.length)
      if (!sameBytes(bytes, joined(expected))) wrongTile(path)
      if (expected.length === tileWidth) above.push(rootOfTile(expected, by))
    }
    below = above
  }
}

/** The leaves do not come to the signed root. Where the entries themselves do, the first tile that disagrees with them is wrong. */
async function nameWrong(
  reader: Reader,
  { size, root, digests }: Pick<Tree, 'size' | 'root' | 'digests'>,
  by: TreeHashes,
): Promise<never> {
  const roots: Uint8Array[] = []
  let rest: readonly Uint8Array[] = []
  let first: number | null = null
  const load = (one: number) => readBundle(reader, one, tileAt(size, one).width)
  for await (const [index, { entries }] of inOrder(tileIndices(size), load)) {
    const leaves = entries.map(by.leaf)
    if (!sameBytes(by.leaf(joined(leaves)), digests[index] as Uint8Array)) first ??= index
    if (leaves.length === tileWidth) roots.push(rootOfTile(leaves, by))
    else rest = leaves
  }
  const entriesHold = sameBytes(rootAt(roots, rest, by), root)
  if (first !== null && entriesHold) wrongTile(tilePath(0, first, tileAt(size, first).width))
  const facts = { size, ...(first === null ? {} : { firstTile: first }) }
  return found('tree.wrong_root', 'The entries do not come to the root that is signed', facts, {
    path: 'checkpoint',
  })
}

function wrongTile(path: string): never {
  found('tile.wrong', 'A tile does not hold the hashes of what it is made of', {}, { path })
}

/** Of a whole tile. */
function rootOfTile(hashes: readonly Uint8Array[], { node }: TreeHashes): Uint8Array {
  return rootOf(extended(emptyFrontier, hashes, node), node)
}

/** The root over whole tiles and the leaves that follow them: of perfect subtrees only the roots matter. */
function rootAt(
  tileRoots: readonly Uint8Array[],
  rest: readonly Uint8Array[],
  { node }: TreeHashes,
): Uint8Array {
  const size = tileRoots.length * tileWidth + rest.length
  const frontiers = [tileRoots, rest].map(leaves => extended(emptyFrontier, leaves, node))
  return rootOf({ size, hashes: frontiers.flatMap(({ hashes }) => hashes) }, node)
}

export function* tileIndices(size: number): Generator<number> {
  for (let index = 0; index * tileWidth < size; index += 1) yield index
}

export function tileAt(size: number, index: number): { level: 0; index: number; width: number } {
  return { level: 0, index, width: Math.min(tileWidth, size - index * tileWidth) }
}

export function hashesIn(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / hashBytes }, (_, i) =>
    bytes.subarray(i * hashBytes, (i + 1) * hashBytes),
  )
}

export function joined(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * hashBytes)
  for (const [i, hash] of hashes.entries()) bytes.set(hash, i * hashBytes)
  return bytes
}
