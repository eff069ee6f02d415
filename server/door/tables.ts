// The door's tables as the query builder knows them; `0004-door` and `0005-log` make exactly these.
import type { ColumnType, Generated } from 'kysely'

/** Read parsed, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

export interface DoorTables {
  /** How long the log is; whoever appends moves it from the size they read. */
  log_heads: {
    organization_id: string
    size: number
    last_ms: number
    /** The tree's perfect subtrees at this size, largest first: base64 of their hashes, moved together with the size. */
    frontier: Generated<string>
    /** By whose key the log is published; null: nobody's yet, or it was restored. */
    vkey: string | null
    /** What its checkpoints begin with; null: none was ever signed. */
    origin: string | null
    /** How many origins the log has had; a log restored without its key goes on under another one. */
    generation: Generated<number>
    /** It began before logs were published, and nobody said yet that it may be. */
    held: Generated<boolean>
  }
  entries: {
    organization_id: string
    seq: number
    at_ms: number
    by_person: string | null
    /** Of the command: act, ballot, advance … */
    kind: string
    /** The decision that it is about. */
    decision_id: string | null
    /** Canonical JSON of the whole entry. */
    entry: string
  }
  streams: { organization_id: string; stream: string; seq: number; state: Json<unknown> }
  standings: {
    organization_id: string
    key: string
    person: string
    /** Holds as of this size of the log … */
    from_seq: number
    /** … and until below this one; null: still. */
    to_seq: number | null
    amount: string
  }
  ballots: {
    organization_id: string
    decision_id: string
    phase: string
    person: string
    choice: Json<unknown>
    weight: string
    first_ms: number
    at_ms: number
    seq: number
  }
  delegations: {
    organization_id: string
    from_person: string
    /** `scopeKey` of core. */
    scope: string
    /** The entry that gave it. */
    seq: number
    to_person: string
    since_ms: number
    /** Revoked or replaced; null: in force. */
    until_ms: number | null
  }
  decisions: {
    organization_id: string
    decision_id: string
    number: number
    unit: string
    class: string
    type: string
    by_person: string
    phase: string
    open: boolean
    is_move: boolean
    stage: number
    opened_ms: number
    due_ms: number | null
    /** Whether it may close before it is due, once nothing can change its outcome. */
    early: boolean
    closed_ms: number | null
  }
  documents: {
    organization_id: string
    cid: string
    name: string | null
    type: string | null
    bytes: number
    base64: string
    at_ms: number
  }
  draws: { organization_id: string; root: string; length: number; used: number }
  sent: {
    organization_id: string
    person: string
    key: string
    command_sha256: string
    answer: Json<SentAnswer>
    at_ms: number
  }
  capability_tables: { name: string; shape: string }
}

export interface SentAnswer {
  readonly seq: number
  readonly atMs: number
  readonly answer: unknown
}
