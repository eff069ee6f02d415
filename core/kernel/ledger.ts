// An organization's log in memory, with everything that is read off it: for tests, the simulator, and trying a script out.

import { hasEarlyClose } from '../decision/count-vote.ts'
import type { DecisionState } from '../decision/decision.ts'
import { type Delegation, delegationsFor } from '../delegation/scope.ts'
import { isMember } from '../group/membership.ts'
import { canonical } from '../log/canonical.ts'
import type { Draft, Entry, LogEvent } from '../log/entry.ts'
import { accepted, type Result } from '../refusal.ts'
import type { Group, StandingKey } from '../rule/group.ts'
import { squareRoot } from '../voting/square-root.ts'
import type { BallotPhase, Books, CastBallot, Measured, Now } from './books.ts'
import type { Command, Tick } from './command.ts'
import { type Founding, foundingDraft } from './founding.ts'
import type { Answered, Kernel } from './kernel.ts'

export interface Sent {
  readonly entry: Entry
  readonly answer: Answered
}

export interface Ledger {
  readonly entries: readonly Entry[]
  readonly books: Books
  found(founding: Founding, atMs: number): Entry
  /** A command of a person, or of the clock (null). */
  send(command: Command | Tick, by: string | null, atMs: number): Result<Sent>
  /** Decisions whose deadline has come, by id. */
  due(atMs: number): string[]
  /** Lets the clock bring everything that is due; answers how many entries that made. */
  tick(atMs: number): number
  decision(id: string): DecisionState
  now(atMs: number): Now
}

export interface LedgerOptions {
  /** What the evidence says of a unit. */
  readonly measure?: (unit: string) => Measured | null
  /** The public draw that stands at a length of the log (hex). */
  readonly draw?: (seq: number) => string | null
}

export function createLedger(kernel: Kernel, options: LedgerOptions = {}): Ledger {
  const entries: Entry[] = []
  const streams = new Map<string, unknown>()
  const shelf = new Shelf()
  const documents = new Map<string, string>()
  const now = (atMs: number): Now => ({
    seq: entries.length,
    atMs: Math.max(atMs, entries.at(-1)?.atMs ?? 0),
    draw: options.draw?.(entries.length) ?? null,
  })
  const books: Books = {
    ...shelf.reading(),
    stream: stream => streams.get(stream) ?? null,
    measure: unit => options.measure?.(unit) ?? null,
    document: cid => documents.get(cid) ?? null,
  }

  function append(draft: Draft, atMs: number): Entry {
    // As it will be read again: nothing that JSON does not keep may matter.
    const entry = JSON.parse(canonical({ ...draft, seq: entries.length, atMs })) as Entry
    for (const event of entry.events) {
      const state = kernel.evolve(streams.get(event.stream) ?? null, event, entry)
      streams.set(event.stream, state)
      shelf.take(event, entry)
    }
    entries.push(entry)
    return entry
  }

  function send(command: Command | Tick, by: string | null, atMs: number): Result<Sent> {
    const at = now(atMs)
    const handled = kernel.handle(command, by, books, at)
    if (!handled.ok) return handled
    for (const [cid, text] of Object.entries(handled.value.documents)) documents.set(cid, text)
    return accepted({ entry: append(handled.value.draft, at.atMs), answer: handled.value.answer })
  }

  const states = () =>
    [...streams].flatMap(([stream, state]) =>
      stream.startsWith('decision/') ? [state as DecisionState] : [],
    )

  function due(atMs: number): string[] {
    const ready = (state: DecisionState) => state.dueMs !== null && state.dueMs <= atMs
    return states()
      .filter(state => ready(state) || hasEarlyClose(state))
      .map(({ id }) => id)
  }

  return {
    entries,
    books,
    now,
    send,
    due,
    found: (founding, atMs) => append(foundingDraft(founding), atMs),
    tick: atMs => due(atMs).filter(decision => send({ kind: 'advance', decision }, null, atMs).ok).length,
    decision(id) {
      const state = streams.get(`decision/${id}`)
      if (!state) throw new Error(`There is no decision ${id}`)
      return state as DecisionState
    },
  }
}

interface Since {
  readonly seq: number
  readonly amount: bigint
}
interface Lasting extends Delegation {
  readonly sinceMs: number
  untilMs: number
}

