// A vote as Snapshot has it: options from 1, voting power as a double, in the order in which Snapshot lists the ballots.

export const snapshotTypes = [
  'single-choice',
  'basic',
  'approval',
  'weighted',
  'quadratic',
  'ranked-choice',
  'copeland',
] as const
export type SnapshotType = (typeof snapshotTypes)[number]

export interface SnapshotBallot {
  /** Whatever was sent; what Snapshot does not accept counts for no option. */
  readonly choice: unknown
  /** Voting power. */
  readonly balance: number
}

export interface SnapshotScores {
  /** Per option, what Snapshot publishes as `scores`. */
  readonly scores: readonly number[]
  /** What it publishes as `scores_total`. */
  readonly total: number
}

/** In the order of the ballots, as doubles add up differently in another. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

export function powerOf(ballots: readonly { readonly balance: number }[]): number {
  return sumOf(ballots.map(({ balance }) => balance))
}

export function isOption(value: unknown, options: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= options
}

/** A list of distinct options, or null. */
export function listOf(choice: unknown, options: number): readonly number[] | null {
  if (!Array.isArray(choice) || new Set(choice).size !== choice.length) return null
  return choice.every(option => isOption(option, options)) ? choice : null
}

/** The ballots whose choice can be read, with what was read. */
export function readable<T>(
  ballots: readonly SnapshotBallot[],
  read: (choice: unknown) => T | null,
): { readonly choice: T; readonly balance: number }[] {
  return ballots.flatMap(({ choice, balance }) => {
    const found = read(choice)
    return found === null ? [] : [{ choice: found, balance }]
  })
}
