// Brings a copy up to what its log publishes: every entry is held to the signed root before it is stored, several at a time.
import { type Checkpoint, formatAddCheckpoint, parseNote, utf8Bytes } from '@equalizer/tlog'
import {
  type Growth,
  growthOf,
  type LogSource,
  MissingTile,
  type Published,
  readPublished,
} from '@equalizer/witness'
import type { Copy } from './copy.ts'
import type { Mirror } from './mirror.ts'
import { Untrue, verifiedTree } from './verified-tree.ts'

export type Pulled =
  | { readonly kind: 'copied'; readonly size: number; readonly entries: number }
  | { readonly kind: 'same'; readonly size: number }
  /** Never followed; both notes lie in the folder. */
  | { readonly kind: 'forked'; readonly size: number; readonly heldSize: number; readonly isNew: boolean }
  /** Fewer entries than were seen, and nothing against it: no evidence, and nothing to copy. */
  | { readonly kind: 'behind'; readonly size: number; readonly heldSize: number }
  /** Nothing could be copied now: tried again later. */
  | { readonly kind: 'waiting'; readonly why: string }

export interface PullOptions {
  readonly mirror: Mirror
  readonly origin: string
  readonly source: LogSource
  /** Bundles under way at once. */
  readonly atOnce?: number
  readonly signal?: AbortSignal | undefined
  /** Told after each bundle: entries that are here, of how many. */
  readonly onProgress?: (here: number, of: number) => void
}

/** One look. Faults of reading and of the disk are thrown; what was stored until then is not fetched again. */
export async function pullOnce(options: PullOptions): Promise<Pulled> {
  const { mirror, origin, source } = options
  const [copy, log] = [mirror.copyOf(origin), mirror.logs.get(origin)]
  if (!copy || !log) return { kind: 'waiting', why: 'this log is not known' }
  const published = await readPublished(source, log.keys, mirror.verify)
  if (typeof published === 'string') return { kind: 'waiting', why: published }
  const { checkpoint } = published
  if (checkpoint.origin !== origin)
    return { kind: 'waiting', why: `it is the checkpoint of ${checkpoint.origin}` }
  const held = (await copy.pending.read()).at(-1)
  const growth = await growthOf(source, checkpoint, held?.checkpoint ?? null)
  if (growth.kind === 'unproven') return { kind: 'waiting', why: growth.why }
  if (growth.kind === 'behind' && held)
    return { kind: 'behind', size: checkpoint.size, heldSize: held.checkpoint.size }
  if (growth.kind === 'forked' && held) {
    const found = { what: 'forked', origin, held: held.note, offered: published.note } as const
    const isNew = await mirror.keepEvidence(found)
    return { kind: 'forked', size: checkpoint.size, heldSize: held.checkpoint.size, isNew }
  }
  const problem = await accept(mirror, published, growth, held?.checkpoint ?? null)
  if (problem !== null) return { kind: 'waiting', why: problem }
  try {
    return await bring(options, copy, published)
  } catch (error) {
    if (error instanceof Untrue || error instanceof MissingTile)
      return { kind: 'waiting', why: error.message }
    throw error
  }
}

/** Through the same door as a pushed checkpoint, so that one order and one set of checks holds for both. */
async function accept(
  mirror: Mirror,
  { note }: Published,
  growth: Growth,
  held: Checkpoint | null,
): Promise<string | null> {
  if (growth.kind === 'same') return null
  const proof = growth.kind === 'grown' ? growth.proof : []
  const answer = await mirror.addCheckpoint(
    utf8Bytes(formatAddCheckpoint({ old: held?.size ?? 0, proof, checkpoint: note })),
  )
  return answer.status === 200 ? null : `the mirror answered ${answer.status}: ${answer.body.trim()}`
}

async function bring(options: PullOptions, copy: Copy, { checkpoint, note }: Published): Promise<Pulled> {
  const before = await copy.published()
  const { size } = checkpoint
  if (before?.checkpoint.size === size) {
    if (hasMore(note, before.note)) await copy.commit({ checkpoint, note })
    return { kind: 'same', size }
  }
  const from = await copy.next.get()
  await fetchAll(options, copy, checkpoint)
  const committed = await copy.commit({ checkpoint, note })
  if (!committed.ok) return { kind: 'same', size: committed.size }
  return { kind: 'copied', size, entries: Math.max(0, size - from) }
}

async function fetchAll(options: PullOptions, copy: Copy, checkpoint: Checkpoint): Promise<void> {
  const { source, atOnce = 8, signal, onProgress } = options
  const tree = await verifiedTree(source, checkpoint)
  const end = Math.ceil(checkpoint.size / 256)
  let index = Math.floor((await copy.next.get()) / 256)
  let failed = false
  const work = async () => {
    while (index < end && !failed) {
      signal?.throwIfAborted()
      const mine = index++
      try {
        await copy.save(mine, await tree.bundle(mine))
      } catch (error) {
        failed = true
        throw error
      }
      onProgress?.(Math.min(await copy.next.get(), checkpoint.size), checkpoint.size)
    }
  }
  const all = await Promise.allSettled(Array.from({ length: atOnce }, work))
  const first = all.find(one => one.status === 'rejected')
  if (first) throw first.reason
}

/** More witnesses may have signed it since. */
function hasMore(note: string, before: string): boolean {
  const [now, old] = [parseNote(note), parseNote(before)]
  if (!now.ok || !old.ok) return false
  const has = new Set(old.value.signatures.map(({ name, id }) => `${name} ${id}`))
  return now.value.signatures.some(({ name, id }) => !has.has(`${name} ${id}`))
}
