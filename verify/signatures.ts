// Signatures of ballots and keys, put together in batches and checked apart from the replay, by whoever does it fastest.
import { verifyEd25519 } from '@equalizer/core'
import { limits } from './limits.ts'
import type { ToCheck } from './replay/replay.ts'
import { type Problem, problemAt } from './report.ts'

export interface SignatureChecker {
  /** The place of the first that does not hold, -1: all hold. */
  check(batch: readonly ToCheck[]): Promise<number>
}

/** Here, one after the other: slow, and the same everywhere. */
export const inlineSignatures: SignatureChecker = {
  check: batch =>
    Promise.resolve(
      batch.findIndex(({ key, message, signature }) => !verifyEd25519(key, message, signature)),
    ),
}

/** Hands batches over as they fill, a few at a time, and remembers the first entry whose signature does not hold. */
export class SignatureQueue {
  readonly #checker: SignatureChecker
  #batch: ToCheck[] = []
  readonly #running = new Set<Promise<void>>()
  #first: Problem | null = null
  #fault: unknown = null
  checked = 0

  constructor(checker: SignatureChecker) {
    this.#checker = checker
  }

  /** The first wrong one that is known so far; later batches may be done before earlier ones. */
  get wrong(): Problem | null {
    return this.#first
  }

  add(signatures: readonly ToCheck[]): void {
    this.#batch.push(...signatures)
  }

  /** Waits where too much is waiting already. */
  async flow(): Promise<void> {
    if (this.#batch.length < limits.signaturesInBatch) return
    this.#hand()
    while (this.#running.size >= limits.batchesWaiting) await Promise.race(this.#running)
    this.#rethrow()
  }

  async end(): Promise<void> {
    if (this.#batch.length > 0) this.#hand()
    await Promise.all(this.#running)
    this.#rethrow()
  }

  #hand(): void {
    const batch = this.#batch
    this.#batch = []
    const run = this.#checker.check(batch).then(
      first => {
        this.checked += batch.length
        const bad = batch[first]
        if (bad && (this.#first?.seq ?? Infinity) > bad.seq) this.#first = wrongAt(bad)
      },
      fault => {
        this.#fault ??= fault
      },
    )
    const settled = run.finally(() => this.#running.delete(settled))
    this.#running.add(settled)
  }

  #rethrow(): void {
    if (this.#fault) throw this.#fault
  }
}

function wrongAt({ seq }: ToCheck): Problem {
  const reason =
    'The signature in this entry is not by the key of whoever it says it is of, over what it says'
  return problemAt({ code: 'signature.invalid', reason, facts: {} }, { seq })
}
