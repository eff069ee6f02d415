// One page of the list: straight from the index where that decides, else by looking through, or by gathering what is rare.
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { type Among, lookAmong } from './among.ts'
import type { Cursor } from './cursor.ts'
import type { Filter } from './filter.ts'
import { countAmong, countPassing, type Gathered, gather, gatherAmong, gatherOfDays } from './gather.ts'
import { comparePlaces, type Place } from './order.ts'
import { nothingResidual } from './residual.ts'
import { type Passing, scan } from './scan.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { countIn, type Total, totalOf } from './total.ts'

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
/** Of some days, with their texts. */
const gatheredOfDays = 10_000
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
  const seen: Begun = { filter, segments, from, limit, first, enough }
  const few = isOfFewDays(filter, first) ? await gatherOfDays(db, filter, segments, gatheredOfDays) : null
  if (few?.whole) {
    const page = pageFrom(behind(filter, few.places, place), limit)
    return { ...page, total: few.places.length, exact: true }
  }
  const among = await lookAmong(db, filter, gathered)
  return (among?.whole ? await pageAmong(db, seen, among) : null) ?? pageOfMany(db, seen, among)
}

/** Whether the days, and the kinds, let few enough through to look at each: quicker than through all texts. */
function isOfFewDays(filter: Filter, { likely, looked }: Seen): boolean {
  const { readings, kinds, fromMs, toMs, actors, counted, sort } = filter
  if ((fromMs === null && toMs === null) || actors || counted) return false
  // Only in these orders the first look saw the kinds alone, whatever the day.
  if (looked === 0 || (sort !== 'weight' && sort !== 'kind')) return false
  const ofKinds = readings.reduce((sum, reading, at) => {
    return sum + (countIn(reading, kinds[at] ?? null) ?? reading.observations)
  }, 0)
  return (likely / looked) * ofKinds <= gatheredOfDays
}

/** What is known once the first rows were looked through. */
interface Begun {
  readonly filter: Filter
  readonly segments: readonly Segment[]
  readonly from: Cursor | null
  readonly limit: number
  readonly first: Seen
  /** Whether the page is found already, and only how many there are is not known. */
  readonly enough: boolean
}

/** null: they can only be judged by their files, and are too many to fetch. */
async function pageAmong(
  db: Kysely<Tables>,
  { filter, segments, from, limit, first, enough }: Begun,
  among: Among,
): Promise<Page | null> {
  const all = among.certain && passAll(filter)
  const total = { total: among.count, exact: true }
  if (all && enough) return { ...pageFrom(first.found, limit), ...total }
  // Looked through, the page comes after so many rows; gathered, all of them are found one by one.
  const away = (limit * rowsIn(filter)) / Math.max(1, among.count)
  if (all && away < among.count) {
    const known = among.rows.map(rows => new Set(rows))
    const passing = (at: number, row: number) => known[at]?.has(row) ?? false
    const rest = await lookOn(db, filter, segments, limit, first, passing)
    return { ...pageFrom(rest.found, limit), ...total }
  }
  if (!among.certain && filter.counted?.needsFiles && among.count > gatheredWithFiles) return null
  const places = await gatherAmong(db, filter, among)
  const page = pageFrom(behind(filter, places, from?.place ?? null), limit)
  return { ...page, total: places.length, exact: true }
}

async function pageOfMany(
  db: Kysely<Tables>,
  { filter, segments, from, limit, first, enough }: Begun,
  among: Among | null,
): Promise<Page> {
  if (enough && among?.certain && passAll(filter)) {
    return { ...pageFrom(first.found, limit), total: gathered, exact: false }
  }
  const most = filter.counted?.needsFiles ? gatheredWithFiles : gathered
  if (enough && !filter.counted && filter.text === null) {
    return { ...pageFrom(first.found, limit), ...(await countPassing(db, filter, most)) }
  }
  // Where far more is likely than may be gathered, trying would only cost time.
  const tooMany = !enough && expected(filter, first) > 2 * most
  const known = among?.certain ? among : null
  // Nor where a page is not far: of those looked at, a hundredth is as good as on it.
  const near = known && !filter.actors && (ofKinds(filter) > most || first.found.length * 100 > first.looked)
  const all = tooMany || near ? nothingGathered : await gather(db, filter, most)
  if (all.whole) {
    const page = pageFrom(behind(filter, all.places, from?.place ?? null), limit)
    return { ...page, total: all.places.length, exact: true }
  }
  const rest = enough ? first : await lookOn(db, filter, segments, limit, first)
  if (from) return { ...pageFrom(rest.found, limit), ...counted(from) }
  const some = known ? await countAmong(db, filter, known) : all.places.length
  return { ...pageFrom(rest.found, limit), ...totalSeen(rest, some) }
}

const nothingGathered: Gathered = { places: [], whole: false }

/** How many rows the database would let through, if it goes on as it began. */
function expected(filter: Filter, { likely, looked }: Seen): number {
  return looked === 0 ? 0 : (likely / looked) * rowsIn(filter)
}

const rowsIn = ({ readings }: Filter) => readings.reduce((sum, reading) => sum + reading.observations, 0)

/** How many there are of the kinds that are asked for; 0: a person or days are asked for too, or it is not known. */
function ofKinds({ readings, kinds, actors, fromMs, toMs }: Filter): number {
  if (actors !== null || fromMs !== null || toMs !== null) return 0
  return readings.reduce((sum, reading, at) => sum + (countIn(reading, kinds[at] ?? null) ?? 0), 0)
}

/** Whether text and surface alone decide: nothing else is asked for that a row may not have. */
function passAll({ readings, kinds, actors, fromMs, toMs }: Filter): boolean {
  if (actors !== null || fromMs !== null || toMs !== null) return false
  return readings.every(({ kinds: there }, at) => {
    const asked = kinds[at] ?? null
    return asked === null || (there !== null && [...there.keys()].every(kind => asked.has(kind)))
  })
}

/** Of a first page. */
function totalSeen({ found, ended }: Seen, gathered: number): Total {
  return ended ? { total: found.length, exact: true } : moreThan(Math.max(gathered, found.length))
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
  readonly passing?: Passing | null
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
  { from, limit, most, step: first, passing = null }: Looking,
): Promise<Seen> {
  const found: Place[] = []
  let [place, looked, likely] = [from, 0, 0]
  while (looked < most && found.length <= limit) {
    const step = Math.min(Math.max(first, looked), furtherLook, most - looked)
    const rows = await scan(db, filter, segments, place, step, passing)
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
  passing: Passing | null = null,
): Promise<Seen> {
  const looking = {
    from: place,
    limit: limit - found.length,
    most: Number.POSITIVE_INFINITY,
    step: 2 * firstLook,
    passing,
  }
  const on = await lookThrough(db, filter, segments, looking)
  return { ...on, found: [...found, ...on.found] }
}
