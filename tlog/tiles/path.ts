// Where a tile or a bundle of entries lies under a log's address (c2sp.org/tlog-tiles): tile/<L>/<N>[.p/<W>].
import { accepted, type Result, refused } from '@equalizer/core'

/** Hashes of a full tile, and entries of a full bundle. */
export const tileWidth = 256

/** The hash tile of a level, or the bundle of entries themselves. */
export interface TileName {
  readonly level: number | 'entries'
  readonly index: number
  /** From 1 to 256; 256 is a full one. */
  readonly width: number
}

/** `tile/0/x001/234.p/5` */
export function tilePath(level: number | 'entries', index: number, width: number = tileWidth): string {
  let path = pad(index % 1000)
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${pad(rest % 1000)}/${path}`
  }
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`
}

function pad(part: number): string {
  return String(part).padStart(3, '0')
}

const form =
  /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/

/** Refused as `tile.bad_path` where it is not to the letter what `tilePath` writes. */
export function parseTilePath(path: string): Result<TileName> {
  const bad = refused('tile.bad_path', 'This is no path of a tile')
  const match = path.length > 64 ? null : form.exec(path)
  if (match === null) return bad
  const [, level = '', digits = '', width] = match
  const name: TileName = {
    level: level === 'entries' ? level : Number(level),
    index: Number(digits.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  }
  if (!Number.isSafeInteger(name.index) || tilePath(name.level, name.index, name.width) !== path) return bad
  return width === String(tileWidth) || name.width > tileWidth ? bad : accepted(name)
}
