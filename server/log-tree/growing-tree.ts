// A published tree that grows: its right edge as the tiles have it, and the tiles and bundles that new entries fill.
import { decodeBundle, encodeBundle, type Frontier, nodeHash, tilesFor, tileWidth } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import { leafOfBytes } from './leaf.ts'
import { place } from './log-folder.ts'

const hashBytes = 32

/** What was published is not there or not what it was: nothing may be signed on top of it. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
}

export type WriteTile = (
  level: number | 'entries',
  index: number,
  width: number,
  bytes: Uint8Array,
) => Promise<void>

export class GrowingTree {
  /** Hashes of the tile at each level's end that is not full. */
  readonly #levels: Uint8Array[][]
  #bundle: Uint8Array[]
  #size: number
  readonly #from: number
  readonly #write: WriteTile

  private constructor(size: number, levels: Uint8Array[][], bundle: Uint8Array[], write: WriteTile) {
    this.#size = size
    this.#from = size
    this.#levels = levels
    this.#bundle = bundle
    this.#write = write
  }

  /** As published at `size`. Throws `Damaged` where a tile of the edge is missing or has another length. */
  static async at(files: Files, size: number, write: WriteTile): Promise<GrowingTree> {
    const levels: Uint8Array[][] = []
    for (const { level, index, width } of tilesFor(size)) {
      levels[level] = width === tileWidth ? [] : hashesOf(await read(files, level, index, width), width)
    }
    const entries = size % tileWidth
    const bundle = entries === 0 ? [] : await bundleOf(files, Math.floor(size / tileWidth), entries)
    return new GrowingTree(size, levels, bundle, write)
  }

  get size(): number {
    return this.#size
  }

  /** Writes each tile and bundle that it fills. The bytes are kept as they are. */
  async add(entry: Uint8Array): Promise<void> {
    this.#bundle.push(entry)
    if (this.#bundle.length === tileWidth) {
      await this.#write('entries', Math.floor(this.#size / tileWidth), tileWidth, encodeBundle(this.#bundle))
      this.#bundle = []
    }
    const index = this.#size
    this.#size += 1
    await this.#put(0, Math.floor(index / tileWidth), leafOfBytes(entry))
  }

  async #put(level: number, tile: number, hash: Uint8Array): Promise<void> {
    this.#levels[level] ??= []
    const hashes = this.#levels[level]
    hashes.push(hash)
    if (hashes.length < tileWidth) return
    await this.#write(level, tile, tileWidth, joined(hashes))
    this.#levels[level] = []
    await this.#put(level + 1, Math.floor(tile / tileWidth), perfectRoot(hashes))
  }

  /** Writes what is not full at the end and was not written before. */
  async finish(): Promise<void> {
    if (this.#size === this.#from) return
    const entries = this.#bundle.length
    if (entries > 0)
      await this.#write('entries', Math.floor(this.#size / tileWidth), entries, encodeBundle(this.#bundle))
    for (const { level, index, width } of tilesFor(this.#size)) {
      if (width < tileWidth) await this.#write(level, index, width, joined(this.#levels[level] ?? []))
    }
  }

  /** The perfect subtrees of the right edge, worked out of the tiles alone. */
  frontier(): Frontier {
    const hashes = this.#levels.flatMap((_, at) =>
      perfectSubtrees(this.#levels[this.#levels.length - 1 - at] ?? []),
    )
    return { size: this.#size, hashes }
  }
}

async function read(files: Files, level: number, index: number, width: number): Promise<Uint8Array> {
  const bytes = await files.read(place.tile(level, index, width))
  if (bytes?.length === width * hashBytes) return bytes
  throw new Damaged(`the tile ${place.tile(level, index, width)} is ${bytes ? 'not what it was' : 'missing'}`)
}

async function bundleOf(files: Files, index: number, width: number): Promise<Uint8Array[]> {
  const path = place.tile('entries', index, width)
  const bytes = await files.read(path)
  const entries = bytes ? decodeBundle(bytes, width) : null
  if (entries?.ok) return entries.value
  throw new Damaged(`the bundle ${path} is ${bytes ? 'not what it was' : 'missing'}`)
}

const hashesOf = (tile: Uint8Array, width: number): Uint8Array[] =>
  Array.from({ length: width }, (_, at) => tile.slice(at * hashBytes, (at + 1) * hashBytes))

const joined = (hashes: readonly Uint8Array[]): Uint8Array => Buffer.concat(hashes)

/** Of a power of two of hashes. */
function perfectRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, at) =>
      nodeHash(row[2 * at] as Uint8Array, row[2 * at + 1] as Uint8Array),
    )
  }
  return row[0] as Uint8Array
}

/** One for each bit of how many there are, largest first. */
function perfectSubtrees(hashes: readonly Uint8Array[]): Uint8Array[] {
  const roots: Uint8Array[] = []
  let at = 0
  for (let width = tileWidth; width >= 1; width /= 2) {
    if ((hashes.length & width) === 0) continue
    roots.push(perfectRoot(hashes.slice(at, at + width)))
    at += width
  }
  return roots
}
