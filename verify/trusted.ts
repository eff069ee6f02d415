// The beginning of every check: what is remembered, what the log says of itself, and a checkpoint that who is trusted signed.
import { type Ed25519Verify, nobleVerify, type Policy, type Vkey } from '@equalizer/tlog'
import { keysIn, readCheckpoint, type Seen, type Trusting } from './checkpoint.ts'
import { describedProblem, readDescribed } from './described.ts'
import { beforeCopy, checkSizes, keyChanged, rememberedOf } from './growth.ts'
import { checkStatements } from './handed-on.ts'
import type { Memory, Remembered } from './memory.ts'
import { checkIsLog, keptOf } from './no-log.ts'
import { Found, type Older, problemAt } from './report.ts'
import type { Reader } from './source.ts'

export interface TrustOptions {
  /** UTC milliseconds. */
  readonly nowMs: number
  /** The keys that are trusted for this log; left out, a policy, what is remembered, or the key that the log names itself. */
  readonly vkeys?: readonly Vkey[]
  /** Which logs are trusted, and how many of which witnesses must have cosigned. */
  readonly policy?: Policy
  readonly memory?: Memory
  /** Checks the signatures of checkpoints. */
  readonly verify?: Ed25519Verify
  /** Waits so many milliseconds. */
  readonly pause?: (ms: number) => Promise<void>
}

export interface Trusted {
  readonly seen: Seen
  /** What it must go on from. */
  readonly remembered: Remembered | null
  readonly older: Older | null
  /** Lines of `keys` at which begins what is signed by a key that nobody here knows. */
  readonly unsigned: readonly number[]
}

/** `atLeast`: entries that it should be of; a server that goes on signing is waited for. */
export async function trusted(reader: Reader, options: TrustOptions, atLeast: number): Promise<Trusted> {
  const { vkeys = null, policy = null, memory = null, nowMs, verify, pause = wait } = options
  const growing = { memory, nowMs }
  const atPlace = await keptOf(reader, (await memory?.read(reader.source.name)) ?? null)
  await checkIsLog(reader, atPlace)
  const described = await readDescribed(reader)
  const trusting = {
    vkeys,
    policy,
    remembered: atPlace,
    described,
    keyChanged: (note: string, before: Remembered) => keyChanged(note, before, growing),
    ...(verify ? { verify } : {}),
  }
  // Caches and servers side by side may be a little apart: what was there before comes again, or the log goes back in earnest.
  const expected = Math.max(atLeast, atPlace?.size ?? 0)
  let seen = await readCheckpoint(reader, trusting)
  for (let again = 0; reader.source.grows && seen.checkpoint.size < expected && again < awaited; again += 1) {
    await pause(awaitedMs)
    seen = await readCheckpoint(reader, trusting)
  }
  const other = described && describedProblem(described, seen.checkpoint.origin)
  if (other) throw new Found(problemAt(other, { path: 'log.json' }))
  const newest = await rememberedOf(seen, atPlace, growing)
  const { remembered, older } = reader.source.grows
    ? { remembered: newest, older: null }
    : beforeCopy(seen, newest, atPlace)
  const unsigned = statementsNotChecked(seen, newest, trusting)
  await checkSizes(seen, remembered, growing)
  // Found at another place than before, and by the same key.
  const known = newest !== null && seen.trust === 'first use'
  return { seen: known ? { ...seen, trust: 'remembered' } : seen, remembered, older, unsigned }
}

/** Whatever names a key of this log helps to check where it was exchanged, whoever is trusted. */
function statementsNotChecked(
  { statements, checkpoint: { origin }, signed }: Seen,
  remembered: Remembered | null,
  { vkeys, policy, described, remembered: atPlace, verify = nobleVerify }: Trusting,
): readonly number[] {
  const own = [...signed, ...(described?.vkeys ?? [])]
  const given = [...(vkeys ?? []), ...(policy?.logs ?? []).map(({ vkey }) => vkey)]
  const before = [remembered, atPlace].flatMap(one => keysIn(one?.vkeys ?? []))
  return checkStatements(statements, { origin, own, known: [...own, ...given, ...before] }, verify)
}

const awaited = 10
const awaitedMs = 1_500
export const wait = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))
