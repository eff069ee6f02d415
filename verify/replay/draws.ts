// The chain of draws: every value that draws a jury leads by SHA-256 to the one drawn before, and the first to the anchor.
import { chainAnchor, verifyReveal } from '@equalizer/core'
import type { FoundedDraws } from './founding.ts'

export class DrawChain {
  #last: string | null = null
  /** Values that can still come. */
  #left = 0
  /** How many values were passed over: they were looked at, and no jury came of it. */
  skipped = 0
  used = 0

  begin(draws: FoundedDraws): void {
    this.#last = draws?.anchor ?? null
    this.#left = draws?.length ?? 0
  }

  /** Whether the value comes after the one drawn before; a value is drawn once, and may be passed over. */
  take(value: string): boolean {
    if (this.#last === null || !/^[0-9a-f]{64}$/.test(value)) return false
    let step = value
    for (let passed = 0; passed < this.#left; passed += 1) {
      if (verifyReveal(this.#last, step)) {
        this.#last = value
        this.#left -= passed + 1
        this.skipped += passed
        this.used += 1
        return true
      }
      step = chainAnchor(step, 1)
    }
    return false
  }
}
