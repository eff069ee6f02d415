// Parts that the witness's tests share: a clock that is set by hand, a witness in memory, and requests to it.
import {
  consistencyProof,
  formatAddCheckpoint,
  type Signer,
  signatureTypes,
  utf8Bytes,
} from '@equalizer/tlog'
import { type Files, nativeVerify, nodeSigner } from '@equalizer/tlog/node'
import { memoryFiles, type TestLog } from '@equalizer/tlog/testing'
import { createWitness, type Witness } from './witness.ts'

export const cosigner: Signer = nodeSigner(
  'example.com/witness',
  signatureTypes.cosignature,
  new Uint8Array(32).fill(7),
)

export interface Tried {
  readonly witness: Witness
  readonly files: Files
  readonly clock: { ms: number }
  /** Offers the first `size` entries of a log, as grown out of its first `old`. */
  offer(log: TestLog, old: number, size: number): ReturnType<Witness['addCheckpoint']>
}

export function tried(
  logs: readonly TestLog[],
  files: Files = memoryFiles(),
  clock = { ms: 1_800_000_000_000 },
): Tried {
  const witness = createWitness({
    files,
    signer: cosigner,
    logs: logs.map(({ vkey }) => ({ vkey })),
    nowMs: () => clock.ms,
    verify: nativeVerify,
  })
  return { witness, files, clock, offer: (log, old, size) => witness.addCheckpoint(body(log, old, size)) }
}

const signed = new WeakMap<TestLog, Map<number, string>>()

/** Signed once: signing takes most of the time of these tests. */
function checkpointOf(log: TestLog, size: number): string {
  const notes = signed.get(log) ?? new Map<number, string>()
  signed.set(log, notes)
  const note = notes.get(size) ?? log.checkpoint(size)
  notes.set(size, note)
  return note
}

export function body(log: TestLog, old: number, size: number): Uint8Array {
  const proof = old === 0 || old >= size ? [] : consistencyProof(old, size, log.at)
  return utf8Bytes(formatAddCheckpoint({ old, proof, checkpoint: checkpointOf(log, size) }))
}

/** Made-up entries; another `seed` makes another history. */
export function entriesOf(count: number, seed = 'a'): string[] {
  return Array.from({ length: count }, (_, i) => `${seed} ${i}`)
}
