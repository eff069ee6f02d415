// Tells of each bundle of a log whether it belongs under a signed root, by tiles that are themselves held to that root.
import { type Checkpoint, rootFromTiles, sameBytes, tilePath, widthIn } from '@equalizer/tlog'
import { type LogSource, tileReader } from '@equalizer/witness'
import { firstEntries, type HashedBundle, hashedBundle, rootOfTile } from './hashes.ts'

export interface VerifiedTree {
  /** Bundle `index` as wide as the tree has it. Throws `Untrue` where the log serves something else. */
  bundle(index: number): Promise<HashedBundle>
}

/** What the log serves is not what it signed; nothing of it is stored. */
export class Untrue extends Error {}

/** Tiles above the lowest kept at hand; each serves 256 below it in turn. */
const tilesAtHand = 64

/**
 * Fetches the right edge and holds it to the root. Tiles of level 0 are never fetched: they are made of the entries. Every hash of
 * the partial tiles goes into the root; a full one is held to its hash in the tile above.
 */
export async function verifiedTree(source: LogSource, { size, root }: Checkpoint): Promise<VerifiedTree> {
  const read = tileReader(source)
  const edge = new Map<string, Uint8Array>()
  let last: HashedBundle | null = null
  const edgeTile = async (level: number, index: number, width: number): Promise<Uint8Array> => {
    if (level === 0) last = await bundleFrom(source, index, width)
    const tile = level === 0 && last ? last.tile : await read(level, index, width)
    edge.set(`${level}/${index}`, tile)
    return tile
  }
  if (size > 0 && !sameBytes(await rootFromTiles(size, edgeTile), root)) {
    throw new Untrue(`the tiles of ${source.name} do not make the signed root of ${size} entries`)
  }
  const atHand = new Map<string, Promise<Uint8Array>>()
  const trusted = async (level: number, index: number): Promise<Uint8Array> => {
    const key = `${level}/${index}`
    const partial = edge.get(key)
    if (widthIn(level, index, size) < 256 && partial) return partial
    const known = atHand.get(key) ?? held(level, index)
    atHand.set(key, known)
    for (const oldest of atHand.keys()) {
      if (atHand.size <= tilesAtHand) break
      atHand.delete(oldest)
    }
    return known.catch(error => {
      atHand.delete(key)
      throw error
    })
  }
  const expected = async (level: number, index: number): Promise<Uint8Array> => {
    const above = await trusted(level + 1, Math.floor(index / 256))
    return above.subarray((index % 256) * 32, (index % 256) * 32 + 32)
  }
  const held = async (level: number, index: number): Promise<Uint8Array> => {
    const [tile, hash] = await Promise.all([read(level, index, 256), expected(level, index)])
    if (!sameBytes(rootOfTile(tile), hash))
      throw new Untrue(`${source.name}: ${tilePath(level, index)} is another`)
    return tile
  }
  return {
    async bundle(index) {
      const width = widthIn(0, index, size)
      if (width < 256 && last) return last
      const [bundle, hash] = await Promise.all([bundleFrom(source, index, width), expected(0, index)])
      if (sameBytes(bundle.root, hash)) return bundle
      throw new Untrue(
        `${source.name}: the entries of ${tilePath('entries', index)} are others than were signed`,
      )
    },
  }
}

/** The full bundle where a partial one is gone. */
async function bundleFrom(source: LogSource, index: number, width: number): Promise<HashedBundle> {
  const path = tilePath('entries', index, width)
  const exact = await source.read(path)
  const bytes = exact ?? (width < 256 ? cut(await source.read(tilePath('entries', index)), width) : null)
  if (bytes === null) throw new Untrue(`${source.name}: ${path} is not there`)
  const bundle = hashedBundle(bytes, width)
  if (bundle === null) throw new Untrue(`${source.name}: ${path} does not hold ${width} entries`)
  return bundle
}

function cut(bytes: Uint8Array | null, width: number): Uint8Array | null {
  return bytes && firstEntries(bytes, width)
}
