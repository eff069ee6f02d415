// Hashes of a tree out of its tiles: what a proof needs is fetched first, then worked out.
import { hashBytes, nodeHash } from '../merkle/hash.ts'
import {
  consistencyProof,
  type HashAt,
  inclusionProof,
  rangeRoot,
  subtreeConsistencyProof,
} from '../merkle/prove.ts'
import { widthIn } from './cover.ts'
import { tileWidth } from './path.ts'

/** The bytes of a tile, `width` hashes of 32 bytes. */
export type ReadTile = (level: number, index: number, width: number) => Promise<Uint8Array>

export interface HashReader {
  /** Fetches the tiles behind everything that `use` asks of `at`; what `use` makes of it the first time is thrown away. */
  prepare(use: (at: HashAt) => unknown): Promise<void>
  /** Faults for a hash whose tile was not prepared. */
  readonly at: HashAt
}

/** Of a tree of `size`. A tile of another length than it has at that size is a fault (RangeError): the bytes are not checked otherwise. */
export function createHashReader(size: number, readTile: ReadTile): HashReader {
  const tiles = new Map<string, Uint8Array>()
  const at: HashAt = (height, index) => {
    const place = placeOf(height, index)
    const tile = tiles.get(`${place.level}/${place.tile}`)
    if (tile === undefined) throw new RangeError(`tile ${place.level}/${place.tile} was not fetched`)
    return perfectRoot(tile, place.first, place.count)
  }
  return {
    at,
    async prepare(use) {
      const wanted = new Map<string, { level: number; index: number }>()
      const nothing = new Uint8Array(hashBytes)
      use((height, index) => {
        const { level, tile } = placeOf(height, index)
        if (!tiles.has(`${level}/${tile}`)) wanted.set(`${level}/${tile}`, { level, index: tile })
        return nothing
      })
      await Promise.all(
        Array.from(wanted, async ([key, { level, index }]) => {
          tiles.set(key, await fetched(level, index, widthIn(level, index, size), readTile))
        }),
      )
    },
  }
}

async function fetched(level: number, index: number, width: number, readTile: ReadTile): Promise<Uint8Array> {
  if (width === 0) throw new RangeError(`the tree has no tile ${level}/${index}`)
  const bytes = await readTile(level, index, width)
  if (bytes.length !== width * hashBytes) {
    throw new RangeError(`tile ${level}/${index} of width ${width} has ${bytes.length} bytes`)
  }
  return bytes
}

/** A tile spans eight levels of the tree; the hashes between them are worked out of its lowest. */
function placeOf(height: number, index: number) {
  const level = Math.floor(height / 8)
  const count = 2 ** (height % 8)
  const tile = Math.floor((index * count) / tileWidth)
  return { level, tile, first: index * count - tile * tileWidth, count }
}

function perfectRoot(tile: Uint8Array, first: number, count: number): Uint8Array {
  if (count === 1) return tile.slice(first * hashBytes, (first + 1) * hashBytes)
  const half = count / 2
  return nodeHash(perfectRoot(tile, first, half), perfectRoot(tile, first + half, half))
}

/** RFC 6962's inclusion proof of a leaf in the tree of `size`, out of its tiles. */
export function inclusionProofFromTiles(
  index: number,
  size: number,
  readTile: ReadTile,
): Promise<Uint8Array[]> {
  return fromTiles(size, readTile, at => inclusionProof(index, size, at))
}

/** RFC 6962's consistency proof, out of the tiles of the larger tree. */
export function consistencyProofFromTiles(
  from: number,
  to: number,
  readTile: ReadTile,
): Promise<Uint8Array[]> {
  return fromTiles(to, readTile, at => consistencyProof(from, to, at))
}

/** That leaves [start, end) are in the tree of `size`, out of its tiles. */
export function subtreeProofFromTiles(
  start: number,
  end: number,
  size: number,
  readTile: ReadTile,
): Promise<Uint8Array[]> {
  return fromTiles(size, readTile, at => subtreeConsistencyProof(start, end, size, at))
}

/** The root of the tree of `size`, as its right edge has it. */
export function rootFromTiles(size: number, readTile: ReadTile): Promise<Uint8Array> {
  return fromTiles(size, readTile, at => rangeRoot(0, size, at))
}

async function fromTiles<T>(size: number, readTile: ReadTile, use: (at: HashAt) => T): Promise<T> {
  const reader = createHashReader(size, readTile)
  await reader.prepare(use)
  return use(reader.at)
}
