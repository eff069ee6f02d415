// What a rule may set about a method beyond its name, and whether it may be set so.
import { limits } from '../limits.ts'
import { accepted, type Result, refused } from '../refusal.ts'
import type { Method, Rational } from './method.ts'

/** An option that stands for "none of the others", as Debian's constitution (A.6) has it. */
export interface DefaultOption {
  readonly option: number
  /** Weight that must prefer an option over this one, or the option is dropped. */
  readonly atLeast: bigint
  /** An option is dropped unless for : against, compared with this one, is above this. 1 is a majority. */
  readonly ratio: Rational
}

export interface Settings {
  /** score: the most points that a ballot may give one option; 10 unless said. */
  readonly scoreMax?: number
  /** instant-runoff: who goes out in one round: the lowest, or all at the bottom that together cannot catch up. */
  readonly elimination?: 'lowest' | 'batch'
  /** instant-runoff: options in an order drawn by lot; of options that nothing else tells apart the later goes out. */
  readonly lot?: readonly number[]
  /** schulze, copeland. */
  readonly defaultOption?: DefaultOption
}

export const defaultScoreMax = 10

/** Methods that compare every option with every other. */
export function comparesPairs(method: Method): boolean {
  return method === 'schulze' || method === 'copeland'
}

const isOption = (value: number, options: number) => Number.isInteger(value) && value >= 0 && value < options

function isLot(lot: readonly number[], options: number): boolean {
  return (
    lot.length === options && new Set(lot).size === options && lot.every(option => isOption(option, options))
  )
}

function isDefault({ option, atLeast, ratio }: DefaultOption, options: number): boolean {
  return isOption(option, options) && atLeast >= 0n && ratio.numerator >= 0n && ratio.denominator > 0n
}

/** Whether a vote can be counted so; codes `voting.*`. */
export function validSettings(method: Method, options: number, settings: Settings): Result<Settings> {
  const most = limits.options
  const facts = { method, options }
  if (!Number.isInteger(options) || options < 1 || options > most) {
    return refused('voting.bad_options', `A vote has between 1 and ${most} options`, { ...facts, most })
  }
  const { scoreMax, elimination, lot, defaultOption } = settings
  if (
    scoreMax !== undefined &&
    !(Number.isInteger(scoreMax) && scoreMax >= 1 && scoreMax <= limits.ballotPoints)
  ) {
    return refused('voting.bad_score_max', 'The most points are a whole number above 0', {
      ...facts,
      scoreMax,
    })
  }
  if (elimination !== undefined && elimination !== 'lowest' && elimination !== 'batch') {
    return refused('voting.bad_elimination', 'Out goes the lowest, or a batch', facts)
  }
  if (lot !== undefined && !isLot(lot, options)) {
    return refused('voting.bad_lot', 'A lot names every option once', facts)
  }
  if (defaultOption !== undefined && !isDefault(defaultOption, options)) {
    return refused(
      'voting.bad_default',
      'The default is one of the options, with a ratio and a least weight',
      facts,
    )
  }
  return accepted(settings)
}
