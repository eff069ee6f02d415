// Files that lie beside the newest tree: tiles of smaller sizes, and published texts; each is what its name says.
import { cidOf, limits as coreLimits } from '@equalizer/core'
import { parseTilePath, sameBytes, type TileName, tilePath, tileWidth } from '@equalizer/tlog'
import { limits } from './limits.ts'
import type { Tree } from './read-tree.ts'
import { found } from './report.ts'
import type { Reader } from './source.ts'

/** Codes: `tile.wrong`, `text.wrong` (path). Only where the source can tell which files it has. */
export async function checkRest(reader: Reader, tree: Tree): Promise<void> {
  for (const path of (await reader.source.list?.()) ?? []) {
    if (path.startsWith('tile/')) await checkTile(reader, path, tree)
    if (path.startsWith('text/')) await checkText(reader, path)
  }
}

/** A tile that is not of the newest tree is the beginning of one that is. */
async function checkTile(reader: Reader, path: string, { size }: Tree): Promise<void> {
  const parsed = parseTilePath(path)
  if (!parsed.ok) return
  const { level, index } = parsed.value
  const width = widthNow(parsed.value, size)
  // Longer than what is signed, or the very one that was read.
  if (width <= parsed.value.width) return
  const atMost = level === 'entries' ? limits.bundleBytes : tileWidth * 32
  const here = await reader.must(path, atMost)
  const newest = await reader.must(tilePath(level, index, width), atMost)
  const beginning = here.length <= newest.length && sameBytes(here, newest.subarray(0, here.length))
  if (!beginning || !isWhole(here, parsed.value)) {
    found(
      'tile.wrong',
      'A tile of an earlier size is not the beginning of the one that is signed',
      {},
      { path },
    )
  }
}

function isWhole(bytes: Uint8Array, { level, width }: TileName): boolean {
  if (level !== 'entries') return bytes.length === width * 32
  let [at, entries] = [0, 0]
  for (; at + 2 <= bytes.length; entries += 1)
    at += 2 + (bytes[at] as number) * 256 + (bytes[at + 1] as number)
  return at === bytes.length && entries === width
}

/** How wide the tile is in the tree of this size. */
function widthNow({ level, index }: TileName, size: number): number {
  const height = level === 'entries' ? 0 : level
  const hashes = Math.floor(size / tileWidth ** height)
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth))
}

async function checkText(reader: Reader, path: string): Promise<void> {
  const bytes = await reader.must(path, coreLimits.documentBytes)
  const cid = cidOf(bytes)
  if (cid !== path.slice('text/'.length)) {
    found('text.wrong', 'A published text is not the one that its name says', { found: cid }, { path })
  }
}
