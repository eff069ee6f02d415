// Tiles and bundles as readers ask for them: as wide as a checkpoint's tree has them, or any less, cut out of what lies there.
import { decodeBundle, encodeBundle, type ReadTile, tileWidth, widthIn } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import { Damaged } from './growing-tree.ts'
import { place } from './log-folder.ts'

const hashBytes = 32

export interface Asked {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** null: a tree of `size` has no such tile, or its file was just replaced by a wider one. */
export async function readTile(
  files: Files,
  size: number,
  { level, index, width }: Asked,
): Promise<Uint8Array | null> {
  const stored = widthIn(level === 'entries' ? 0 : level, index, size)
  if (width > stored) return null
  const bytes = await files.read(place.tile(level, index, stored))
  if (bytes === null || width === stored) return bytes
  if (level !== 'entries') return bytes.subarray(0, width * hashBytes)
  const entries = decodeBundle(bytes, stored)
  if (!entries.ok) throw new Damaged(`the bundle ${place.tile(level, index, stored)} is not what it was`)
  return encodeBundle(entries.value.slice(0, width))
}

/** For proofs: throws where a tile that the tree has is not there. `size`: how far this log's tiles go now. */
export function tileReader(files: Files, size: () => number): ReadTile {
  return async (level, index, width) => {
    for (let tried = 0; tried < 3; tried += 1) {
      const bytes = await readTile(files, size(), { level, index, width })
      if (bytes) return bytes
    }
    throw new Damaged(`the tile ${place.tile(level, index, width)} is missing`)
  }
}

/** Entries `from` until `to` as they lie in the bundles, of a tree of `size`. */
export async function* readEntries(
  files: Files,
  size: () => number,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; ) {
    const index = Math.floor(at / tileWidth)
    const width = Math.min(tileWidth, to - index * tileWidth)
    const bytes = await readWhole(files, size, index, width)
    const entries = decodeBundle(bytes, width)
    if (!entries.ok) throw new Damaged(`the bundle ${index} is not what it was`)
    yield* entries.value.slice(at - index * tileWidth)
    at = index * tileWidth + width
  }
}

async function readWhole(files: Files, size: () => number, index: number, width: number) {
  for (let tried = 0; tried < 3; tried += 1) {
    const bytes = await readTile(files, size(), { level: 'entries', index, width })
    if (bytes) return bytes
  }
  throw new Damaged(`the bundle ${place.tile('entries', index, width)} is missing`)
}
