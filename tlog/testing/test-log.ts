// A whole tiled log in memory, for tests: it grows, signs checkpoints of any size it had, and answers every path of the format.
import { sha256 } from '@noble/hashes/sha2.js'
import { checkpointText } from '../checkpoint/checkpoint.ts'
import { utf8Bytes } from '../encoding/bytes.ts'
import { leafHash, nodeHash } from '../merkle/hash.ts'
import { type HashAt, rangeRoot } from '../merkle/prove.ts'
import { nobleSigner, type Signer, signNote } from '../note/signer.ts'
import { signatureTypes, type Vkey } from '../note/vkey.ts'
import { encodeBundle } from '../tiles/bundle.ts'
import { widthIn } from '../tiles/cover.ts'
import type { ReadTile } from '../tiles/hash-reader.ts'
import { parseTilePath, tileWidth } from '../tiles/path.ts'

export interface TestLogOptions {
  readonly origin: string
  readonly entries?: readonly (Uint8Array | string)[]
  /** 32 bytes; left out, made of the origin. */
  readonly secret?: Uint8Array
  /** Adds `log.json`, as Equalizer publishes it. */
  readonly organization?: string
}

export interface TestLog {
  readonly origin: string
  readonly vkey: Vkey
  readonly signer: Signer
  size(): number
  append(entries: readonly (Uint8Array | string)[]): void
  entry(index: number): Uint8Array
  /** For the proofs of `@equalizer/tlog`. */
  readonly at: HashAt
  root(size?: number): Uint8Array
  /** A signed checkpoint, of all entries or the first `size`. */
  checkpoint(size?: number): string
  /** What lies at a path under the log's address, partial tiles of every size it had included; null where nothing does. */
  read(path: string): Promise<Uint8Array | null>
  readonly readTile: ReadTile
}

export function testLog({ origin, entries = [], secret, organization }: TestLogOptions): TestLog {
  const signer = nobleSigner(
    origin,
    signatureTypes.ed25519,
    secret ?? sha256(utf8Bytes(`test log ${origin}`)),
  )
  const held: Uint8Array[] = []
  /** Hashes of perfect subtrees by height. */
  const rows: Uint8Array[][] = [[]]
  const at: HashAt = (height, index) => {
    const hash = rows[height]?.[index]
    if (hash === undefined) throw new RangeError(`no hash at height ${height}, index ${index}`)
    return hash
  }
  const append: TestLog['append'] = more => {
    for (const entry of more) {
      const bytes = typeof entry === 'string' ? utf8Bytes(entry) : entry
      held.push(bytes)
      pushHash(rows, leafHash(bytes))
    }
  }
  const root = (size = held.length) => rangeRoot(0, size, at)
  const checkpoint = (size = held.length) =>
    signNote(checkpointText({ origin, size, root: root(size), extensions: [] }), [signer])
  append(entries)
  const log: TestLog = {
    origin,
    vkey: signer.vkey,
    signer,
    size: () => held.length,
    append,
    entry: index => {
      const entry = held[index]
      if (entry === undefined) throw new RangeError(`no entry ${index}`)
      return entry
    },
    at,
    root,
    checkpoint,
    async read(path) {
      if (path === 'checkpoint') return utf8Bytes(checkpoint())
      if (path === 'log.json' && organization !== undefined)
        return utf8Bytes(aboutText(signer.vkey, organization))
      return tileAt(path, held, rows)
    },
    async readTile(level, index, width) {
      const tile = hashTile(rows, level, index, width)
      if (tile === null) throw new RangeError(`no tile ${level}/${index} of width ${width}`)
      return tile
    },
  }
  return log
}

function pushHash(rows: Uint8Array[][], leaf: Uint8Array): void {
  let hash = leaf
  for (let height = 0; ; height++) {
    const row = rows[height] ?? []
    rows[height] = row
    row.push(hash)
    const left = row.at(-2)
    if (row.length % 2 === 1 || left === undefined) return
    hash = nodeHash(left, hash)
  }
}

function tileAt(path: string, held: readonly Uint8Array[], rows: readonly Uint8Array[][]): Uint8Array | null {
  const name = parseTilePath(path)
  if (!name.ok) return null
  const { level, index, width } = name.value
  if (level !== 'entries') return hashTile(rows, level, index, width)
  if (widthIn(0, index, held.length) < width) return null
  return encodeBundle(held.slice(index * tileWidth, index * tileWidth + width))
}

function hashTile(
  rows: readonly Uint8Array[][],
  level: number,
  index: number,
  width: number,
): Uint8Array | null {
  const hashes = rows[level * 8]?.slice(index * tileWidth, index * tileWidth + width) ?? []
  if (hashes.length < width) return null
  return Uint8Array.from(hashes.flatMap(hash => [...hash]))
}

function aboutText({ name, text }: Vkey, organization: string): string {
  return `${JSON.stringify({ format: 'equalizer-log/1', origin: name, vkey: text, keys: [text], organization: { id: organization } })}\n`
}
