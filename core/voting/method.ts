// What every voting method is given and what it answers; exact arithmetic, the same answer in any order of ballots.

export const methods = [
  'single-choice',
  'approval',
  'weighted',
  'quadratic',
  'score',
  'instant-runoff',
  'schulze',
  'copeland',
] as const
export type Method = (typeof methods)[number]

/**
 * What one ballot says, by method; options are numbers from 0.
 * single-choice: one option. approval: distinct options. instant-runoff, schulze, copeland: distinct options, best first;
 * those left out rank below, equal among themselves. schulze and copeland also take option → rank from 1, the best, where
 * options may share a rank. weighted, quadratic, score: option → whole points. null abstains, in every method, and so does
 * a ballot that marks nothing.
 */
export type Choice = number | readonly number[] | Readonly<Record<string, number>> | null

export interface Ballot {
  /** Whole smallest units of the group's weight, not negative. */
  readonly weight: bigint
  readonly choice: Choice
}

/** An exact fraction; the denominator is above 0. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** How much, over ballots and over their weight. */
export interface Amount {
  readonly ballots: number
  readonly weight: bigint
}

export interface Tally {
  readonly method: Method
  /**
   * Per option: what the method adds up (weight; points; roots of weight; copeland: duels won, a tied one half; schulze:
   * options beaten); instant-runoff: the weight in the last round in which it stood. In lowest terms.
   */
  readonly scores: readonly Rational[]
  /** Every option once, best first; options of one tier are equal. Without counted weight: one tier of all. */
  readonly ranking: readonly (readonly number[])[]
  /** The single best option; null: a tie at the top, or no counted weight. */
  readonly winner: number | null
  readonly counted: Amount
  readonly abstained: Amount
  /** Ballots that the method does not accept: they count for nothing, quorum included. */
  readonly invalid: Amount
  /** instant-runoff: weight per option in each round, null for one already out; and what ran out of preferences. */
  readonly rounds?: readonly { readonly weights: readonly (bigint | null)[]; readonly exhausted: bigint }[]
  /** schulze, copeland: weight that prefers row over column. */
  readonly duels?: readonly (readonly bigint[])[]
}
