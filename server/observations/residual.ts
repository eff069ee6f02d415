// What no index decides: conditions that are looked at row by row, in the database as far as it can.
import type { Observation } from '@equalizer/measure'
import { type RawBuilder, sql } from 'kysely'
import { searchedColumns } from '../store/observation-texts.ts'
import { searchable } from '../store/search-text.ts'
import type { Filter } from './filter.ts'
import type { GlobText } from './glob-text.ts'
import { atKey } from './order.ts'
import { isByActor } from './segments.ts'
import type { Counted } from './surface-lines.ts'

/** What the text and the charter's patterns are tried on. */
export interface Looked {
  readonly kind: string
  readonly about: string | null
  readonly actor: string | null
  readonly actor_name: string | null
  readonly reference: string
  readonly weight: string
  readonly files: [path: string, added: number | null, deleted: number | null][] | null
}

/** Columns that a scan carries for `passesExactly`. */
export function lookedAt({ counted, text }: Filter): RawBuilder<unknown>[] {
  const columns = text === null ? [] : [sql`o.about`, sql`o.actor`, sql`o.actor_name`, sql`o.reference`]
  if (!counted) return columns
  // Files are long; of what does not pass anyhow they are not fetched.
  const files = counted.needsFiles
    ? sql`CASE WHEN ${roughCondition(counted)} THEN o.files END AS files`
    : sql`NULL::json AS files`
  return [...(text === null ? [sql`o.about`] : columns), sql`o.kind`, sql`o.weight`, files]
}

/** By the text, and by the charter itself, as the measuring does it. */
export function passesExactly({ counted, text, readings }: Filter, at: number, looked: Looked): boolean {
  if (text !== null && !searchable(searchedColumns.map(column => looked[column])).includes(text)) return false
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

const either = (one: RawBuilder<unknown>, other: RawBuilder<unknown> | null) =>
  other ? sql`(${one} OR ${other})` : one

function aboutParts({ start, whole, pieces }: GlobText): RawBuilder<unknown>[] {
  const holding = pieces.map(piece => sql`strpos(o.about, ${piece}) > 0`)
  const all = whole === null ? null : sql`o.about = ${whole}`
  return start === '' ? holding : [either(sql`starts_with(o.about, ${start})`, all), ...holding]
}

/** A path stands in the stored JSON as it was written, first in its brackets. */
function pathParts({ start, whole, pieces }: GlobText): RawBuilder<unknown>[] {
  const holds = (text: string) => sql`strpos(o.files::text, ${text}) > 0`
  const written = (text: string) => JSON.stringify(text).slice(1, -1)
  const holding = pieces.map(piece => holds(written(piece)))
  const all = whole === null ? null : holds(`["${written(whole)}"`)
  return start === '' ? holding : [...holding, either(holds(`["${written(start)}`), all)]
}

/** What the charter's lines let through at most. */
function roughCondition(counted: Counted): RawBuilder<unknown> {
  if (counted.roughly.length === 0) return sql`true`
  const lines = counted.roughly.map(({ kinds, about, path }) => {
    const parts = [sql`o.kind IN (${sql.join(kinds)})`, ...aboutParts(about), ...pathParts(path)]
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

/** For `o`, an observation, and `s`, its segment. Every condition but organization, reading and text. */
export function everyCondition(filter: Filter): RawBuilder<boolean> {
  const parts = between(filter)
  if (filter.kinds.some(kinds => kinds !== null)) parts.push(sql`(s.kinds IS NULL OR o.kind = ANY (s.kinds))`)
  if (filter.actors) {
    const names = sql`SELECT json_array_elements_text(${JSON.stringify(filter.actors)}::json)`
    parts.push(sql`o.actor IN (${names})`)
  }
  if (filter.counted) parts.push(roughCondition(filter.counted))
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
