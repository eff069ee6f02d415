// Parts that the mirror's tests share: logs of made-up entries, mirrors in memory, and what a whole copy has to hold.
import {
  parseCheckpointText,
  parseNote,
  type Signer,
  signatureTypes,
  tilePath,
  utf8Bytes,
} from '@equalizer/tlog'
import { type Files, nativeVerify, nodeSigner } from '@equalizer/tlog/node'
import { memoryFiles, type TestLog } from '@equalizer/tlog/testing'
import type { LogSource } from '@equalizer/witness'
import { createMirror, type Mirror } from './mirror.ts'

export const mirrorKey: Signer = nodeSigner(
  'mirror.example/m1',
  signatureTypes.cosignature,
  new Uint8Array(32).fill(5),
)

export interface Tried {
  readonly mirror: Mirror
  readonly files: Files
  readonly clock: { ms: number }
}

export function tried(
  logs: readonly Pick<TestLog, 'vkey'>[],
  { files = memoryFiles(), signer = mirrorKey as Signer | null, clock = { ms: 1_800_000_000_000 } } = {},
): Tried {
  const known = logs.map(({ vkey }) => ({ vkey }))
  const mirror = createMirror({ files, signer, logs: known, nowMs: () => clock.ms, verify: nativeVerify })
  return { mirror, files, clock }
}

/** Made-up entries; another `seed` makes another history. */
export function entriesOf(count: number, seed = 'a'): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => utf8Bytes(`${seed} ${i}`))
}

/** The log as it was when it had `size` entries. */
export function publishedAt(log: TestLog, size: number): LogSource {
  const checkpoint = utf8Bytes(log.checkpoint(size))
  return { name: 'test', read: async path => (path === 'checkpoint' ? checkpoint : log.read(path)) }
}

/** Paths of everything that a tree of `size` publishes, the partial tiles of its own size and no others. */
export function pathsOf(size: number): string[] {
  const paths: string[] = []
  for (let level = 0; Math.floor(size / 256 ** level) > 0; level++) {
    const hashes = Math.floor(size / 256 ** level)
    for (let index = 0; index * 256 < hashes; index++) {
      const width = Math.min(256, hashes - index * 256)
      paths.push(tilePath(level, index, width))
      if (level === 0) paths.push(tilePath('entries', index, width))
    }
  }
  return paths
}

/** The published size of a copy, once every file below it was compared with the log's own, byte by byte. */
export async function wholeSize({ mirror, files }: Tried, log: TestLog): Promise<number | null> {
  const copy = mirror.copyOf(log.origin)
  const published = await copy?.published()
  if (!copy || !published) return null
  const parsed = parseNote(published.note)
  const checkpoint = parsed.ok ? parseCheckpointText(parsed.value.text) : null
  if (!checkpoint?.ok) throw new Error('the copy publishes no checkpoint')
  const { size, root } = checkpoint.value
  if (!Buffer.from(root).equals(log.root(size))) throw new Error('the copy publishes another root')
  for (const path of pathsOf(size)) {
    const [own, theirs] = [await files.read(`${copy.hash}/${path}`), await log.read(path)]
    if (!own || !theirs || !Buffer.from(own).equals(theirs)) throw new Error(`the copy has another ${path}`)
  }
  return size
}

/** Mulberry32: numbers from 0 to below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
