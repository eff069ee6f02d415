// Takes observations in, once each, and folds them into the facts of the surfaces that ask for them.
import { type Charter, limits } from '@equalizer/core'
import { dayOfMs, Facts, Names, type Observation, type SeenActor } from '@equalizer/measure'
import { SourceRefused } from '../reader.ts'
import { parseAmount } from '../reading/amount.ts'
import { IdSet } from './id-set.ts'
import { type Route, routesOf, type Weighed } from './routes.ts'
import { type Standing, standingDays } from './standing.ts'

/** Acts and things that are counted one by one can be added whatever they are called; money and tokens cannot. */
const countable = /^[a-z][a-z ]*$/
const divisibleKinds = new Set(['balance.held', 'node.run'])
const noNames: ReadonlyMap<string, number> = new Map()

export interface Taken {
  observations: number
  duplicates: number
  unrouted: number
  /** Dated after the day that is measured. */
  later: number
}

/** The facts of one surface, apart by asset: only equal assets are ever added. */
interface SurfaceIntake {
  readonly byAsset: Map<string, Facts>
  readonly countedAs: Set<string>
  /** What it counted already; null where no second copy can come but from the one source itself. */
  readonly ids: IdSet | null
  /** From this day on everything without a date that is for it counts; null: there is nothing such. */
  standsFrom: number | null
}

export interface IntakeOptions {
  /** By id of the source: the UTC day number on which it was read, where that was kept. */
  readonly readOn?: ReadonlyMap<string, number>
  readonly actorsLimit?: number
}

export class Intake {
  readonly actors = new Names()
  readonly standing: Standing = { withheld: 0, assumed: 0 }
  readonly #routes: ReadonlyMap<string, readonly Route[]>
  readonly #ids = new IdSet()
  readonly #surfaces: SurfaceIntake[]
  readonly #supplies: ReadonlyMap<string, string>
  readonly #asOfDay: number
  readonly #standingDays: ReadonlyMap<string, number>
  readonly #seen: number[] = []
  readonly #names = new Map<number, Map<string, number>>()

  readonly #actorsLimit: number
  #spellings = 0
  #spelledChars = 0

  constructor(charter: Charter, asOfDay: number, options: IntakeOptions = {}) {
    this.#actorsLimit = options.actorsLimit ?? limits.actors
    this.#standingDays = standingDays(charter, options.readOn ?? new Map())
    this.#routes = routesOf(charter)
    this.#asOfDay = asOfDay
    this.#supplies = new Map(charter.sources.flatMap(({ id, supply }) => (supply ? [[id, supply]] : [])))
    const oneSource = charter.sources.length === 1
    this.#surfaces = charter.units
      .flatMap(unit => unit.surfaces)
      .map(({ evidence }) => ({
        byAsset: new Map(),
        countedAs: new Set(),
        ids: oneSource && evidence.length === 1 ? null : new IdSet(),
        standsFrom: null,
      }))
  }

