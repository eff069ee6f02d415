// What a replayed log comes to, in memory: the states of its streams, and what decisions read beside them.
import type { Books, DecisionState, Delegation, Entry, Kernel, StandingKey } from '@equalizer/core'
import { BallotBox } from './ballot-box.ts'
import type { FromOutside } from './from-outside.ts'
import { Given } from './given.ts'
import { Standings } from './standings.ts'
import { StreamStates } from './stream-states.ts'

const decisions = 'decision/'

export class ReplayedBooks {
  readonly states = new StreamStates()
  readonly #standings = new Standings()
  readonly #ballots = new BallotBox()
  readonly #given = new Given()
  readonly #kernel: Pick<Kernel, 'evolve'>

  constructor(kernel: Pick<Kernel, 'evolve'>) {
    this.#kernel = kernel
  }

  /** `outside`: what the log alone does not say, for the entry at hand. */
  reading(outside: Pick<FromOutside, 'measure'>): Books {
    const standings = this.#standings
    return {
      stream: stream => this.states.of(stream),
      standing: standings.amount,
      eligible: (group, seq, atMs) => standings.eligible(group, seq, atMs),
      pool: (group, seq, atMs) => standings.members(group, seq, atMs),
      ballots: (decision, phase) => this.#ballots.all(decision, phase),
      ballot: (decision, phase, person) => this.#ballots.one(decision, phase, person),
      delegations: ({ unit, class: name, inForceMs, group, seq, atMs }) =>
        this.#given.inForce(unit, name, inForceMs).map(({ from, to }) => ({
          from,
          to,
          weight: standings.weight(group, from, seq, atMs),
        })),
      measure: outside.measure,
      document: () => null,
    }
  }

  /** Only entries that the replay came to as well: whatever stands in them is what the kernel makes. */
  append({ events, seq, atMs }: Entry): void {
    let ended: string | null = null
    for (const event of events) {
      const { stream, type, data } = event
      if (type === 'standing.set') {
        this.#standings.set(
          data.key as StandingKey,
          data.person as string,
          BigInt(data.amount as string),
          seq,
        )
        continue
      }
      this.states.set(stream, this.#kernel.evolve(this.states.of(stream), event, { seq, atMs }))
      if (stream.startsWith(decisions)) {
        if (type === 'decision.ballot_cast') this.#ballots.take(stream.slice(decisions.length), event)
        if (type === 'decision.ended') ended = stream
      } else if (stream.startsWith('delegation/')) {
        this.#given.take(type, data as unknown as Delegation, atMs)
      }
    }
    if (ended !== null) this.#putAway(ended)
  }

  /** Of a decision that is over, all that is ever asked again is that it is over. */
  #putAway(stream: string): void {
    const { id, phase, closedMs } = this.states.of(stream) as DecisionState
    this.#ballots.putAway(id)
    this.states.seal(stream, { id, phase, closedMs })
  }
}
