// Counts ballots that lie in columns: the same answer as `tally`, for a million of them, as often as their weights change.
import { type BallotColumns, ballotStates } from './ballot-columns.ts'
import type { Marks } from './count.ts'
import { halvesOf, highHalf, lowHalf } from './halves.ts'
import type { Amount, Method, Tally } from './method.ts'
import { rankingOf } from './ranking.ts'
import { rational } from './rational.ts'
import { type Settings, validSettings } from './settings.ts'
import { concluded, countings } from './tally.ts'

/**
 * @param columns as `ballotColumns` makes them for this method, number of options and settings
 * @param weights one a row, not negative: what each exercises, such as `exerciseColumns` answers
 */
export function tallyColumns(
  method: Method,
  options: number,
  columns: BallotColumns,
  weights: BigUint64Array | readonly bigint[],
  settings: Settings = {},
): Tally {
  const valid = validSettings(method, options, settings)
  if (!valid.ok) throw new RangeError(valid.refusal.reason)
  assertFits(options, columns, weights)
  if (!(weights instanceof BigUint64Array)) return counted(method, options, columns, weights, settings)
  if (method === 'single-choice' || method === 'approval') return added(method, options, columns, weights)
  return counted(method, options, columns, weights, settings)
}

function assertFits(options: number, columns: BallotColumns, weights: ArrayLike<bigint>): void {
  const { count, state, starts, options: marked, values } = columns
  const marks = marked.length
  if (state.length !== count || starts.length !== count + 1 || weights.length !== count) {
    throw new RangeError('The columns of a vote have one row for each ballot')
  }
  if (values.length !== marks || starts[count] !== marks)
    throw new RangeError('Every mark has a value and a row')
  for (let i = 0; i < marks; i += 1) {
    const option = marked[i] as number
    if (option < 0 || option >= options) throw new RangeError('A mark is for an option that is not there')
  }
}

const states = Object.keys(ballotStates).length

/** Rows whose halves are added in doubles before they are carried over: 2^21 of them would still be exact. */
const blockRows = 2 ** 20

/** Weights added up as they lie in memory, an option and a state having a cell each. */
function added(method: Method, options: number, columns: BallotColumns, weights: BigUint64Array): Tally {
  const cells = options + states
  const [lows, highs] = [new Float64Array(cells), new Float64Array(cells)]
  const ballots = new Float64Array(states)
  const totals = new Array<bigint>(cells).fill(0n)
  for (let start = 0; start < columns.count; start += blockRows) {
    lows.fill(0)
    highs.fill(0)
    addRows(columns, weights, { start, options, lows, highs, ballots })
    for (let cell = 0; cell < cells; cell += 1) {
      const [low, high] = [BigInt(lows[cell] as number), BigInt(highs[cell] as number)]
      totals[cell] = (totals[cell] as bigint) + low + (high << 32n)
    }
  }
  const scores = totals.slice(0, options).map(total => rational(total))
  const result = { scores, ranking: rankingOf(scores) }
  return concluded(method, options, result, amounts(ballots, totals.slice(options)))
}

interface Block {
  readonly start: number
  readonly options: number
  readonly lows: Float64Array
  readonly highs: Float64Array
  readonly ballots: Float64Array
}

function addRows(columns: BallotColumns, weights: BigUint64Array, block: Block): void {
  const { state, starts, options: marked } = columns
  const { start, options, lows, highs, ballots } = block
  const halves = halvesOf(weights)
  const end = Math.min(columns.count, start + blockRows)
  for (let row = start; row < end; row += 1) {
    const said = state[row] as number
    if (said === ballotStates.none) continue
    const low = halves[2 * row + lowHalf] as number
    const high = halves[2 * row + highHalf] as number
    ballots[said] = (ballots[said] as number) + 1
    lows[options + said] = (lows[options + said] as number) + low
    highs[options + said] = (highs[options + said] as number) + high
    const last = starts[row + 1] as number
    for (let at = starts[row] as number; at < last; at += 1) {
      const option = marked[at] as number
      lows[option] = (lows[option] as number) + low
      highs[option] = (highs[option] as number) + high
    }
  }
}

/** By the method's own count, one ballot's marks at a time. */
function counted(
  method: Method,
  options: number,
  { count, state, starts, options: marked, values }: BallotColumns,
  weights: BigUint64Array | readonly bigint[],
  settings: Settings,
): Tally {
  const counting = countings[method](options, settings)
  const marks: Marks = { length: 0, options: new Int32Array(options), values: new Int32Array(options) }
  const ballots = new Array<number>(states).fill(0)
  const totals = new Array<bigint>(states).fill(0n)
  for (let row = 0; row < count; row += 1) {
    const said = state[row] as number
    if (said === ballotStates.none) continue
    const weight = weights[row] as bigint
    if (weight < 0n) throw new RangeError('a weight below 0')
    ballots[said] = (ballots[said] as number) + 1
    totals[said] = (totals[said] as bigint) + weight
    if (said !== ballotStates.counts) continue
    const start = starts[row] as number
    marks.length = (starts[row + 1] as number) - start
    for (let i = 0; i < marks.length; i += 1) {
      marks.options[i] = marked[start + i] as number
      marks.values[i] = values[start + i] as number
    }
    counting.take(marks, weight)
  }
  return concluded(method, options, counting.result(), amounts(ballots, totals))
}

function amounts(ballots: ArrayLike<number>, weights: readonly bigint[]) {
  const of = (said: number): Amount => ({ ballots: ballots[said] ?? 0, weight: weights[said] ?? 0n })
  const { counts, abstains, invalid } = ballotStates
  return { counted: of(counts), abstained: of(abstains), invalid: of(invalid) }
}
