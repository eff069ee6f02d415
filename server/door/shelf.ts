// The books of one organization at hand in this process: what was fetched or written here, right as long as nobody else
// appended. Whoever finds that somebody did drops all of it.
import {
  type Books,
  type CastBallot,
  type Entry,
  type Group,
  type LogEvent,
  type Measured,
  type Need,
  NotAtHand,
  type StandingKey,
  type WeightedDelegation,
} from '@equalizer/core'

/** Kept at most, of each sort; the longest unused goes first. */
const keptAtMost = 20_000
/** Of groups, each with its definition. */
const countsAtMost = 1_000

class Kept<T> {
  readonly #map = new Map<string, T>()
  get(key: string): T | undefined {
    return this.#map.get(key)
  }
  has(key: string): boolean {
    return this.#map.has(key)
  }
  set(key: string, value: T): void {
    this.#map.delete(key)
    this.#map.set(key, value)
  }
  delete(key: string): void {
    this.#map.delete(key)
  }
  /** Between batches only: what a command has fetched must stay until it is decided. */
  trim(): void {
    for (const key of this.#map.keys()) {
      if (this.#map.size <= keptAtMost) return
      this.#map.delete(key)
    }
  }
}

interface Held {
  readonly amount: bigint
  /** Right for every size of the log from this one on, until it changes. */
  readonly since: number
}

interface Counted {
  readonly members: number
  readonly weight: bigint
  /** Right for every size of the log from this one on, until somebody's standing changes. */
  readonly since: number
}

const held = (key: string, person: string) => `${key}\n${person}`
/** Only seats run out by the clock. */
const countOf = (group: Group, atMs: number) =>
  `${group.kind === 'council' ? atMs : ''}\n${JSON.stringify(group)}`

/** What the log says by itself, fetched with a need: a count or a list as of an entry never changes any more. */
export type Fetched =
  | { readonly kind: 'stream'; readonly state: unknown }
  | { readonly kind: 'standing'; readonly amount: bigint; readonly still: boolean }
  | { readonly kind: 'eligible'; readonly members: number; readonly weight: bigint }
  | { readonly kind: 'pool'; readonly people: readonly string[] }
  | { readonly kind: 'ballots'; readonly ballots: readonly CastBallot[] }
  | { readonly kind: 'ballot'; readonly ballot: CastBallot | null }
  | { readonly kind: 'delegations'; readonly delegations: readonly WeightedDelegation[] }
  | { readonly kind: 'measure'; readonly measured: Measured | null }
  | { readonly kind: 'document'; readonly text: string | null }

export interface Shelf extends Books {
  /** Puts in what was fetched when the log was `size` entries long. */
  put(need: Need, fetched: Fetched, size: number): void
  /** A stream that nothing can be on yet. */
  putNew(stream: string): void
  /** Whether the tables cannot answer this before the entries that are not stored yet are. */
  waits(need: Need): boolean
  /** Entries of this process that are not stored yet are read through at once. */
  append(entry: Entry, evolve: (state: unknown, event: LogEvent) => unknown): void
  /** Streams that were changed since the last `settle`, with their newest state. */
  changed(): ReadonlyMap<string, unknown>
  /** What was appended is stored. */
  settle(): void
  /** Texts that entries not stored yet name. */
  keepDocument(cid: string, text: string): void
}

export function createShelf(): Shelf {
  const streams = new Kept<unknown>()
  const standings = new Kept<Held>()
  const counts = new Map<string, Counted>()
  const answers = new Kept<Fetched>()
  /** Cast in entries that are not stored yet. */
  const cast = new Map<string, CastBallot>()
  /** Gone once one changes: the moment asked for may be now. */
  const delegations = new Map<string, readonly WeightedDelegation[]>()
  /** What the evidence says changes without the log; it is asked for anew after each batch. */
  const measures = new Map<string, Measured | null>()
  const documents = new Kept<string | null>()
  const changed = new Map<string, unknown>()
  /** What the entries not stored yet touch: questions over whole tables wait until those are stored. */
  const touched = new Set<string>()
  /** Whose standings the entries not stored yet change. */
  const moved = new Set<string>()

  function answer<Kind extends Fetched['kind']>(need: Need, kind: Kind): Extract<Fetched, { kind: Kind }> {
    const found = answers.get(keyOf(need))
    if (found?.kind !== kind) throw new NotAtHand(need)
    return found as Extract<Fetched, { kind: Kind }>
  }
  function waits(need: Need): boolean {
    switch (need.kind) {
      case 'standing':
        return moved.has(held(need.key, need.person))
      case 'eligible':
      case 'pool':
        return touched.has('standing')
      case 'ballots':
        return touched.has(`ballots ${need.decision}`)
      case 'delegations':
        return touched.has('delegations') || touched.has('standing')
      default:
        return false
    }
  }
  function settled(need: Need): void {
    if (waits(need)) throw new NotAtHand(need)
  }

  return {
    stream(stream) {
      if (changed.has(stream)) return changed.get(stream)
      if (!streams.has(stream)) throw new NotAtHand({ kind: 'stream', stream })
      return streams.get(stream)
    },
    standing(key, person, seq) {
      const need: Need = { kind: 'standing', key, person, seq }
      const now = standings.get(held(key, person))
      if (now && now.since <= seq) return now.amount
      return answer(need, 'standing').amount
    },
    eligible(group, seq, atMs) {
      const need: Need = { kind: 'eligible', group, seq, atMs }
      settled(need)
      const now = counts.get(countOf(group, atMs))
      return now && now.since <= seq ? now : answer(need, 'eligible')
    },
    pool(group, seq, atMs) {
      const need: Need = { kind: 'pool', group, seq, atMs }
      settled(need)
      return answer(need, 'pool').people
    },
    ballots(decision, phase) {
      const need: Need = { kind: 'ballots', decision, phase }
      settled(need)
      return answer(need, 'ballots').ballots
    },
    ballot(decision, phase, person) {
      const pending = cast.get(`${decision} ${phase} ${person}`)
      return pending ?? answer({ kind: 'ballot', decision, phase, person }, 'ballot').ballot
    },
    delegations(asked) {
      const need: Need = { kind: 'delegations', ...asked }
      settled(need)
      const found = delegations.get(keyOf(need))
      if (!found) throw new NotAtHand(need)
      return found
    },
    measure(unit) {
      const found = measures.get(unit)
      if (found === undefined) throw new NotAtHand({ kind: 'measure', unit })
      return found
    },
    document(cid) {
      if (!documents.has(cid)) throw new NotAtHand({ kind: 'document', cid })
      return documents.get(cid) ?? null
    },

    put(need, fetched, size) {
      if (need.kind === 'stream' && fetched.kind === 'stream') return streams.set(need.stream, fetched.state)
      if (need.kind === 'delegations' && fetched.kind === 'delegations')
        return void delegations.set(keyOf(need), fetched.delegations)
      if (need.kind === 'measure' && fetched.kind === 'measure')
        return void measures.set(need.unit, fetched.measured)
      if (need.kind === 'document' && fetched.kind === 'document')
        return documents.set(need.cid, fetched.text)
      if (need.kind === 'standing' && fetched.kind === 'standing') {
        const name = held(need.key, need.person)
        // What is at hand is of a later size, and stays.
        if ((fetched.still || need.seq >= size) && !standings.has(name))
          return standings.set(name, { amount: fetched.amount, since: need.seq })
      }
      if (need.kind === 'eligible' && fetched.kind === 'eligible' && need.seq >= size) {
        const { members, weight } = fetched
        return void counts.set(countOf(need.group, need.atMs), { members, weight, since: need.seq })
      }
      answers.set(keyOf(need), fetched)
    },
    putNew(stream) {
      if (!changed.has(stream) && !streams.has(stream)) streams.set(stream, null)
    },
    waits,
    append(entry, evolve) {
      for (const event of entry.events) {
        if (event.stream === 'standing') {
          const { key, person, amount } = event.data as { key: StandingKey; person: string; amount: string }
          standings.set(held(key, person), { amount: BigInt(amount), since: entry.seq + 1 })
          moved.add(held(key, person))
          touched.add('standing')
          counts.clear()
          continue
        }
        if (event.stream.startsWith('delegation/')) touched.add('delegations')
        if (event.type === 'decision.ballot_cast') castNow(event)
        changed.set(event.stream, evolve(this.stream(event.stream), event))
      }
    },
    changed: () => changed,
    settle() {
      for (const [stream, state] of changed) streams.set(stream, state)
      changed.clear()
      for (const mark of touched) forget(mark)
      touched.clear()
      moved.clear()
      measures.clear()
      cast.clear()
      if (counts.size > countsAtMost) counts.clear()
      for (const kept of [streams, standings, answers, documents]) kept.trim()
    },
    keepDocument: (cid, text) => documents.set(cid, text),
  }

  function castNow({ stream, data }: LogEvent) {
    const decision = stream.slice('decision/'.length)
    const { person, phase, choice, weight, firstMs } = data as unknown as {
      person: string
      phase: 'advice' | 'vote' | 'ratify'
      choice: CastBallot['choice']
      weight: string
      firstMs: number
    }
    const ballot: CastBallot = { person, choice, weight: BigInt(weight), firstMs }
    cast.set(`${decision} ${phase} ${person}`, ballot)
    answers.set(keyOf({ kind: 'ballot', decision, phase, person }), { kind: 'ballot', ballot })
    touched.add(`ballots ${decision}`)
  }

  /** Counts as of an entry stay true; ballots and delegations are as they stand now. */
  function forget(mark: string) {
    if (mark.startsWith('ballots ')) {
      const decision = mark.slice('ballots '.length)
      for (const phase of ['advice', 'vote', 'ratify'] as const)
        answers.delete(keyOf({ kind: 'ballots', decision, phase }))
    }
    if (mark === 'delegations') delegations.clear()
  }
}

const keyOf = (need: Need): string => JSON.stringify(need)
