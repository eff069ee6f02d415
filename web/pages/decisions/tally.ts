// A vote's result as bars: what each option has of what counts, where threshold and quorum lie; exact until it is drawn.
import type { Decision } from '@equalizer/client/contract'
import { exact, figure } from '../../words/format.ts'
import type { VoteRule } from '../../words/rule-words.ts'

export type Result = NonNullable<Decision['result']>

export interface Bar {
  readonly option: number
  readonly label: string
  /** With all its digits, `1,234`; a fraction as `7/3`, a long one rounded. */
  readonly has: string
  /** 0..1 of what counts. */
  readonly part: number
  readonly leads: boolean
}

export interface TallyView {
  readonly bars: readonly Bar[]
  /** 0..1, where the threshold lies on every bar; null: votes in pairs have none on a bar. */
  readonly threshold: number | null
  readonly isDuels: boolean
  readonly quorum: {
    readonly has: string
    readonly of: string
    readonly needs: string
    readonly part: number
    readonly mark: number
    readonly isReached: boolean
  }
}

interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/** `n` or `n/d`. */
export function fractionOf(text: string): Fraction {
  const [n = '0', d = '1'] = text.split('/')
  return { n: BigInt(n), d: BigInt(d) }
}

const steps = 1_000_000n

/** n/d of `of`, cut to millionths, for drawing alone. */
function partOf({ n, d }: Fraction, of: Fraction): number {
  if (of.n === 0n) return 0
  const millionths = (n * of.d * steps) / (d * of.n)
  return Math.min(1, Number(millionths) / Number(steps))
}

const add = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
const longestDenominator = 9_999n

export function figureOf({ n, d }: Fraction): string {
  if (d === 1n) return exact(String(n))
  if (d <= longestDenominator) return `${exact(String(n))}/${d}`
  return `≈ ${figure(Number((n * 100n) / d) / 100)}`
}

function baseOf(
  result: Result,
  { method, thresholdOf, scoreMax }: VoteRule,
  scores: readonly Fraction[],
): Fraction {
  if (method === 'schulze' || method === 'copeland')
    return { n: BigInt(Math.max(1, scores.length - 1)), d: 1n }
  if (method === 'quadratic') return scores.reduce(add, { n: 0n, d: 1n })
  const counted = BigInt(result.counted.weight)
  const present = counted + BigInt(result.abstained.weight)
  const weight =
    thresholdOf === 'eligible'
      ? BigInt(result.eligible.weight)
      : thresholdOf === 'present'
        ? present
        : counted
  return { n: weight * (method === 'score' ? BigInt(scoreMax ?? 10) : 1n), d: 1n }
}

export function tallyOf(result: Result, rule: VoteRule, labels: readonly string[]): TallyView {
  const scores = result.scores.map(fractionOf)
  const of = baseOf(result, rule, scores)
  const isDuels = rule.method === 'schulze' || rule.method === 'copeland'
  const threshold = fractionOf(rule.threshold)
  return {
    bars: inOrder(result, scores).map(([option, score]) => ({
      option,
      label: labels[option] ?? String(option),
      has: figureOf(score),
      part: partOf(score, of),
      leads: option === result.winner,
    })),
    threshold: isDuels ? null : partOf(threshold, { n: 1n, d: 1n }),
    isDuels,
    quorum: quorumOf(result, rule),
  }
}

/** For and against stay where they are; more options stand in the order that the vote gives them. */
function inOrder({ ranking }: Result, scores: readonly Fraction[]): (readonly [number, Fraction])[] {
  const listed = scores.map((score, option) => [option, score] as const)
  if (scores.length <= 2) return listed
  const tierOf = (option: number) => ranking.findIndex(tier => tier.includes(option))
  return listed.sort((a, b) => tierOf(a[0]) - tierOf(b[0]) || a[0] - b[0])
}

/** The least weight that suffices is the rule's share of the eligible weight, rounded up. */
function quorumOf({ taking, eligible }: Result, { quorum }: VoteRule): TallyView['quorum'] {
  const weight = BigInt(eligible.weight)
  const share = fractionOf(quorum)
  const needs = (weight * share.n + share.d - 1n) / share.d
  const of = { n: weight, d: 1n }
  return {
    has: exact(taking),
    of: exact(eligible.weight),
    needs: exact(String(needs)),
    part: partOf({ n: BigInt(taking), d: 1n }, of),
    mark: partOf({ n: needs, d: 1n }, of),
    isReached: BigInt(taking) >= needs,
  }
}
