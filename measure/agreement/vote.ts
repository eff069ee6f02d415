// What agreement is measured on, and the blocs that come of it.

/** One voter's vote on one proposal. */
export interface Vote {
  readonly voter: string
  readonly proposal: string
  readonly choice: string
  /** Never negative. A voter's power is the largest it ever voted with. */
  readonly power: bigint
}

export interface AgreementOptions {
  /** Share of shared proposals on which two must have chosen alike, at least; a fraction over at most a million. */
  readonly agreement: { readonly numerator: number; readonly denominator: number }
  /** Proposals that two must both have voted on before their agreement means anything. At least 1. */
  readonly minimumShared: number
}

export interface Bloc {
  /** The voter that the others agree with: the most powerful, the first by id among equals. */
  readonly leader: string
  /** In the order of their ids (by UTF-16 code units). */
  readonly voters: readonly string[]
  readonly power: bigint
}
