// Among which rows all that passes is found: those whose text or paths fit, from the texts that lie together.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import {
  betweenPaths,
  betweenRows,
  betweenTexts,
  instead,
  pathsUnsaid,
  withoutSigns,
} from '../store/observation-texts.ts'
import type { Tables } from '../store/tables.ts'
import { byIndex } from './by-index.ts'
import type { Filter } from './filter.ts'
import type { Roughly } from './surface-lines.ts'

export interface Among {
  /** Of each reading, ascending. */
  readonly rows: readonly (readonly number[])[]
  readonly count: number
  /** Whether these are all; else there are more than were asked for. */
  readonly whole: boolean
  /** Whether text and surface let every one through that the other conditions let through. */
  readonly certain: boolean
}

/** Fetched at once: some megabytes. */
const textsAtOnce = 4_000
/** Rows' paths of which it is remembered whether they fit. */
const pathsRemembered = 50_000

interface Looking {
  readonly text: string | null
  readonly path: Paths | null
}

interface Paths {
  /** Whether the paths of some rows, as they lie together, may hold one that fits. */
  readonly condition: RawBuilder<unknown>
  /** Whether one of a row's paths does. */
  readonly fits: (paths: string) => boolean
}

/** At most one more than `most`. null: neither text nor paths say anything. */
export async function lookAmong(db: Kysely<Tables>, filter: Filter, most: number): Promise<Among | null> {
  const linesOf = filter.readings.map((_, at) => linesIn(filter, at))
  const looking = linesOf.map((lines): Looking => ({ text: filter.text, path: pathsOf(lines) }))
  if (looking.some(({ text, path }) => text === null && path === null)) return null
  const rows: number[][] = []
  let [left, certain] = [most + 1, !isAmbiguous(filter.text)]
  for (const [at, one] of looking.entries()) {
    const found = left > 0 ? await inReading(db, filter, at, one, left) : { rows: [], unsaid: false }
    rows.push(found.rows)
    left -= found.rows.length
    certain &&= !found.unsaid && decidedByPath(filter, at, linesOf[at] ?? [])
  }
  const count = rows.reduce((sum, of) => sum + of.length, 0)
  return { rows, count, whole: count <= most, certain }
}

/** The surface's lines that can count something of a reading. */
function linesIn({ counted, readings, kinds }: Filter, at: number): readonly Roughly[] {
  const of = kinds[at]
  return (counted?.roughly ?? []).filter(
    line => line.source === readings[at]?.source && line.kinds.some(kind => of?.has(kind)),
  )
}

/** Whether an observation of the asked kinds counts once one of its paths fits, whatever else it is. */
function decidedByPath({ counted, kinds }: Filter, at: number, lines: readonly Roughly[]): boolean {
  if (!counted) return true
  const asked = [...(kinds[at] ?? [])]
  return lines.every(line => line.byPathAlone && asked.every(kind => line.kinds.includes(kind)))
}

/** Of what stands in place of a sign, it is not known what it was. */
const isAmbiguous = (text: string | null) => text !== null && withoutSigns(text).includes(instead)

function pathsOf(lines: readonly Roughly[]): Paths | null {
  const matchers = lines.flatMap(({ hasPath }) => (hasPath ? [hasPath] : []))
  if (lines.length === 0 || matchers.length < lines.length) return null
  const remembered = new Map<string, boolean>()
  const fits = (paths: string) => {
    let known = remembered.get(paths)
    if (known === undefined) {
      known = paths !== '' && paths.split(betweenPaths).some(path => matchers.some(matches => matches(path)))
      if (remembered.size >= pathsRemembered) remembered.clear()
      remembered.set(paths, known)
    }
    return known
  }
  const conditions = lines.map(({ path: { start, whole, pieces } }) => {
    const holds = (text: string) => sql`strpos(t.paths, ${text}) > 0`
    const starts = whole === null ? holds(start) : sql`(${holds(start)} OR ${endsWith(whole)})`
    return sql`(${sql.join([...(start === '' ? [] : [starts]), ...pieces.map(holds), sql`true`], sql` AND `)})`
  })
  const condition = sql`(${sql.join([...conditions, sql`strpos(t.paths, ${pathsUnsaid}) > 0`], sql` OR `)})`
  return { condition, fits }
}

