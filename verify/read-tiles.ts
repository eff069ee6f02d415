// Tiles and bundles of a published log by their place; a partial one that is gone is cut out of the full one.
import { decodeBundle, tilePath, tileWidth } from '@equalizer/tlog'
import { limits } from './limits.ts'
import { found } from './report.ts'
import type { Reader } from './source.ts'

export const hashBytes = 32

export interface Tile {
  readonly level: number
  readonly index: number
  readonly width: number
}

/** `width` hashes, one after the other. Codes: `tile.wrong_length` and those of reading. */
export async function readTile(reader: Reader, { level, index, width }: Tile): Promise<Uint8Array> {
  const path = tilePath(level, index, width)
  const bytes = await reader.maybe(path, tileWidth * hashBytes)
  if (bytes === null && width < tileWidth) {
    const full = await reader.maybe(tilePath(level, index), tileWidth * hashBytes)
    if (full?.length === tileWidth * hashBytes) return full.subarray(0, width * hashBytes)
  }
  if (bytes === null) return reader.must(path, tileWidth * hashBytes)
  if (bytes.length === width * hashBytes) return bytes
  const facts = { expected: width * hashBytes, found: bytes.length }
  return found('tile.wrong_length', 'A tile is not as long as its hashes', facts, { path })
}

export interface Bundle {
  readonly path: string
  readonly entries: readonly Uint8Array[]
}

/** The entries from `256 * index` on. Codes: `bundle.malformed` and those of reading. */
export async function readBundle(reader: Reader, index: number, width: number): Promise<Bundle> {
  const path = tilePath('entries', index, width)
  const bytes = await reader.maybe(path, limits.bundleBytes)
  if (bytes === null && width < tileWidth) {
    const fullPath = tilePath('entries', index)
    const full = await reader.maybe(fullPath, limits.bundleBytes)
    if (full) return { path: fullPath, entries: decoded(full, tileWidth, fullPath).slice(0, width) }
  }
  return { path, entries: decoded(bytes ?? (await reader.must(path, limits.bundleBytes)), width, path) }
}

function decoded(bytes: Uint8Array, width: number, path: string): readonly Uint8Array[] {
  const result = decodeBundle(bytes, width)
  if (result.ok) return result.value
  return found(
    'bundle.malformed',
    'A bundle of entries is not built as bundles are',
    { why: result.refusal.code },
    { path },
  )
}
