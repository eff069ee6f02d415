// Reads one ballot's choice as a method understands it, in one pass and without making anything per ballot.
import { limits } from '../limits.ts'
import type { Marks } from './count.ts'
import type { Method } from './method.ts'
import { comparesPairs, defaultScoreMax, type Settings } from './settings.ts'

export const ballotProblems = {
  'ballot.wrong_shape': 'The ballot has not the form that this method asks for',
  'ballot.unknown_option': 'The ballot names an option that does not exist',
  'ballot.repeated_option': 'The ballot names an option more than once',
  'ballot.too_many_options': 'The ballot names more options than there are',
  'ballot.bad_points': 'Points are whole numbers from 0 to the most that the method allows',
  'ballot.too_many_points': 'The ballot shares out more points than a ballot has',
  'ballot.bad_rank': 'A rank is a whole number from 1, the best, to the number of options',
} as const
export type BallotProblem = keyof typeof ballotProblems

export type Reading = 'counts' | 'abstains' | BallotProblem

export interface BallotReader {
  /** What the last `read` that answered 'counts' found. */
  readonly marks: Marks
  read(choice: unknown): Reading
}

/** @param settings already valid (`validSettings`) */
export function ballotReader(method: Method, options: number, settings: Settings = {}): BallotReader {
  const marks = { length: 0, options: new Int32Array(options), values: new Int32Array(options) }
  const readSome = readerOf(method, options, settings, marks)
  return {
    marks,
    read(choice) {
      marks.length = 0
      return choice === null ? 'abstains' : readSome(choice)
    },
  }
}

type ReadSome = (choice: unknown) => Reading

function readerOf(method: Method, options: number, settings: Settings, marks: Marks): ReadSome {
  if (method === 'single-choice') return readOne(options, marks)
  if (method === 'approval' || method === 'instant-runoff') return readList(options, marks)
  if (comparesPairs(method)) {
    const [asList, asRanks] = [readList(options, marks), readRanks(options, marks)]
    return choice => (Array.isArray(choice) ? asList(choice) : asRanks(choice))
  }
  if (method === 'score') return readScores(options, marks, settings.scoreMax ?? defaultScoreMax)
  return readShares(options, marks)
}

function isOption(value: unknown, options: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < options
}

function put(marks: Marks, option: number, value: number): void {
  marks.options[marks.length] = option
  marks.values[marks.length] = value
  marks.length += 1
}

function readOne(options: number, marks: Marks): ReadSome {
  return choice => {
    if (typeof choice !== 'number') return 'ballot.wrong_shape'
    if (!isOption(choice, options)) return 'ballot.unknown_option'
    put(marks, choice, 1)
    return 'counts'
  }
}

/** Distinct options; the value is the place in the list, from 1. */
function readList(options: number, marks: Marks): ReadSome {
  const seenAt = new Float64Array(options)
  let reading = 0
  return choice => {
    if (!Array.isArray(choice)) return 'ballot.wrong_shape'
    const length = choice.length
    if (length === 0) return 'abstains'
    if (length > options) return 'ballot.too_many_options'
    reading += 1
    for (let place = 0; place < length; place++) {
      const option: unknown = choice[place]
      if (!isOption(option, options)) return 'ballot.unknown_option'
      if (seenAt[option] === reading) return 'ballot.repeated_option'
      seenAt[option] = reading
      put(marks, option, place + 1)
    }
    return 'counts'
  }
}

/** A plain object, of whatever realm. A Map or a Date has no keys of its own and would pass for an empty ballot. */
function isRecord(choice: unknown): choice is Record<string, unknown> {
  if (typeof choice !== 'object' || choice === null) return false
  const prototype: unknown = Object.getPrototypeOf(choice)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Option → whole number within bounds. Only the one spelling of an option is known: no "01", no "__proto__". */
function readRecord(
  options: number,
  marks: Marks,
  least: number,
  most: number,
  bad: BallotProblem,
): ReadSome {
  const optionOf = new Map(Array.from({ length: options }, (_, option) => [String(option), option]))
  return choice => {
    if (!isRecord(choice)) return 'ballot.wrong_shape'
    const keys = Object.keys(choice)
    if (keys.length === 0) return 'abstains'
    if (keys.length > options) return 'ballot.too_many_options'
    for (const key of keys) {
      const option = optionOf.get(key)
      if (option === undefined) return 'ballot.unknown_option'
      const value = choice[key]
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) return bad
      put(marks, option, value)
    }
    return 'counts'
  }
}

const readRanks = (options: number, marks: Marks) => readRecord(options, marks, 1, options, 'ballot.bad_rank')

const readScores = (options: number, marks: Marks, scoreMax: number) =>
  readRecord(options, marks, 0, scoreMax, 'ballot.bad_points')

function readShares(options: number, marks: Marks): ReadSome {
  const read = readRecord(options, marks, 0, limits.ballotPoints, 'ballot.bad_points')
  return choice => {
    const reading = read(choice)
    if (reading !== 'counts') return reading
    let points = 0
    for (let i = 0; i < marks.length; i++) points += marks.values[i] as number
    if (points > limits.ballotPoints) return 'ballot.too_many_points'
    return points === 0 ? 'abstains' : 'counts'
  }
}
