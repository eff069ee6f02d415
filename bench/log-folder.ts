// Writes a whole published log of made-up entries as files, as a server or an export has them; for the benchmarks.
import { hash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  checkpointText,
  emptyFrontier,
  encodeBundle,
  extended,
  nodeHash,
  rootOf,
  signatureTypes,
  signNote,
  tilePath,
  tileWidth,
  type Vkey,
} from '@equalizer/tlog'
import { nodeSigner } from '@equalizer/tlog/node'

export interface LogFolder {
  readonly origin: string
  readonly vkey: Vkey
  readonly files: number
  /** Of all files. */
  readonly bytes: number
}

/** `entry`: the bytes of the entry at a place. */
export function writeLogFolder(folder: string, size: number, entry: (seq: number) => Uint8Array): LogFolder {
  const origin = 'bench.example/log'
  const written = { files: 0, bytes: 0 }
  function write(path: string, bytes: Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
    written.files += 1
    written.bytes += bytes.length
  }
  /** What stands in the last tile of each level. */
  const levels: Uint8Array[][] = []
  const places: number[] = []
  function push(level: number, node: Uint8Array): void {
    const row = [...(levels[level] ?? []), node]
    levels[level] = row
    if (row.length < tileWidth) return
    write(tilePath(level, places[level] ?? 0), Buffer.concat(row))
    places[level] = (places[level] ?? 0) + 1
    levels[level] = []
    push(level + 1, rootOfFull(row))
  }
  let frontier = emptyFrontier
  for (let first = 0; first < size; first += tileWidth) {
    const width = Math.min(tileWidth, size - first)
    const entries = Array.from({ length: width }, (_, at) => entry(first + at))
    write(tilePath('entries', first / tileWidth, width), encodeBundle(entries))
    const leaves = entries.map(bytes => hash('sha256', Buffer.concat([Uint8Array.of(0), bytes]), 'buffer'))
    frontier = extended(frontier, leaves)
    for (const leaf of leaves) push(0, leaf)
  }
  for (const [level, row] of levels.entries())
    if (row.length > 0) write(tilePath(level, places[level] ?? 0, row.length), Buffer.concat(row))
  const signer = nodeSigner(origin, signatureTypes.ed25519, new Uint8Array(32).fill(7))
  const text = checkpointText({ origin, size, root: rootOf(frontier), extensions: [] })
  write('checkpoint', Buffer.from(signNote(text, [signer])))
  return { origin, vkey: signer.vkey, ...written }
}

function rootOfFull(row: readonly Uint8Array[]): Uint8Array {
  let nodes = row
  while (nodes.length > 1)
    nodes = Array.from({ length: nodes.length / 2 }, (_, at) =>
      nodeHash(nodes[2 * at] as Uint8Array, nodes[2 * at + 1] as Uint8Array),
    )
  return nodes[0] as Uint8Array
}
