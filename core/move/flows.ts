// Which acts go from which old class to which new one when a unit's list of classes is replaced.
import { patternTakes } from '../act/fits.ts'
import type { DecisionClass, Filter } from '../rule/decision-class.ts'

type Condition = Filter['where'][number]

export interface Flow {
  readonly from: DecisionClass
  readonly to: DecisionClass
}

/**
 * Every pair for which there may be an act that was of the one and will be of the other. Sound: no such pair is left out; a pair
 * stays in where the filters do not show that there is none. The first class that fits takes an act, so a pair is out where an
 * earlier class, old or new, takes everything that both filters take.
 */
export function flowsBetween(before: readonly DecisionClass[], after: readonly DecisionClass[]): Flow[] {
  return before.flatMap((from, i) =>
    after.flatMap((to, j) => {
      const both = intersection(from.filter, to.filter)
      if (both === null) return []
      const earlier = [...before.slice(0, i), ...after.slice(0, j)]
      return earlier.some(({ filter }) => covers(filter, both)) ? [] : [{ from, to }]
    }),
  )
}

/** Whether no act is ever of the class `at` this place: what it takes an earlier one takes, or there is no such act. */
export function isIdle(classes: readonly DecisionClass[], at: number): boolean {
  const filter = classes[at]?.filter
  if (!filter) return true
  // Who decides a move is derived, whatever class takes it.
  const acts = filter.acts.filter(pattern => !pattern.startsWith('rule.'))
  if (acts.length === 0 || contradict(filter.where)) return true
  const earlier = classes.slice(0, at).map(one => one.filter)
  return acts.every(pattern => earlier.some(other => covers(other, { ...filter, acts: [pattern] })))
}

/** What both take; null: nothing. */
function intersection(a: Filter, b: Filter): Filter | null {
  const acts = a.acts.flatMap(one => b.acts.flatMap(other => narrower(one, other) ?? []))
  const where = [...a.where, ...b.where]
  return acts.length === 0 || contradict(where) ? null : { acts, where }
}

/** Patterns nest or have nothing in common. */
function narrower(a: string, b: string): string | null {
  if (takesPattern(a, b)) return b
  return takesPattern(b, a) ? a : null
}

const takesPattern = (wide: string, narrow: string): boolean => wide === '*' || patternTakes(wide, narrow)

/** Whether `wide` surely takes every act that `narrow` takes. */
function covers(wide: Filter, narrow: Filter): boolean {
  return (
    narrow.acts.every(pattern => wide.acts.some(other => takesPattern(other, pattern))) &&
    wide.where.every(condition => narrow.where.some(given => implies(given, condition)))
  )
}

function implies(given: Condition, wanted: Condition): boolean {
  if (given.field !== wanted.field) return false
  if ('atMost' in given && 'atMost' in wanted) return BigInt(given.atMost) <= BigInt(wanted.atMost)
  if ('moreThan' in given && 'moreThan' in wanted) return BigInt(given.moreThan) >= BigInt(wanted.moreThan)
  if ('oneOf' in given && 'oneOf' in wanted) return given.oneOf.every(one => wanted.oneOf.includes(one))
  return false
}

/** Whether no payload can meet all of them. */
function contradict(conditions: readonly Condition[]): boolean {
  return conditions.some((one, i) => conditions.slice(i + 1).some(other => exclude(one, other)))
}

function exclude(a: Condition, b: Condition): boolean {
  if (a.field !== b.field) return false
  if ('oneOf' in a && 'oneOf' in b) return !a.oneOf.some(one => b.oneOf.includes(one))
  if ('atMost' in a && 'moreThan' in b) return BigInt(b.moreThan) >= BigInt(a.atMost)
  if ('moreThan' in a && 'atMost' in b) return BigInt(a.moreThan) >= BigInt(b.atMost)
  return false
}
