// What an option has behind it and of how much, by method: what a vote's threshold is held against.
import type { Rational, Tally } from './method.ts'
import { addRationals, compareRationals, rational } from './rational.ts'
import { defaultScoreMax } from './settings.ts'
import { shareOf, type VoteRule } from './vote-rule.ts'

/** `has` of `of`; where `of` is 0 nothing is reached. */
export interface Support {
  readonly has: Rational
  readonly of: Rational
}

/** Weight to which a threshold refers, before a method makes points of it. */
export function baseWeight(
  rule: Pick<VoteRule, 'thresholdOf'>,
  eligible: { readonly weight: bigint },
  tally: Pick<Tally, 'counted' | 'abstained'>,
): bigint {
  switch (rule.thresholdOf) {
    case 'counted':
      return tally.counted.weight
    case 'present':
      return tally.counted.weight + tally.abstained.weight
    case 'eligible':
      return eligible.weight
  }
}

/** Points that a unit of weight can give one option. */
export function pointsPerWeight(rule: Pick<VoteRule, 'method' | 'scoreMax'>): bigint {
  return rule.method === 'score' ? BigInt(rule.scoreMax ?? defaultScoreMax) : 1n
}

/**
 * By weight: an option's weight of the base. Score: its points of all that the base could give. Quadratic: its effective votes
 * of all options' together. Run-off: its weight in the last round of the base, ballots that ran out included. Schulze and
 * Copeland: of those who prefer one of the two, who prefers it to the option against, or else to its strongest rival.
 */
export function supportOf(
  rule: VoteRule,
  eligible: { readonly weight: bigint },
  tally: Tally,
  option: number,
  against: number | null,
): Support {
  if (tally.duels !== undefined) return inDuels(tally.duels, option, against)
  const has = tally.scores[option] ?? rational(0n)
  if (rule.method === 'quadratic') return { has, of: sumOf(tally.scores) }
  return { has, of: rational(baseWeight(rule, eligible, tally) * pointsPerWeight(rule)) }
}

export function sumOf(scores: readonly Rational[]): Rational {
  return scores.reduce(addRationals, rational(0n))
}

/** The duel against `against`, or the one in which the option does worst; alone, an option has all. */
function inDuels(duels: NonNullable<Tally['duels']>, option: number, against: number | null): Support {
  const rivals = rivalsOf(duels.length, option, against)
  const supports = rivals.map(rival => inDuel(duels, option, rival))
  return supports.reduce((worst, next) => (isLess(next, worst) ? next : worst), {
    has: rational(1n),
    of: rational(1n),
  })
}

/** Whom an option must hold its own against, as far as the threshold goes. */
export function rivalsOf(options: number, option: number, against: number | null): number[] {
  if (against !== null) return against === option ? [] : [against]
  return Array.from({ length: options }, (_, rival) => rival).filter(rival => rival !== option)
}

function inDuel(duels: NonNullable<Tally['duels']>, option: number, rival: number): Support {
  const preferring = duels[option]?.[rival] ?? 0n
  return { has: rational(preferring), of: rational(preferring + (duels[rival]?.[option] ?? 0n)) }
}

/** A duel in which nobody took part is the worst of all. */
function isLess(a: Support, b: Support): boolean {
  if (b.of.numerator === 0n) return false
  if (a.of.numerator === 0n) return true
  return compareRationals(times(a.has, b.of), times(b.has, a.of)) < 0
}

const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator)

/** Whether that is the rule's threshold: more than it, or at least it. */
export function reaches(rule: Pick<VoteRule, 'threshold' | 'reach'>, { has, of }: Support): boolean {
  if (of.numerator === 0n) return false
  const compared = compareRationals(has, times(shareOf(rule.threshold), of))
  return rule.reach === 'more-than' ? compared > 0 : compared >= 0
}
