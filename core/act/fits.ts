// Whether an act is of a decision class: its type and what its payload says.
import type { Filter } from '../rule/decision-class.ts'
import type { Payload } from './act.ts'

type Condition = Filter['where'][number]

/** Whether `type` with this payload is what the filter asks for. A payload without a field meets no condition on it. */
export function fits(filter: Filter, type: string, payload: Payload): boolean {
  return (
    filter.acts.some(pattern => patternTakes(pattern, type)) &&
    filter.where.every(condition => meets(condition, at(payload, condition.field)))
  )
}

/** `*` takes every type and pattern, `treasury.*` all of one capability. */
export function patternTakes(pattern: string, type: string): boolean {
  return (
    pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)))
  )
}

/** Own fields only: a payload cannot lend itself what every object inherits. */
function at(payload: Payload, field: string): unknown {
  let value: unknown = payload
  for (const name of field.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
    if (!Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

function meets(condition: Condition, value: unknown): boolean {
  if ('oneOf' in condition) return condition.oneOf.some(one => one === value)
  const amount = wholeOf(value)
  if (amount === null) return false
  return 'atMost' in condition ? amount <= BigInt(condition.atMost) : amount > BigInt(condition.moreThan)
}

/** A whole number, as decimal text or as a number that JSON keeps exactly; null: anything else, below 0 too. */
function wholeOf(value: unknown): bigint | null {
  if (typeof value === 'string') return /^\d{1,120}$/.test(value) ? BigInt(value) : null
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null
}
