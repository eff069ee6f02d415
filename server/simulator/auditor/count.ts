// Counts a vote once more: weights of the opening, delegations of the close, quorum and threshold, in plain fractions.
import { type Choice, tally, type VoteRule } from '@equalizer/core'
import { rootOf } from './register.ts'

export interface Cast {
  readonly person: string
  readonly choice: Choice
  readonly weight: bigint
  readonly firstMs: number
}

export interface Voting {
  readonly rule: VoteRule
  readonly options: number
  readonly against: number | null
  /** All who may vote. */
  readonly eligible: ReadonlyMap<string, bigint>
  readonly ballots: readonly Cast[]
  readonly delegations: ReadonlyMap<string, string>
}

export interface Counted {
  readonly passed: boolean
  readonly reason: string
  readonly winner: number | null
  readonly ranking: readonly (readonly number[])[]
  readonly taking: bigint
  readonly eligible: { readonly members: number; readonly weight: string }
}

type Weighed = Pick<Cast, 'choice' | 'weight'>

/** Everybody's weight goes to the first on their chain who has a ballot. */
export function carried({ ballots, delegations, eligible }: Voting, castByMs = Infinity): Weighed[] {
  const cast = ballots.filter(({ firstMs }) => firstMs <= castByMs)
  const sums = new Map(cast.map(({ person }) => [person, 0n]))
  for (const [person, weight] of eligible) {
    let at: string | undefined = person
    for (let hops = 0; at !== undefined && !sums.has(at) && hops < 1_000; hops += 1) at = delegations.get(at)
    const sum = at === undefined ? undefined : sums.get(at)
    if (at !== undefined && sum !== undefined) sums.set(at, sum + weight)
  }
  return cast.map(({ person, choice }) => ({ choice, weight: sums.get(person) ?? 0n }))
}

const share = (text: string): [bigint, bigint] => text.split('/').map(BigInt) as [bigint, bigint]

/** Points of 0 say something in a vote by score, and nothing where points are shares of a weight. */
function abstains({ rule }: Pick<Voting, 'rule'>, choice: Choice): boolean {
  if (choice === null) return true
  if (typeof choice === 'number') return false
  const marks =
    Array.isArray(choice) || rule.method === 'score'
      ? Object.keys(choice)
      : Object.values(choice).filter(Boolean)
  return marks.length === 0
}

export function enough(voting: Voting, ballots: readonly Weighed[]): { has: bigint; reached: boolean } {
  const { rule, eligible } = voting
  let [all, has] = [0n, 0n]
  for (const weight of eligible.values()) all += weight
  for (const { choice, weight } of ballots)
    if (rule.abstentionsCount || !abstains(voting, choice)) has += weight
  const [over, under] = share(rule.quorum)
  return { has, reached: has * under >= all * over }
}

/** The numbers of a method: per option over one denominator; and of how much they are. */
interface Points {
  readonly has: readonly bigint[]
  /** What all of one unit of weight would be. */
  readonly unit: bigint
  readonly sumsUp: boolean
}

const sumOf = (some: Iterable<bigint>): bigint => [...some].reduce((sum, one) => sum + one, 0n)

const scale = 1_000_000_000n

/** Null: the ranked methods, which have naive counts of their own in core's tests. */
function pointsOf(voting: Voting, ballots: readonly Weighed[]): Points | null {
  const { rule, options } = voting
  const has = Array.from({ length: options }, () => 0n)
  const add = (option: number | string, amount: bigint) => {
    has[Number(option)] = (has[Number(option)] ?? 0n) + amount
  }
  const common = 232_792_560n
  for (const { choice, weight } of ballots) {
    if (abstains(voting, choice)) continue
    const marks = Object.entries(typeof choice === 'object' ? (choice ?? {}) : {}) as [string, number][]
    const all = BigInt(marks.reduce((sum, [, points]) => sum + points, 0))
    switch (rule.method) {
      case 'single-choice':
        add(choice as number, weight)
        break
      case 'approval':
        for (const option of choice as number[]) add(option, weight)
        break
      case 'score':
        for (const [option, points] of marks) add(option, weight * BigInt(points))
        break
      case 'weighted':
        if (common % all !== 0n) return null
        for (const [option, points] of marks) add(option, (weight * BigInt(points) * common) / all)
        break
      case 'quadratic':
        for (const [option, points] of marks)
          add(option, rootOf((weight * BigInt(points) * scale * scale) / all))
        break
      default:
        return null
    }
  }
  const unit =
    rule.method === 'score' ? BigInt(rule.scoreMax ?? 10) : rule.method === 'weighted' ? common : 1n
  return { has, unit, sumsUp: rule.method === 'quadratic' }
}

