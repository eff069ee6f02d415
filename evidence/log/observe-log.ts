// Reads an organization's own log as evidence: who made each decision, who stopped one, and what came of it.
import {
  type DecisionState,
  type Entry,
  type ExercisedBallot,
  evolveDecision,
  type Json,
  type LogEvent,
  type MeasureType,
} from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { observationId } from '../reading/identifier.ts'
import { decidersOf } from './deciders.ts'
import { GovernedUnits } from './governed-units.ts'
import { amountsOf, shareDecimals, sharesOf, type Weighed } from './shares.ts'

export interface LogParts {
  /** The charter's id of the source. */
  readonly source: string
  /** What the capabilities that are plugged in say of their events. */
  readonly measures: readonly MeasureType[]
  /** The ballots of the vote that is open on a decision, with the weight each carries at a time (UTC milliseconds). */
  readonly exercised: (state: DecisionState, untilMs: number) => Promise<readonly ExercisedBallot[]>
}

/** A decision that is under way, or an act that was done at once. */
interface Matter {
  readonly unit: string
  readonly isMove: boolean
  /** `finance/D-12`, `finance/57`: what it is about, and where to look it up. */
  readonly about: string
  deciders: readonly Weighed[]
}

interface Open {
  state: DecisionState
  vote: readonly ExercisedBallot[]
  ratify: readonly ExercisedBallot[]
}

interface Said {
  readonly kind: string
  readonly about: string
  readonly who: Weighed
  readonly asset: string
  readonly decimals?: number
  readonly choice?: string
  readonly required?: number
}

/** Entries in, in their order and from the first on; observations out. */
export class LogObserver {
  readonly #parts: LogParts
  readonly #open = new Map<string, Open>()
  readonly units = new GovernedUnits()

  constructor(parts: LogParts) {
    this.#parts = parts
  }

  async take(entry: Entry): Promise<Observation[]> {
    const said: Said[] = []
    let matter = doneAtOnce(entry)
    if (matter) this.#made(matter, entry, said)
    for (const event of entry.events) {
      if (event.stream === 'rules') this.#rules(event, entry, said)
      else if (event.stream.startsWith('decision/'))
        matter = (await this.#decision(event, entry, said)) ?? matter
      else if (matter) this.#measured(event, matter, said)
    }
    return said.map((one, at) => this.#observation(one, entry, at))
  }

  /** Answers what is being carried out from here on. */
  async #decision(event: LogEvent, entry: Entry, said: Said[]): Promise<Matter | null> {
    const id = event.stream.slice('decision/'.length)
    if (event.type === 'decision.opened') {
      this.#open.set(id, { state: evolveDecision(null, event, entry), vote: [], ratify: [] })
      return null
    }
    const open = this.#open.get(id)
    if (!open) return null
    await this.#closing(open, event, entry, said)
    open.state = evolveDecision(open.state, event, entry)
    const { state } = open
    switch (event.type) {
      case 'decision.vetoed':
        this.#stopped('vetoed', state, event, said)
        return null
      case 'decision.paused':
        this.#stopped('paused', state, event, said)
        return null
      case 'decision.executed':
        return { ...matterOf(state), deciders: decidersOf(state, open, 'executed') }
      case 'decision.ended':
        this.#ended(open, entry, said)
        this.#open.delete(id)
        return null
      default:
        return null
    }
  }

  /** Ballots as they counted when the vote closed: at its end, or before it where nothing could change any more. */
  async #closing(open: Open, { type }: LogEvent, { atMs }: Entry, said: Said[]): Promise<void> {
    const { state } = open
    if (state.vote === null || (type !== 'decision.closed' && type !== 'decision.pause_ratified')) return
    const ballots = await this.#parts.exercised(state, Math.min(atMs, state.vote.closesMs))
    if (type === 'decision.pause_ratified') open.ratify = ballots.filter(({ choice }) => choice === 0)
    else {
      open.vote = ballots
      const { about } = matterOf(state)
      for (const ballot of ballots) {
        said.push({
          kind: 'vote.cast',
          about,
          who: ballot,
          asset: assetOf(state),
          choice: choiceText(ballot.choice, state.options),
        })
      }
    }
  }

