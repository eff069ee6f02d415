// One page of the list: straight from the index where that decides, else by looking through, or by gathering what is rare.
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Cursor } from './cursor.ts'
import type { Filter } from './filter.ts'
import { countPassing, type Gathered, gather } from './gather.ts'
import { comparePlaces, type Place } from './order.ts'
import { nothingResidual } from './residual.ts'
import { scan } from './scan.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { type Total, totalOf } from './total.ts'

export interface Page extends Total {
  readonly places: readonly Place[]
  /** Whether there are more behind them. */
  readonly more: boolean
}

/** Rows looked through before it is worth finding out whether what passes is rare. */
const firstLook = 1_000
const furtherLook = 10_000
/** What is gathered and put in order here; of more than that a page is found quickly by looking through. */
const gathered = 20_000
/** Of rows that must be fetched with their files, to look at each. */
const gatheredWithFiles = 5_000

/** The rows behind `from`, or the first ones. */
export async function pageOf(
  db: Kysely<Tables>,
  filter: Filter,
  from: Cursor | null,
  limit: number,
): Promise<Page> {
  const segments = await segmentsOf(db, filter)
  const place = from?.place ?? null
  if (nothingResidual(filter)) {
    const found = await scan(db, filter, segments, place, limit + 1)
    const total = from ?? (await totalOf(db, filter, segments))
    return { ...pageFrom(found, limit), ...counted(total) }
  }
  const first = await lookThrough(db, filter, segments, {
    from: place,
    limit,
    most: firstLook,
    step: firstLook,
  })
  if (first.ended && !from) return { ...pageFrom(first.found, limit), total: first.found.length, exact: true }
  const enough = first.ended || first.found.length > limit
  if (enough && from) return { ...pageFrom(first.found, limit), ...counted(from) }
  const most = filter.counted?.needsFiles ? gatheredWithFiles : gathered
  if (enough && !filter.counted) {
    return { ...pageFrom(first.found, limit), ...(await countPassing(db, filter, most)) }
  }
  // Where far more is likely than may be gathered, trying would only cost time.
  const tooMany = !enough && expected(filter, first) > 2 * most
  const all = tooMany ? nothingGathered : await gather(db, filter, most)
  if (all.whole) {
    return { ...pageFrom(behind(filter, all.places, place), limit), total: all.places.length, exact: true }
  }
  const rest = enough ? first : await lookOn(db, filter, segments, limit, first)
  const total = from ? counted(from) : totalSeen(rest, all)
  return { ...pageFrom(rest.found, limit), ...total }
}

const nothingGathered: Gathered = { places: [], whole: false }

/** How many rows the database would let through, if it goes on as it began. */
function expected({ readings }: Filter, { likely, looked }: Seen): number {
  const rows = readings.reduce((sum, reading) => sum + reading.observations, 0)
  return looked === 0 ? 0 : (likely / looked) * rows
}

/** Of a first page. */
function totalSeen({ found, ended }: Seen, { places }: Gathered): Total {
  return ended ? { total: found.length, exact: true } : moreThan(Math.max(places.length, found.length))
}

/** A round number below what was seen, so that there are more for certain. */
function moreThan(seen: number): Total {
  const round = seen > 1_000 ? 1_000 : 1
  return { total: Math.max(0, Math.floor((seen - 1) / round) * round), exact: false }
}

const counted = ({ total, exact }: Total): Total => ({ total, exact })

function pageFrom(found: readonly Place[], limit: number): Pick<Page, 'places' | 'more'> {
  return { places: found.slice(0, limit), more: found.length > limit }
}

function behind({ order }: Filter, all: readonly Place[], place: Place | null): Place[] {
  const way = order === 'asc' ? 1 : -1
  const left = place ? all.filter(one => way * comparePlaces(one, place) > 0) : [...all]
  return left.sort((a, b) => way * comparePlaces(a, b))
}

interface Looking {
  readonly from: Place | null
  readonly limit: number
  readonly most: number
  /** Rows of the first step; each further one doubles what was looked at. */
  readonly step: number
}

interface Seen {
  readonly found: readonly Place[]
  readonly looked: number
  readonly likely: number
  /** The last row that was looked at. */
  readonly place: Place | null
  readonly ended: boolean
}

/** Goes on until there is one more than the page takes, or so many were looked at, or the list ends. */
async function lookThrough(
  db: Kysely<Tables>,
  filter: Filter,
  segments: readonly Segment[],
  { from, limit, most, step: first }: Looking,
): Promise<Seen> {
  const found: Place[] = []
  let [place, looked, likely] = [from, 0, 0]
  while (looked < most && found.length <= limit) {
    const step = Math.min(Math.max(first, looked), furtherLook, most - looked)
    const rows = await scan(db, filter, segments, place, step)
    for (const row of rows) {
      if (row.likely) likely += 1
      if (row.passes) found.push(row)
    }
    looked += rows.length
    place = rows.at(-1) ?? place
    if (rows.length < step) return { found, looked, likely, place, ended: true }
  }
  return { found, looked, likely, place, ended: false }
}

/** The same, from where the first look ended. */
async function lookOn(
  db: Kysely<Tables>,
  filter: Filter,
  segments: readonly Segment[],
  limit: number,
  { found, place }: Seen,
): Promise<Seen> {
  const looking = {
    from: place,
    limit: limit - found.length,
    most: Number.POSITIVE_INFINITY,
    step: 2 * firstLook,
  }
  const on = await lookThrough(db, filter, segments, looking)
  return { ...on, found: [...found, ...on.found] }
}
