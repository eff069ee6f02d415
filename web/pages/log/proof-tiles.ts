// Which files of a published log (c2sp.org/tlog-tiles) the proof of one entry is made of.
import { inclusionProof, levelSize, tilePath, tileWidth, widthIn } from '@equalizer/tlog'

const heightOfTile = 8
const nothing = new Uint8Array(32)

/** The bundle with the entry, and each tile that holds a hash of its proof; those at the right edge are partial. */
export function proofTiles(index: number, size: number): string[] {
  const bundle = Math.floor(index / tileWidth)
  const paths = new Set([tilePath('entries', bundle, widthIn(0, bundle, size))])
  inclusionProof(index, size, (height, place) => {
    const level = Math.floor(height / heightOfTile)
    const tile = Math.floor((place * 2 ** (height % heightOfTile)) / tileWidth)
    // A whole tile is one hash of the tile above it.
    if (levelSize(level, size) > 0) paths.add(tilePath(level, tile, widthIn(level, tile, size)))
    return nothing
  })
  return [...paths]
}
