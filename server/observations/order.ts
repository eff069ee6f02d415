// The orders that observations are listed in, as expressions that the store's indexes hold.
import { type RawBuilder, sql } from 'kysely'

export type Sort = 'at' | 'weight' | 'actor' | 'kind' | 'row'
export type Direction = 'asc' | 'desc'
export type KeyValue = string | number

/** Spelled as the indexes are, by which the database knows them again. */
export const atKey = sql<number>`coalesce(o.at_ms, -9000000000000000)`
export const actorKey = sql<string>`coalesce(left(o.actor, 100), '')`
const weightKey = sql<number>`(o.weight::float8 / power(10::float8, o.decimals))`
const kindKey = sql<string>`o.kind`

interface Key {
  readonly expression: RawBuilder<KeyValue>
  readonly type: 'int8' | 'float8' | 'text'
}

const at: Key = { expression: atKey, type: 'int8' }

/** By what each order goes; equal ones are told apart by the source's place and then the row. */
export const keysOf: Readonly<Record<Sort, readonly Key[]>> = {
  at: [at],
  weight: [{ expression: weightKey, type: 'float8' }],
  actor: [{ expression: actorKey, type: 'text' }, at],
  kind: [{ expression: kindKey, type: 'text' }, at],
  row: [{ expression: sql`o."row"`, type: 'int8' }],
}

/** A place in the order. */
export interface Place {
  readonly values: readonly KeyValue[]
  /** The import's place in the list of those that are read. */
  readonly import: number
  readonly row: number
}

/** A value with its type, which a parameter alone does not have. */
export function typed(value: KeyValue, type: Key['type']): RawBuilder<KeyValue> {
  return sql`${value}::${sql.raw(type)}`
}

function compareValue(a: KeyValue, b: KeyValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  // As the database does: by bytes, which for UTF-8 is by code points.
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
}

/** The order in which places come, ascending. */
export function comparePlaces(a: Place, b: Place): number {
  for (let index = 0; index < a.values.length; index += 1) {
    const by = compareValue(a.values[index] ?? '', b.values[index] ?? '')
    if (by !== 0) return by
  }
  return a.import - b.import || a.row - b.row
}
