// What the server and the thread that measures say to each other.
import type { Charter } from '@equalizer/core'
import type { SourceReport, UnitReport } from '@equalizer/measure'
import type { CountedSource } from './measurable.ts'

/** What a measuring is begun with. */
export interface MeasuringTask {
  readonly charter: Charter
  readonly given: boolean
  readonly asOf: string
  readonly sources: readonly CountedSource[]
}

/** id, kind, actor, actor's name, time, weight, asset, decimals, about, choice, required, files. */
export type EvidenceRow = readonly [
  id: string,
  kind: string,
  actor: string | null,
  name: string | null,
  atMs: number | null,
  weight: string,
  asset: string,
  decimals: number,
  about: string | null,
  choice: string | null,
  required: number | null,
  files: readonly (readonly [path: string, added: number | null, deleted: number | null])[] | null,
]

/** A row of `actors`: handle, name, party, rule by which it is a bot, observations. */
export type ActorRow = readonly [
  actor: string,
  name: string | null,
  party: string | null,
  rule: string | null,
  observations: number,
]

/** A row of `parties`: id, name, members, observations, reasons as JSON. */
export type PartyRow = readonly [
  id: string,
  name: string,
  members: number,
  observations: number,
  reasons: string,
]

export type ToMeasuring =
  /** First: whatever came before is forgotten. */
  | { readonly is: 'begin'; readonly task: MeasuringTask }
  /** `source`: place in the task's sources. */
  | { readonly is: 'rows'; readonly source: number; readonly rows: readonly EvidenceRow[] }
  | {
      readonly is: 'claims'
      readonly rows: readonly (readonly [a: string, b: string, rule: string, detail: string])[]
    }
  /** Unit reports of the same day, as JSON text: those of an equal fingerprint are taken as they are. */
  | {
      readonly is: 'units'
      readonly rows: readonly (readonly [unit: string, fingerprint: string, report: string])[]
    }
  /** What is stored of people: only the difference comes back. */
  | { readonly is: 'actors'; readonly rows: readonly ActorRow[] }
  | { readonly is: 'parties'; readonly rows: readonly PartyRow[] }
  /** Everything was said; `people`: whether the difference of people is wanted. */
  | { readonly is: 'measure'; readonly people: boolean }

export interface MeasuredUnit {
  readonly id: string
  readonly fingerprint: string
  readonly declared: number | null
  readonly measured: UnitReport['measured']
  /** JSON text; null: as it was given. */
  readonly report: string | null
}

export interface Suggested {
  readonly actors: readonly string[]
  readonly reason: string
}

export type FromMeasuring =
  /** What was sent last is taken in. */
  | { readonly is: 'more' }
  | { readonly is: 'units'; readonly units: readonly MeasuredUnit[] }
  | {
      readonly is: 'people'
      readonly actors: readonly ActorRow[]
      readonly actorsGone: readonly string[]
      readonly parties: readonly PartyRow[]
      readonly partiesGone: readonly string[]
    }
  /** Last. `report`: JSON text of the report without its units. */
  | {
      readonly is: 'report'
      readonly report: string
      readonly assessed: number
      readonly suggestions: readonly Suggested[]
      readonly sources: readonly Pick<SourceReport, 'id' | 'refused'>[]
    }
