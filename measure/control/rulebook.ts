// The rulebook: every number that the control score rests on; a change of any of them is a new version.

export interface Rulebook {
  readonly version: string
  /** Parties needed to decide that count as full decentralization (100). */
  readonly G: number
  /** Under this share of known weight a unit is "unproven". */
  readonly minimumCoverage: number
  /** A dated window with fewer observations gives way to the next longer one. */
  readonly minimumObservations: number
  /** Trailing windows, shortest first; after the last comes all time. */
  readonly windowsDays: readonly [number, number]
}

export const rulebook: Rulebook = {
  version: '1.0.0',
  G: 10,
  minimumCoverage: 0.8,
  minimumObservations: 20,
  windowsDays: [90, 365],
}
