// The tiles and bundles of one log as they lie in a mirror's folder, full and partial.
import { tilePath } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import { firstEntries, type HashedBundle, hashBytes, rootOfTile } from './hashes.ts'

export interface StoredTiles {
  /** The first `width` hashes of a tile, out of whichever file of it holds so many; null: there is none. */
  tile(level: number, index: number, width: number): Promise<Uint8Array | null>
  /** The first `width` entries of a bundle. */
  bundle(index: number, width: number): Promise<Uint8Array | null>
  /** How many entries of a bundle are stored with their hashes; 0: none. */
  stored(index: number): Promise<number>
  /** Checked bytes: first the entries and then their hashes, so that where there are hashes there are entries. */
  saveBundle(index: number, bundle: HashedBundle): Promise<void>
  saveTile(level: number, index: number, tile: Uint8Array): Promise<void>
  /** The root of a full tile; remembered, since the level above is made of them. */
  rootOfFull(level: number, index: number): Promise<Uint8Array>
  /** Takes away the partial files of what is full by now. */
  dropPartial(level: number | 'entries', index: number): Promise<void>
}

/** Roots of full bundles remembered: 16 million entries. */
const rootsAtMost = 65_536

/** `folder`: the log's own, such as its origin hash. */
export function storedTiles(files: Files, folder: string): StoredTiles {
  const pathOf = (level: number | 'entries', index: number, width = 256) =>
    `${folder}/${tilePath(level, index, width)}`
  const roots = new Map<number, Uint8Array>()
  const widths = async (level: number | 'entries', index: number): Promise<number[]> => {
    const names = await files.list(`${pathOf(level, index)}.p`)
    return names.map(Number).filter(width => Number.isInteger(width) && width > 0 && width < 256)
  }
  const bytesWith = async (
    level: number | 'entries',
    index: number,
    width: number,
  ): Promise<Uint8Array | null> => {
    const exact = await files.read(pathOf(level, index, width))
    if (exact || width === 256) return exact
    const larger = (await widths(level, index)).find(other => other > width)
    return (larger && (await files.read(pathOf(level, index, larger)))) || files.read(pathOf(level, index))
  }
  const tile: StoredTiles['tile'] = async (level, index, width) => {
    const bytes = await bytesWith(level, index, width)
    return bytes && bytes.length >= width * hashBytes ? bytes.subarray(0, width * hashBytes) : null
  }
  const remember = (index: number, root: Uint8Array) => {
    roots.set(index, root)
    for (const oldest of roots.keys()) {
      if (roots.size <= rootsAtMost) break
      roots.delete(oldest)
    }
  }
  return {
    tile,
    async bundle(index, width) {
      const bytes = await bytesWith('entries', index, width)
      return bytes && firstEntries(bytes, width)
    },
    async stored(index) {
      if (await files.read(pathOf(0, index))) return 256
      return Math.max(0, ...(await widths(0, index)))
    },
    async saveBundle(index, { bytes, tile: hashes, root }) {
      const width = hashes.length / hashBytes
      await files.write(pathOf('entries', index, width), bytes)
      await files.write(pathOf(0, index, width), hashes)
      if (width === 256) remember(index, root)
    },
    saveTile: (level, index, hashes) => files.write(pathOf(level, index, hashes.length / hashBytes), hashes),
    async rootOfFull(level, index) {
      const known = level === 0 ? roots.get(index) : undefined
      if (known) return known
      const full = await tile(level, index, 256)
      if (!full) throw new Error(`the mirror lost ${pathOf(level, index)}`)
      return rootOfTile(full)
    },
    async dropPartial(level, index) {
      for (const width of await widths(level, index)) await files.remove(pathOf(level, index, width))
    },
  }
}