  #stopped(what: 'vetoed' | 'paused', state: DecisionState, { data }: LogEvent, said: Said[]): void {
    const needs = what === 'vetoed' ? state.rule.veto?.needs : state.rule.pause?.needs
    said.push({
      kind: `decision.${what}`,
      about: matterOf(state).about,
      who: { person: String(data.person), weight: 1n },
      asset: what === 'vetoed' ? 'veto' : 'pause',
      ...(needs === undefined ? {} : { required: needs }),
    })
  }

  #ended(open: Open, entry: Entry, said: Said[]): void {
    const { state } = open
    const matter = { ...matterOf(state), deciders: decidersOf(state, open) }
    this.#made(matter, entry, said)
    if (state.phase === 'vetoed' && state.rule.veto?.needs === 1) {
      this.units.overruled(matter.unit, matter.about, entry.atMs)
    }
  }

  /** A change of the rules says who hands control over: no decision in the unit, and told by itself. */
  #made({ unit, isMove, about, deciders }: Matter, { atMs }: Entry, said: Said[]): void {
    const shares = sharesOf(deciders)
    if (shares.length > 0 && !isMove) this.units.decided(unit, atMs)
    const kind = isMove ? 'rule.changed' : 'decision.made'
    for (const who of shares) said.push({ kind, about, who, asset: 'decision', decimals: shareDecimals })
  }

  #rules(event: LogEvent, { seq, atMs }: Entry, said: Said[]): void {
    this.units.take(event, atMs)
    const { override, unit } = event.data as { override?: { by: string }; unit?: string }
    if (!override) return
    const who = { person: override.by, weight: 1n }
    said.push({ kind: 'gate.overridden', about: `${unit ?? 'organization'}/${seq}`, who, asset: 'override' })
  }

  /** What a capability says of its event, split over whoever decided it. */
  #measured(event: LogEvent, { unit, deciders }: Matter, said: Said[]): void {
    for (const { kind, of } of this.#parts.measures) {
      const fact = of(event)
      if (fact === null) continue
      const { about, amount, asset, decimals } = fact
      for (const who of amountsOf(deciders, amount))
        said.push({ kind, about: `${unit}/${about}`, who, asset, decimals })
    }
  }

  #observation({ who, ...said }: Said, { seq, atMs }: Entry, at: number): Observation {
    const { kind, about, asset, decimals = 0 } = said
    return {
      id: observationId('log', [seq, at, kind, who.person]),
      source: this.#parts.source,
      kind,
      actor: `person:${who.person}`,
      atMs,
      weight: who.weight,
      asset,
      decimals,
      about,
      ...(said.choice === undefined ? {} : { choice: said.choice }),
      ...(said.required === undefined ? {} : { required: said.required }),
      reference: `entry ${seq}`,
    }
  }
}

/** Null: it was not an act, or it opened a decision. */
function doneAtOnce({ command, by, seq }: Entry): Matter | null {
  if (command.kind !== 'act' || command.act === undefined || by === null) return null
  const { unit, type } = command.act as { readonly unit: string; readonly type: string }
  return { unit, isMove: isRule(type), about: `${unit}/${seq}`, deciders: [{ person: by, weight: 1n }] }
}

function matterOf({ act, id, isMove }: DecisionState): Omit<Matter, 'deciders'> {
  return { unit: act.unit, isMove, about: `${act.unit}/${id}` }
}

const isRule = (type: string) => type.startsWith('rule.')

/** What the weight of a vote is counted in: voices, or what the group votes with. */
function assetOf({ vote, groups }: DecisionState): string {
  const weight = vote === null ? undefined : groups[vote.group]?.weight
  switch (weight?.by) {
    case 'token':
      return weight.asset
    case 'square-root':
      return `√${weight.asset}`
    case 'reputation':
      return `score:${weight.score}`
    default:
      return 'vote'
  }
}

function choiceText(choice: ExercisedBallot['choice'], options: readonly string[]): string {
  if (choice === null) return 'abstain'
  return typeof choice === 'number' ? (options[choice] ?? String(choice)) : JSON.stringify(choice as Json)
}
