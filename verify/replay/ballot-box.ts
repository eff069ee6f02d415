// The ballots of the votes that are open; those of a decision that is over are put away.
import type { CastBallot, LogEvent } from '@equalizer/core'

type Phase = 'advice' | 'vote' | 'ratify'

export class BallotBox {
  readonly #byDecision = new Map<string, Map<Phase, Map<string, CastBallot>>>()

  take(decision: string, { data }: LogEvent): void {
    const { person, choice, weight, phase, firstMs } = data as unknown as CastBallot & {
      readonly phase: Phase
    }
    const phases = this.#byDecision.get(decision) ?? new Map<Phase, Map<string, CastBallot>>()
    this.#byDecision.set(decision, phases)
    const ballots = phases.get(phase) ?? new Map<string, CastBallot>()
    phases.set(phase, ballots)
    ballots.set(person, { person, choice, weight: BigInt(weight), firstMs })
  }

  all(decision: string, phase: Phase): CastBallot[] {
    return [...(this.#byDecision.get(decision)?.get(phase)?.values() ?? [])]
  }

  one(decision: string, phase: Phase, person: string): CastBallot | null {
    return this.#byDecision.get(decision)?.get(phase)?.get(person) ?? null
  }

  putAway(decision: string): void {
    this.#byDecision.delete(decision)
  }
}