/** What tables hold beside the states of streams: who has what since when, ballots, delegations. */
class Shelf {
  readonly #standings = new Map<string, Map<string, Since[]>>()
  readonly #ballots = new Map<string, Map<string, CastBallot>>()
  readonly #delegations: Lasting[] = []

  reading(): Pick<Books, 'standing' | 'eligible' | 'pool' | 'ballots' | 'ballot' | 'delegations'> {
    const ballotsOf = (decision: string, phase: BallotPhase) => this.#ballots.get(`${decision} ${phase}`)
    return {
      standing: (key, person, seq) => this.#standing(key, person, seq),
      eligible: (group, seq, atMs) => this.#eligible(group, seq, atMs),
      pool: (group, seq, atMs) => this.#members(group, seq, atMs),
      ballots: (decision, phase) => [...(ballotsOf(decision, phase)?.values() ?? [])],
      ballot: (decision, phase, person) => ballotsOf(decision, phase)?.get(person) ?? null,
      delegations: ({ unit, class: name, inForceMs, group, seq, atMs }) => {
        const inForce = this.#delegations.filter(
          one => one.sinceMs <= inForceMs && (one.untilMs > inForceMs || one.untilMs === Infinity),
        )
        const members = new Set(this.#members(group, seq, atMs))
        return [...delegationsFor({ kind: 'class', unit, class: name }, inForce).values()].map(
          ({ from, to }) => ({
            from,
            to,
            weight: members.has(from) ? this.#weight(group, from, seq) : 0n,
          }),
        )
      },
    }
  }

  take({ stream, type, data }: LogEvent, { seq, atMs }: Entry): void {
    const said = data as Record<string, string & number>
    if (type === 'standing.set') {
      const people = getOrMake(this.#standings, said.key ?? '', () => new Map<string, Since[]>())
      getOrMake(people, said.person ?? '', () => []).push({ seq: seq + 1, amount: BigInt(said.amount ?? '') })
    }
    if (type === 'decision.ballot_cast') {
      const { person, choice, weight, phase, firstMs } = data as unknown as CastBallot & { phase: string }
      const ballots = getOrMake(
        this.#ballots,
        `${stream.slice('decision/'.length)} ${phase}`,
        () => new Map(),
      )
      ballots.set(person, { person, choice, weight: BigInt(weight), firstMs })
    }
    if (stream.startsWith('delegation/')) this.#delegate(type, data as unknown as Delegation, atMs)
  }

  #delegate(type: string, { from, to, scope }: Delegation, atMs: number): void {
    const same = (one: Lasting) => one.from === from && JSON.stringify(one.scope) === JSON.stringify(scope)
    for (const one of this.#delegations) if (same(one) && one.untilMs === Infinity) one.untilMs = atMs
    if (type === 'delegation.given')
      this.#delegations.push({ from, to, scope, sinceMs: atMs, untilMs: Infinity })
  }

  #standing(key: StandingKey, person: string, seq: number): bigint {
    const history = this.#standings.get(key)?.get(person) ?? []
    return history.findLast(since => since.seq <= seq)?.amount ?? 0n
  }

  #members(group: Group, seq: number, atMs: number): string[] {
    if (group.kind === 'jury')
      throw new Error(`The jury ${group.id} is drawn into a decision and stands in no table`)
    const everybody = new Set(group.kind === 'listed' ? group.members : [])
    for (const people of this.#standings.values()) for (const person of people.keys()) everybody.add(person)
    const books = this.reading() as Books
    return [...everybody].filter(person => isMember(books, group, person, { seq, atMs })).sort()
  }

  #weight({ weight }: Group, person: string, seq: number): bigint {
    if (weight.by === 'person') return 1n
    if (weight.by === 'reputation') return this.#standing(`score:${weight.score}`, person, seq)
    const tokens = this.#standing(`asset:${weight.asset}`, person, seq)
    return weight.by === 'token' ? tokens : squareRoot(tokens)
  }

  #eligible(group: Group, seq: number, atMs: number) {
    const weights = this.#members(group, seq, atMs).map(person => this.#weight(group, person, seq))
    const some = weights.filter(weight => weight > 0n)
    return { members: some.length, weight: some.reduce((sum, weight) => sum + weight, 0n) }
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