/** Whether a path may end so: before the next one, before the next row's, or at the end. */
function endsWith(text: string): RawBuilder<unknown> {
  const before = [betweenPaths, betweenRows].map(sign => sql`strpos(t.paths, ${text + sign}) > 0`)
  return sql`(${sql.join(before, sql` OR `)} OR right(t.paths, ${[...text].length}::int) = ${text})`
}

interface Found {
  readonly rows: number[]
  /** Whether one is among them whose paths are not said. */
  unsaid: boolean
}

async function inReading(
  db: Kysely<Tables>,
  { organization, readings }: Filter,
  at: number,
  looking: Looking,
  most: number,
): Promise<Found> {
  const text = looking.text === null ? null : withoutSigns(looking.text)
  const conditions: RawBuilder<unknown>[] = [
    sql`t.organization_id = ${organization}`,
    sql`t.import_id = ${readings[at]?.importId ?? ''}`,
  ]
  const holdsText = text === null ? sql`true` : sql`strpos(t.search, ${text}) > 0`
  // Paths first, which are shorter; the planner would take what looks simpler first.
  conditions.push(looking.path ? sql`CASE WHEN ${looking.path.condition} THEN ${holdsText} END` : holdsText)
  const apart = sql`${betweenTexts}::text`
  const columns = [
    sql`string_agg(f."row"::text, ',' ORDER BY f."row") AS numbers`,
    text === null ? sql`NULL AS searches` : sql`string_agg(f.search, ${apart} ORDER BY f."row") AS searches`,
    looking.path ? sql`string_agg(f.paths, ${apart} ORDER BY f."row") AS paths` : sql`NULL AS paths`,
  ]
  const found: Found = { rows: [], unsaid: false }
  // As one row, since each costs far more than its text. In their order, or each time all would be looked through anew.
  const after = (last: number) =>
    byIndex(db, trx =>
      sql<Fetched>`
        SELECT ${sql.join(columns)} FROM (
          SELECT t."row", t.search, t.paths FROM observation_texts t
          WHERE ${sql.join([...conditions, sql`t."row" > ${last}::int8`], sql` AND `)}
          ORDER BY t."row" LIMIT ${textsAtOnce}
        ) AS f`.execute(trx),
    )
  for (let coming: ReturnType<typeof after> | null = after(0); coming !== null; ) {
    const fetched: Fetched | undefined = (await coming).rows[0]
    const numbers: string[] = fetched?.numbers?.split(',') ?? []
    // A server looks through the next ones while these are judged here.
    coming = numbers.length < textsAtOnce ? null : after(Number(numbers.at(-1)))
    judge(numbers, fetched, looking, found, most)
    if (found.rows.length < most) continue
    await coming
    break
  }
  return found
}

interface Fetched {
  readonly numbers: string | null
  readonly searches: string | null
  readonly paths: string | null
}

/** Adds the rows that fit, until there are `most`. */
function judge(
  numbers: readonly string[],
  fetched: Fetched | undefined,
  looking: Looking,
  found: Found,
  most: number,
): void {
  const searches = fetched?.searches?.split(betweenTexts)
  const paths = fetched?.paths?.split(betweenTexts)
  const text = looking.text === null ? null : withoutSigns(looking.text)
  for (const [at, number] of numbers.entries()) {
    const texts = searches?.[at]?.split(betweenRows)
    const together = paths?.[at]?.split(betweenRows)
    const length = texts?.length ?? together?.length ?? 0
    for (let index = 0; index < length; index += 1) {
      if (texts && text !== null && !texts[index]?.includes(text)) continue
      const own = together?.[index]
      if (own === pathsUnsaid) found.unsaid = true
      else if (own !== undefined && looking.path && !looking.path.fits(own)) continue
      found.rows.push(Number(number) + index)
      if (found.rows.length === most) return
    }
  }
}
