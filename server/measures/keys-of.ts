// The keys of many texts as one parameter: the planner looks each up by the index, however many there are.
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'

/** For `actor_key = any(…)`; the same digest as `textKey`, made here. */
export function keysOf(texts: readonly string[]): RawBuilder<string[]> {
  const keys = texts.map(text => createHash('md5').update(text, 'utf8').digest('hex'))
  return sql<string[]>`${`{${keys.join(',')}}`}::text[]`
}