  /** Throws `SourceRefused` (`evidence.too_many_actors`) where the names of all sources together end our memory. */
  take(observation: Observation, taken: Taken) {
    const day = observation.atMs === null ? null : dayOfMs(observation.atMs)
    if (day !== null && day > this.#asOfDay) {
      taken.later += 1
      return
    }
    if (day === null && !this.#stands(observation)) return
    const fresh = this.#ids.add(observation.id)
    if (fresh) taken.observations += 1
    else taken.duplicates += 1
    const routed = this.#route(observation, day, fresh)
    if (!fresh) return
    if (!routed) taken.unrouted += 1
    if (observation.actor !== null) this.#see(observation.actor, observation.actorName)
  }

  /** Whether a fact without a date counts already. Its surfaces learn since when, or from when on. */
  #stands(observation: Observation): boolean {
    const known = this.#standingDays.get(observation.source)
    const from = known ?? this.#asOfDay
    for (const route of this.#routes.get(observation.kind) ?? []) {
      if (route.source !== observation.source || !route.weigh(observation)) continue
      const surface = this.#surfaces[route.surface] as SurfaceIntake
      surface.standsFrom = Math.max(surface.standsFrom ?? from, from)
    }
    if (known === undefined) this.standing.assumed += 1
    if (from <= this.#asOfDay) return true
    this.standing.withheld += 1
    return false
  }

  /**
   * Each fact once on each surface, though several sources hold it or several of the surface's lines ask for it: which
   * copy was read first must not decide which surfaces see it.
   */
  #route(observation: Observation, day: number | null, fresh: boolean): boolean {
    let routed = false
    for (const route of this.#routes.get(observation.kind) ?? []) {
      if (route.source !== observation.source) continue
      const weighed = route.weigh(observation)
      if (!weighed) continue
      routed = true
      const { ids } = this.#surfaces[route.surface] as SurfaceIntake
      if (!(ids ? ids.add(observation.id + route.part) : fresh)) continue
      this.#factsOf(route.surface, weighed).add({
        actor: observation.actor,
        day,
        weight: weighed.weight,
        about: observation.about,
        choice: observation.choice,
        required: observation.required,
        divisible: divisibleKinds.has(observation.kind),
        eligible:
          observation.kind === 'vote.cast' ? this.#supplyOf(observation.source, weighed.decimals) : null,
      })
    }
    return routed
  }

  #see(actor: string, name: string | undefined) {
    const number = this.actors.number(actor)
    const before = this.#seen[number] ?? 0
    if (before === 0) this.#keep(actor)
    this.#seen[number] = before + 1
    if (name === undefined || name === '') return
    const names = this.#names.get(number) ?? new Map<string, number>()
    const times = names.get(name) ?? 0
    if (times === 0) this.#keep(name)
    names.set(name, times + 1)
    this.#names.set(number, names)
  }

  #keep(text: string) {
    this.#spellings += 1
    this.#spelledChars += text.length
    if (this.#spellings <= this.#actorsLimit && this.#spelledChars <= limits.actorChars) return
    const reason = `The sources up to here name more than ${this.#actorsLimit} actors, or spell them in more than ${limits.actorChars} characters; what follows in this one is not read`
    throw new SourceRefused({ code: 'evidence.too_many_actors', reason, facts: { limit: this.#actorsLimit } })
  }

  /** All that could be voted with, where the charter says how much there is. */
  #supplyOf(source: string, decimals: number): bigint | null {
    const supply = this.#supplies.get(source)
    const amount = supply === undefined ? null : parseAmount(supply, { decimals })
    return amount?.ok ? amount.value : null
  }

  #factsOf(surface: number, { asset, decimals }: Weighed): Facts {
    const intake = this.#surfaces[surface] as SurfaceIntake
    const counted = decimals === 0 && countable.test(asset)
    if (counted) intake.countedAs.add(asset)
    const key = counted ? 'counted' : `${asset}/${decimals}`
    const known = intake.byAsset.get(key)
    if (known) return known
    const fresh = new Facts(this.actors, asset, decimals)
    intake.byAsset.set(key, fresh)
    return fresh
  }

  /**
   * The facts of a surface in the asset most of them are in, what was left aside because it cannot be added, and the day
   * from which its facts without a date count, which may be after the day that is measured.
   */
  factsOfSurface(surface: number): {
    facts: Facts | null
    aside: { asset: string; rows: number }[]
    standsFrom: number | null
  } {
    const intake = this.#surfaces[surface] as SurfaceIntake
    const ordered = [...intake.byAsset.values()].sort(
      (a, b) => b.size - a.size || (a.asset < b.asset ? -1 : 1),
    )
    const [facts = null, ...others] = ordered
    if (facts && facts.decimals === 0 && intake.countedAs.size > 1 && countable.test(facts.asset))
      facts.asset = 'act'
    const aside = others.map(other => ({ asset: other.asset, rows: other.size }))
    return { facts, aside, standsFrom: intake.standsFrom }
  }

  seenActors(): SeenActor[] {
    return this.actors.list.map((actor, number) => ({
      actor,
      names: this.#names.get(number) ?? noNames,
      observations: this.#seen[number] ?? 0,
    }))
  }
}
