// A unit's position on the slider: the stages of its classes, weighed by how much harm a wrong act of each does.
import type { Groups } from '../group/sides.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Rational } from '../voting/method.ts'
import { stageOf } from './stage-of.ts'

/** From 0 (Team throughout) to 100 (Autonomous throughout), exact. */
export function position(classes: readonly DecisionClass[], groups: Groups): Rational {
  let [weighed, weight] = [0n, 0n]
  for (const { consequence, rule } of classes) {
    weighed += BigInt(consequence) * BigInt(stageOf(rule, groups).stage) * 25n
    weight += BigInt(consequence)
  }
  if (weight === 0n) throw new RangeError('A unit without classes has no position')
  return { numerator: weighed, denominator: weight }
}

/** For showing: the nearest whole number, halves up. */
export function shownPosition(classes: readonly DecisionClass[], groups: Groups): number {
  const { numerator, denominator } = position(classes, groups)
  return Number((2n * numerator + denominator) / (2n * denominator))
}
