// Which tiles a tree of some size has, and which of them are new since it was smaller.
import { tileWidth } from './path.ts'

/** A tile of hashes; that of level 0 stands for the bundle of the same entries too. */
export interface Tile {
  readonly level: number
  readonly index: number
  readonly width: number
}

/** Hashes that a level has in a tree of `size`: one for every 256^level leaves. */
export function levelSize(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level)
}

/** How wide a tile is in a tree of `size`; 0 where it has none. */
export function widthIn(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(tileWidth, levelSize(level, size) - index * tileWidth))
}

/** The last tile of each level, full or partial: the right edge, lowest first. */
export function tilesFor(size: number): Tile[] {
  const tiles: Tile[] = []
  for (let level = 0; levelSize(level, size) > 0; level++) {
    const index = Math.ceil(levelSize(level, size) / tileWidth) - 1
    tiles.push({ level, index, width: widthIn(level, index, size) })
  }
  return tiles
}

/** What has to be written for a tree that grew: full tiles that filled up, and the partial one at each level's end if it moved. */
export function* newTiles(from: number, to: number): Generator<Tile> {
  for (let level = 0; levelSize(level, to) > levelSize(level, from); level++) {
    const last = Math.ceil(levelSize(level, to) / tileWidth)
    for (let index = Math.floor(levelSize(level, from) / tileWidth); index < last; index++) {
      yield { level, index, width: widthIn(level, index, to) }
    }
  }
}