function best(has: readonly bigint[]): number[][] {
  const values = [...new Set(has)].sort((a, b) => (a < b ? 1 : -1))
  return values.map(value => has.flatMap((one, i) => (one === value ? [i] : [])))
}

/** What the winner has, of what. */
function behind(
  voting: Voting,
  ballots: readonly Weighed[],
  points: Points | null,
  winner: number,
): [bigint, bigint] {
  const { rule, against, eligible } = voting
  const counted = sumOf(ballots.filter(({ choice }) => !abstains(voting, choice)).map(({ weight }) => weight))
  const bases = {
    counted,
    present: sumOf(ballots.map(({ weight }) => weight)),
    eligible: sumOf(eligible.values()),
  }
  const base = bases[rule.thresholdOf]
  if (points) return [points.has[winner] ?? 0n, points.sumsUp ? sumOf(points.has) : base * points.unit]
  const found = tally(rule.method, voting.options, ballots)
  const { duels } = found
  if (!duels) {
    const { numerator, denominator } = found.scores[winner] ?? { numerator: 0n, denominator: 1n }
    return [numerator, base * denominator]
  }
  const rivals = against !== null ? [against] : duels.map((_, i) => i).filter(i => i !== winner)
  const shares = rivals.map(rival => {
    const [mine, theirs] = [duels[winner]?.[rival] ?? 0n, duels[rival]?.[winner] ?? 0n]
    return [mine, mine + theirs] as [bigint, bigint]
  })
  const worst = (a: [bigint, bigint], b: [bigint, bigint]) => (a[0] * b[1] <= b[0] * a[1] ? a : b)
  return shares.reduce(worst, [1n, 1n])
}

export function outcomeOf(voting: Voting, ballots: readonly Weighed[]): Counted {
  const { rule, options, against } = voting
  const { has, reached } = enough(voting, ballots)
  const counted = ballots.filter(({ choice, weight }) => !abstains(voting, choice) && weight > 0n)
  const points = pointsOf(voting, ballots)
  const none = Array.from({ length: options }, (_, i) => i)
  const settings = rule.scoreMax === undefined ? {} : { scoreMax: rule.scoreMax }
  const ranking =
    counted.length === 0
      ? [none]
      : points
        ? best(points.has)
        : tally(rule.method, options, ballots, settings).ranking
  const [first = []] = ranking
  const winner = counted.length > 0 && first.length === 1 ? (first[0] ?? null) : null
  const said = (reason: string): Counted => ({
    passed: reason === 'passed',
    reason,
    winner,
    ranking,
    taking: has,
    eligible: { members: voting.eligible.size, weight: String(sumOf(voting.eligible.values())) },
  })
  if (counted.length === 0) return said('no_ballots')
  if (!reached) return said('no_quorum')
  if (winner === null) return said('tie')
  if (winner === against) return said('rejected')
  const [mine, of] = behind(voting, ballots, points, winner)
  const [over, under] = share(rule.threshold)
  const above = mine * under - of * over
  return said(
    of > 0n && (rule.reach === 'more-than' ? above > 0n : above >= 0n) ? 'passed' : 'below_threshold',
  )
}

/** Ways to cast all that is left: for one option alone, or for none. */
export function waysToCast({ method, scoreMax }: VoteRule, options: number): Choice[] {
  const each = Array.from({ length: options }, (_, i) => i)
  const points = method === 'score' || method === 'weighted' || method === 'quadratic'
  const ways = each.map(i =>
    method === 'single-choice' ? i : points ? { [i]: method === 'score' ? (scoreMax ?? 10) : 1 } : [i],
  )
  return [null, ...ways]
}
