// Lists that come page by page: read on until enough is there.
import { InvalidArgumentError, Option } from 'commander'

const pageRows = 500
const mostRows = 100_000
const usualRows = 50

/** `--limit`, of every verb that lists. */
export function limitOption(): Option {
  return new Option('--limit <n>', 'how many at most')
    .default(usualRows)
    .argParser(text => wholeNumber(text, 1, mostRows))
}

export function wholeNumber(text: string, least: number, most: number): number {
  const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
}

interface Page<Row, Place> {
  readonly rows: readonly Row[]
  readonly next: Place | null
}

/** Asks `page` for at most `limit` rows in all. `next`: where the list goes on; null: it is all there is. */
export async function rowsOf<Row, Place>(
  limit: number,
  page: (place: Place | undefined, limit: number) => Promise<Page<Row, Place>>,
): Promise<Page<Row, Place>> {
  const rows: Row[] = []
  let place: Place | undefined
  for (;;) {
    const got = await page(place, Math.min(pageRows, limit - rows.length))
    rows.push(...got.rows)
    if (got.next === null || rows.length >= limit || got.rows.length === 0) return { rows, next: got.next }
    place = got.next
  }
}
