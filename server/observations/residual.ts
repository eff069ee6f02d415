// What no index decides: conditions that are looked at row by row, in the database as far as it can.
import type { Observation } from '@equalizer/measure'
import { type RawBuilder, sql } from 'kysely'
import type { Filter } from './filter.ts'
import { atKey } from './order.ts'
import { isByActor } from './segments.ts'
import type { Counted } from './surface-lines.ts'

/** What the charter's patterns are tried on. */
export interface Looked {
  readonly kind: string
  readonly about: string | null
  readonly weight: string
  readonly files: [path: string, added: number | null, deleted: number | null][] | null
  readonly cells: (string | null)[] | null
}

/** Whether the database, which folds the letters of English only, lets too much through. */
const isGenerous = (text: string | null) => text !== null && /[^\0-\x7f]/.test(text)

/** Columns that a scan carries for `passesExactly`. */
export function lookedAt({ counted, text }: Filter): RawBuilder<unknown>[] {
  const columns: RawBuilder<unknown>[] = []
  if (counted) {
    const files = counted.needsFiles ? sql`o.files` : sql`NULL::json AS files`
    columns.push(sql`o.kind`, sql`o.about`, sql`o.weight`, files)
  }
  if (isGenerous(text)) {
    columns.push(sql`json_build_array(o.about, o.actor, o.actor_name, o.reference) AS cells`)
  }
  return columns
}

/** By the charter itself, as the measuring does it, and by the letters of every language. */
export function passesExactly(filter: Filter, at: number, looked: Looked): boolean {
  const { counted, readings, text } = filter
  if (text !== null && isGenerous(text) && !holdsText(text, looked.cells ?? [])) return false
  if (!counted) return true
  const observation = {
    source: readings[at]?.source ?? '',
    kind: looked.kind,
    weight: BigInt(looked.weight),
    asset: '',
    decimals: 0,
    ...(looked.about === null ? {} : { about: looked.about }),
    ...(looked.files
      ? { files: looked.files.map(([path, added, deleted]) => ({ path, added, deleted })) }
      : {}),
  }
  return counted.counts(observation as unknown as Observation)
}

function holdsText(text: string, cells: readonly (string | null)[]): boolean {
  const wanted = text.toLowerCase()
  return cells.some(cell => cell?.toLowerCase().includes(wanted))
}

/** Characters that a search pattern gives a meaning. */
const meaning = /[\\%_]/g
/**
 * What holds the text, small or capital. The database folds the letters of English only: any other character stands for
 * any one, and what is found is looked at again.
 */
function patternOf(text: string): string {
  const small = text.replace(/[A-Z]/g, letter => letter.toLowerCase())
  return `%${small.replace(meaning, found => `\\${found}`).replace(/[^\0-\x7f]/gu, '_')}%`
}

function textCondition(text: string): RawBuilder<unknown> {
  const cells = sql`concat_ws(chr(10), o.about, o.actor, o.actor_name, o.reference)`
  return sql`lower(${cells} COLLATE "C") LIKE ${patternOf(text)}`
}

/** What the charter's lines let through at most; a path stands in the stored JSON as it was written. */
function roughCondition(counted: Counted): RawBuilder<unknown> {
  const lines = counted.roughly.map(({ kinds, about, path }) => {
    const parts = [sql`o.kind IN (${sql.join(kinds)})`]
    if (about !== '') parts.push(sql`starts_with(o.about, ${about})`)
    if (path !== '') parts.push(sql`strpos(o.files::text, ${`["${JSON.stringify(path).slice(1, -1)}`}) > 0`)
    return sql`(${sql.join(parts, sql` AND `)})`
  })
  return sql`(${sql.join(lines, sql` OR `)})`
}

/** Days, where they are no part of the order. */
export function between({ fromMs, toMs }: Filter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = []
  if (fromMs !== null) parts.push(sql`${atKey} >= ${fromMs}::int8`)
  if (toMs !== null) parts.push(sql`${atKey} < ${toMs}::int8`)
  return parts
}

const all = (parts: readonly RawBuilder<unknown>[]) =>
  parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` AND `)})`

/** For `o`, an observation, and `s`, its segment. Every condition but organization and reading. */
export function everyCondition(filter: Filter): RawBuilder<boolean> {
  const parts = between(filter)
  if (filter.kinds.some(kinds => kinds !== null)) parts.push(sql`(s.kinds IS NULL OR o.kind = ANY (s.kinds))`)
  if (filter.actors) {
    const names = sql`SELECT json_array_elements_text(${JSON.stringify(filter.actors)}::json)`
    parts.push(sql`o.actor IN (${names})`)
  }
  if (filter.counted && filter.counted.roughly.length > 0) parts.push(roughCondition(filter.counted))
  if (filter.text !== null) parts.push(textCondition(filter.text))
  return all(parts)
}

/** What the segments of this order do not hold already. */
export function residual(filter: Filter): RawBuilder<boolean> {
  const { sort } = filter
  const inSegments = {
    kinds: sort === 'at' || sort === 'weight' || sort === 'kind',
    actors: isByActor(filter),
  }
  return everyCondition({
    ...filter,
    fromMs: sort === 'at' ? null : filter.fromMs,
    toMs: sort === 'at' ? null : filter.toMs,
    kinds: inSegments.kinds && !inSegments.actors ? [] : filter.kinds,
    actors: inSegments.actors ? null : filter.actors,
  })
}

/** Whether every row of the segments passes. */
export function nothingResidual(filter: Filter): boolean {
  const { sort, fromMs, toMs, kinds, actors, text, counted } = filter
  const byActor = isByActor(filter)
  if (text !== null || counted) return false
  if (actors && !byActor) return false
  if (sort !== 'at' && (fromMs !== null || toMs !== null)) return false
  return (sort !== 'actor' && sort !== 'row' && !byActor) || kinds.every(one => one === null)
}
