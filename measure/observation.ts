// An observation: one normalized fact, from outside or from the log, as every evidence reader emits it and every measure reads it.

/**
 * What happened, dotted: who may have decided something (`commit.merged`, `vote.cast`) or what somebody holds
 * (`balance.held`, `signer.held`). A mapping file may add its own.
 */
export const observationKinds = [
  'commit.authored',
  'commit.coauthored',
  'commit.merged',
  'commit.approved',
  'pull.opened',
  'pull.merged',
  'pull.closed',
  'review.approved',
  'review.submitted',
  'issue.opened',
  'comment.made',
  'post.written',
  'proposal.created',
  'proposal.queued',
  'proposal.executed',
  'proposal.canceled',
  'vote.cast',
  'balance.held',
  'payment.made',
  'payment.received',
  'node.run',
  'key.held',
  'domain.held',
  'host.run',
  'signer.held',
  'override.held',
  // Of the organization's own log.
  'decision.made',
  'decision.vetoed',
  'decision.paused',
  'rule.changed',
  'gate.overridden',
  'payment.sent',
  'content.published',
  'content.removed',
  'content.restored',
  'member.admitted',
  'member.dismissed',
  'role.granted',
  'role.revoked',
] as const

export type ObservationKind = (typeof observationKinds)[number] | (string & {})

/**
 * Whose deed it was: a scheme and a handle, `email:ada@example.org`, `github:ada`, `eth:0x1f98…` (lower case),
 * `name:Ada Lovelace`, `opencollective:slug`, `forum:p_16e`. The scheme says who hands the handle out, so that the same
 * handle read from two files is the same actor.
 */
export type Actor = string

/** One file that a commit changed; null where the object is binary or absent, so that its lines are unknown. */
export interface ChangedFile {
  readonly path: string
  readonly added: number | null
  readonly deleted: number | null
}

export interface Observation {
  /** Stable: reading the same fact again, from the same or another copy of the source, gives the same id. */
  readonly id: string
  /** The charter's id of the source. */
  readonly source: string
  readonly kind: ObservationKind
  /** null: the source says that somebody did it and not who. */
  readonly actor: Actor | null
  /** As the source spells it, for display and for merging by name. */
  readonly actorName?: string
  /** Milliseconds since 1970 UTC; null: a standing fact (a balance, a key) without a date. */
  readonly atMs: number | null
  /** Never negative; a count, or a fixed-point amount of `asset` with `decimals` places. */
  readonly weight: bigint
  /** What is counted, in the singular: `commit`, `vote`, `USD`, `COMP`, `wei`. Only equal assets are ever added. */
  readonly asset: string
  readonly decimals: number
  /** What it was about: a proposal, a pull request, a wallet, a topic. */
  readonly about?: string
  /** The choice of a vote, as the source spells it. */
  readonly choice?: string
  /** For a key or wallet: how many holders must act together. */
  readonly required?: number
  /** Where anyone can look it up: a commit hash, a transaction, `file.csv:17`. */
  readonly reference: string
  readonly files?: readonly ChangedFile[]
  /** Further columns that a mapping file or reader names. */
  readonly attributes?: Readonly<Record<string, string>>
}
