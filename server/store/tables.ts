// Every table as the query builder knows it; the migrations make exactly these. Each leads with the organization's id.
// Times are UTC milliseconds (int8, read as a number on both back ends), amounts are numeric read as text, json is
// parsed when read and given as text (`JSON.stringify`) when written; it comes back key by key in the order written.
import type { Charter } from '@equalizer/core'
import type { PlainFacts } from '@equalizer/evidence'
import type { Report, UnitReport } from '@equalizer/measure'
import type { ColumnType, Generated } from 'kysely'
import type { DoorTables } from '../door/tables.ts'
import type { PersonTables } from '../persons/tables.ts'

/** Read parsed, written as JSON text. */
type Json<T> = ColumnType<T, string, string>
/** MD5 of another column, made by the database: text may be longer than an index takes. `textKey` asks by it. */
type Key<T> = ColumnType<T, never, never>

export interface OrganizationsTable {
  organization_id: string
  name: string
  simulated: boolean
  /** What it was started from: empty, project, example, path. */
  origin: string
  /** The version of `charters` in force. */
  charter_version: number
  /** Goes up whenever anything that a reader sees changes. */
  revision: Generated<number>
  created_ms: number
}

/** Every version of the charter, append-only: the newest is in force, each says what changed. */
export interface ChartersTable {
  organization_id: string
  version: number
  charter: Json<Charter>
  /** False: inferred from the evidence, and nobody changed it yet. */
  given: boolean
  kind: string
  facts: Json<Record<string, string | number | boolean | null | string[]>>
  at_ms: number
  /** Name of the person or key. */
  by: string
  undoes: number | null
}

/** Where a source of the charter comes from; kind and reading options stand in the charter itself. */
export interface SourcesTable {
  organization_id: string
  source_id: string
  /** log: the organization's own. */
  origin: 'upload' | 'path' | 'log'
  /** The upload's id, an absolute path, or nothing. */
  location: string
  name: string
  every_ms: number | null
  next_read_ms: number | null
  /** The reading that counts; null: none is finished. */
  current_import: string | null
  added_ms: number
  /** Taken back; the rows stay until the source is restored or swept. */
  removed_ms: number | null
}

/** A file put in; the bytes lie in the data folder under files/<organization>/<upload id>. */
export interface UploadsTable {
  organization_id: string
  upload_id: string
  name: string
  bytes: number
  sha256: string
  at_ms: number
}

/** One whole reading of a source. Its observations count when the source's `current_import` names it, and never else. */
export interface ImportsTable {
  organization_id: string
  import_id: string
  source_id: string
  job_id: string
  state: 'reading' | 'done'
  /** By which an unchanged source is known again without being read: SHA-256 of a file, tip of a repository. */
  fingerprint: string | null
  bytes: number | null
  observations: number
  /** `Account` of the reader; null while it is being read. */
  account: Json<unknown> | null
  first_ms: number | null
  last_ms: number | null
  started_ms: number
  finished_ms: number | null
}

export interface ObservationsTable {
  organization_id: string
  import_id: string
  /** From 1, in the order of reading. */
  row: number
  observation_id: string
  kind: string
  actor: string | null
  actor_name: string | null
  at_ms: number | null
  /** Whole smallest units. */
  weight: string
  asset: string
  decimals: number
  about: string | null
  choice: string | null
  required: number | null
  reference: string
  files: Json<[path: string, added: number | null, deleted: number | null][]> | null
  attributes: Json<Record<string, string>> | null
}

/** Texts of some consecutive rows as one, to be looked through; `observation-texts.ts` says how. */
export interface ObservationTextsTable {
  organization_id: string
  import_id: string
  /** The first of them. */
  row: number
  search: string
  paths: string
}

/** What a source itself says of two handles being one. */
export interface ClaimsTable {
  organization_id: string
  import_id: string
  row: number
  a: string
  b: string
  rule: string
  detail: string
}

/** Whose handle is whose, as of the newest measuring. */
export interface ActorsTable {
  organization_id: string
  actor: string
  name: string | null
  /** null: a bot. */
  party_id: string | null
  bot_rule: string | null
  observations: number
  actor_key: Key<string>
  party_key: Key<string | null>
}

export interface PartiesTable {
  organization_id: string
  party_id: string
  name: string
  members: number
  observations: number
  reasons: Json<{ rule: string; detail: string }[]>
  party_key: Key<string>
}

export interface SuggestionsTable {
  organization_id: string
  number: number
  actors: Json<string[]>
  reason: string
}

/** A day's report without its units. */
export interface ReportsTable {
  organization_id: string
  /** UTC, YYYY-MM-DD. */
  day: string
  /** recorded: measured on that day or as the newest; reconstructed: asked for later. */
  basis: 'recorded' | 'reconstructed'
  /** Over everything that it was measured from; equal: nothing to measure again. */
  fingerprint: string
  charter_version: number
  measured_ms: number
  report: Json<Omit<Report, 'units'>>
}

export interface UnitReportsTable {
  organization_id: string
  day: string
  unit_id: string
  /** Place in the charter's order. */
  number: number
  fingerprint: string
  declared: number | null
  score: number | null
  low: number | null
  high: number | null
  report: Json<UnitReport>
}

export interface JobsTable {
  organization_id: string
  job_id: string
  kind: 'import' | 'measure'
  source_id: string | null
  import_id: string | null
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  phase: 'waiting' | 'reading' | 'storing' | 'measuring' | 'finished'
  done: number
  total: number | null
  observations: number
  /** Facts are left out by jobs from before they were kept. */
  problem: Json<{ code: string; reason: string; facts?: PlainFacts }> | null
  attempts: number
  /** Which running server has it; another may take it over once `beat_ms` is old. */
  owner: string | null
  beat_ms: number | null
  created_ms: number
  started_ms: number | null
  finished_ms: number | null
}

export interface MembersTable {
  organization_id: string
  user_id: string
  role: 'steward' | 'member' | 'reader'
}

export interface Tables extends DoorTables, PersonTables {
  organizations: OrganizationsTable
  charters: ChartersTable
  sources: SourcesTable
  uploads: UploadsTable
  imports: ImportsTable
  observations: ObservationsTable
  observation_texts: ObservationTextsTable
  claims: ClaimsTable
  actors: ActorsTable
  parties: PartiesTable
  suggestions: SuggestionsTable
  reports: ReportsTable
  unit_reports: UnitReportsTable
  jobs: JobsTable
  members: MembersTable
}
