// The whole list in its order, some rows at a time, for files that are written as they are read.
import type { ObservationRow } from '@equalizer/client'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Filter } from './filter.ts'
import type { Place } from './order.ts'
import { rowsAt } from './rows.ts'
import { scan } from './scan.ts'
import { segmentsOf } from './segments.ts'

export interface RowPiece {
  readonly rows: readonly ObservationRow[]
  /** Rows were found that are more than the most. */
  readonly cut: boolean
}

const rowsAtOnce = 2_000

/** Stops after `most` rows, or once the signal says that nobody reads on. */
export async function* rowsInPieces(
  db: Kysely<Tables>,
  filter: Filter,
  most: number,
  signal: AbortSignal,
): AsyncGenerator<RowPiece> {
  const segments = await segmentsOf(db, filter)
  let place: Place | null = null
  for (let given = 0; !signal.aborted; ) {
    const looked = await scan(db, filter, segments, place, rowsAtOnce)
    const passing = looked.filter(row => row.passes)
    const taken = passing.slice(0, most - given)
    const cut = taken.length < passing.length
    yield { rows: await rowsAt(db, filter.organization, filter.readings, taken), cut }
    given += taken.length
    place = looked.at(-1) ?? null
    if (cut || looked.length < rowsAtOnce) return
  }
}
