// Minneapolis 2013, from the gzipped ballots to the winner of the run-off, against reading and gunzipping the file alone.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { ballotColumns, tallyColumns } from '@equalizer/core'

export const minneapolisBallots = 'ranked/rcv/2013_minneapolis_mayor/ballots.csv.gz'

export const unzipped = (path: string) => gunzipSync(readFileSync(path))

interface Result {
  readonly winner: string | undefined
  readonly ballots: number
  readonly rounds: number
}

export function minneapolis(path: string): Result {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (name: string) => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    return names.push(name) - 1
  }
  const lists: number[][] = []
  for (const line of linesOf(unzipped(path).toString('latin1'))) lists.push(preferences(line, numberOf))
  const columns = ballotColumns('instant-runoff', names.length, lists)
  const weights = new BigUint64Array(columns.count).fill(1n)
  const { winner, counted, rounds } = tallyColumns('instant-runoff', names.length, columns, weights)
  return { winner: names[winner ?? -1], ballots: counted.ballots, rounds: rounds?.length ?? 0 }
}

/** Without the heading. */
function* linesOf(text: string): Generator<string> {
  let start = text.indexOf('\n') + 1
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end)
    start = end + 1
  }
}

/** The city's rules: an overvote, or two ranks left out in a row, ends the ballot; a repeated name is passed over. */
function preferences(line: string, numberOf: (name: string) => number): number[] {
  const [, ...marks] = fieldsOf(line)
  const named: number[] = []
  let skipped = 0
  for (const mark of marks.slice(0, 3)) {
    skipped = mark === 'undervote' ? skipped + 1 : 0
    if (mark === 'overvote' || skipped === 2) break
    if (mark === 'undervote') continue
    const number = numberOf(mark)
    if (!named.includes(number)) named.push(number)
  }
  return named
}

/** Only one candidate's name is quoted, for its comma. */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(match => match[1] ?? match[2] ?? '')
}
