// The list as one JSON document, piece by piece; one that breaks off cannot be taken for whole, for its end is missing.
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Filter } from './filter.ts'
import { rowsInPieces } from './row-pieces.ts'

/** `{ rows, more }`, a row a line; `more`: there are rows beyond the `most`, which were left out. */
export async function* observationsJson(
  db: Kysely<Tables>,
  filter: Filter,
  most: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield '{"rows":['
  let isFirst = true
  let more = false
  for await (const { rows, cut } of rowsInPieces(db, filter, most, signal)) {
    more = cut
    if (rows.length === 0) continue
    yield `${isFirst ? '\n' : ',\n'}${rows.map(row => JSON.stringify(row)).join(',\n')}`
    isFirst = false
  }
  // Nobody reads on: what was written so far must not look like all there is.
  if (!signal.aborted) yield `],"more":${more}}\n`
}
