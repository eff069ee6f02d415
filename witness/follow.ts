// Follows a log by itself: reads its checkpoint, makes the proof from its tiles, and has the witness cosign what only grew.
import { type Ed25519Verify, formatAddCheckpoint } from '@equalizer/tlog'
import { type Growth, growthOf, type Published, readPublished } from './grown.ts'
import type { LogSource } from './log-source.ts'
import type { Witness } from './witness.ts'

export type Followed =
  | { readonly kind: 'cosigned'; readonly size: number }
  /** Nothing new since the last cosignature. */
  | { readonly kind: 'same'; readonly size: number }
  /** Seen, and never to be cosigned; both notes lie in the folder. */
  | { readonly kind: 'forked'; readonly size: number; readonly heldSize: number; readonly isNew: boolean }
  /** Fewer entries than were seen, and nothing against it: no evidence, and nothing to cosign. */
  | { readonly kind: 'behind'; readonly size: number; readonly heldSize: number }
  /** Nothing to cosign, and no proof of anything: tried again later. */
  | { readonly kind: 'waiting'; readonly why: string }

export interface FollowOptions {
  readonly witness: Witness
  readonly origin: string
  readonly source: LogSource
  readonly verify?: Ed25519Verify
  /** Unix milliseconds. */
  readonly nowMs: () => number
}

/** A checkpoint that stays is signed anew after this long, so that its readers see a witness that is alive. */
const freshSeconds = 600

/** One look. Faults of reading the log and of the witness's disk are thrown. */
export async function followOnce(options: FollowOptions): Promise<Followed> {
  const { witness, origin, source, verify } = options
  const log = witness.logs.get(origin)
  if (!log) return { kind: 'waiting', why: 'this log is not known' }
  const published = await readPublished(source, log.keys, verify)
  if (typeof published === 'string') return { kind: 'waiting', why: published }
  if (published.checkpoint.origin !== origin) {
    return { kind: 'waiting', why: `it is the checkpoint of ${published.checkpoint.origin}` }
  }
  const held = await witness.latest(origin)
  const growth = await growthOf(source, published.checkpoint, held)
  const size = published.checkpoint.size
  if (growth.kind === 'unproven') return { kind: 'waiting', why: growth.why }
  if (growth.kind === 'behind' && held) return { kind: 'behind', size, heldSize: held.size }
  if (growth.kind === 'forked' && held) {
    const found = { what: 'forked', origin, held: held.note, offered: published.note } as const
    return { kind: 'forked', size, heldSize: held.size, isNew: await witness.keepEvidence(found) }
  }
  const isFresh = held !== null && options.nowMs() / 1_000 - held.timestampSeconds < freshSeconds
  if (growth.kind === 'same' && isFresh) return { kind: 'same', size }
  return cosigned(witness, published, growth, held?.size ?? 0)
}

async function cosigned(
  witness: Witness,
  { checkpoint, note }: Published,
  growth: Growth,
  old: number,
): Promise<Followed> {
  const proof = growth.kind === 'grown' ? growth.proof : []
  const body = formatAddCheckpoint({ old, proof, checkpoint: note })
  const answer = await witness.addCheckpoint(new TextEncoder().encode(body))
  return answer.status === 200
    ? { kind: 'cosigned', size: checkpoint.size }
    : { kind: 'waiting', why: `the witness answered ${answer.status}: ${answer.body.trim()}` }
}
