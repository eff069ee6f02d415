// Takes away partial tiles that no checkpoint in use needs any more: those of full tiles, and those of older sizes.
import { rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { tilePath, tilesFor, tileWidth } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'

interface Place {
  readonly files: Files
  /** Where they lie. */
  readonly root: string
}

interface Partial {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** Tiles and the bundle that are not full in a tree of this size. */
function partialsOf(size: number): Partial[] {
  const entries: Partial = {
    level: 'entries',
    index: Math.floor(size / tileWidth),
    width: size % tileWidth,
  }
  return [entries, ...tilesFor(size)].filter(({ width }) => width > 0 && width < tileWidth)
}

const folderOf = ({ level, index }: Partial) => `public/${tilePath(level, index, tileWidth)}.p`

/**
 * `before`: the size of the round before, whose edge is looked through; `kept`: sizes of checkpoints that somebody may
 * still be reading by. A server reads smaller widths out of larger ones; a plain copy of the folder needs them as files.
 */
export async function tidy({ files, root }: Place, before: number, kept: readonly number[]): Promise<void> {
  const newest = Math.max(...kept)
  for (const edge of partialsOf(before)) {
    const folder = folderOf(edge)
    const full = !partialsOf(newest).some(one => folderOf(one) === folder)
    const widths = new Set(
      kept
        .flatMap(size => partialsOf(size).filter(one => folderOf(one) === folder))
        .map(one => `${one.width}`),
    )
    for (const name of await files.list(folder))
      if (full || !widths.has(name)) await files.remove(`${folder}/${name}`)
    if (full) await rmdir(join(root, folder)).catch(() => {})
  }
}
