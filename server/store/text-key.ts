// The key by which long text is found: an index takes 2.7 KiB, a name or handle may have 8.
import { type RawBuilder, sql } from 'kysely'

/** For `where('actor_key', '=', textKey(actor))`; a key narrows, so compare the text itself too. */
export function textKey(text: string): RawBuilder<string> {
  return sql<string>`md5(${text}::text)`
}
