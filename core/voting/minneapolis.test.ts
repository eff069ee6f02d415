// The mayor of Minneapolis, 2013: 80,101 real ballots, and every number of every round of the official kind of report.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import type { Ballot } from './method.ts'
import { tally } from './tally.ts'

const folder = 'ranked/rcv/2013_minneapolis_mayor'
const files = ['ballots.csv.gz', '2013_minneapolis_mayor_expected_detailed_report.json']

interface Report {
  readonly results: readonly {
    readonly inactiveBallots: Readonly<Record<string, string>>
    readonly tally: Readonly<Record<string, string>>
    readonly tallyResults: readonly { readonly eliminated?: string; readonly elected?: string }[]
  }[]
  readonly summary: { readonly finalThreshold: string; readonly undervotes: number }
}

const writeIns = 'Undeclared Write-ins'

/** Three marks of one ballot; only "JAMES JIMMY L. STROUD, JR." is quoted. */
function marksOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(match => match[1] ?? match[2] ?? '').slice(1, 4)
}

/** The city's rules: an overvote, or two ranks left out in a row, ends the ballot; a repeated name is passed over. */
function preferences(marks: readonly string[]): string[] {
  const named: string[] = []
  let skipped = 0
  for (const mark of marks) {
    skipped = mark === 'undervote' ? skipped + 1 : 0
    if (mark === 'overvote' || skipped === 2) break
    const name = mark === 'UWI' ? writeIns : mark
    if (mark !== 'undervote' && !named.includes(name)) named.push(name)
  }
  return named
}

function toBallots(lists: readonly string[][], names: readonly string[]): Ballot[] {
  const number = new Map(names.map((name, i) => [name, i]))
  return lists.map(list => ({
    weight: 1n,
    choice: list.flatMap(name => number.get(name) ?? []),
  }))
}

const named = (weights: readonly (bigint | null)[], names: readonly string[]) =>
  Object.fromEntries(weights.flatMap((weight, i) => (weight === null ? [] : [[names[i], String(weight)]])))

describeWithData(
  'Minneapolis 2013',
  files.map(file => `${folder}/${file}`),
  ([ballotsPath = '', reportPath = '']) => {
    const read = () => {
      const lines = gunzipSync(readFileSync(ballotsPath)).toString('utf8').trim().split('\n').slice(1)
      const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report
      return { lists: lines.map(line => preferences(marksOf(line))), report }
    }

    test('every candidate of every round has the reported votes, and the reported ones go out', () => {
      const { lists, report } = read()
      expect(lists.length).toBe(80_101)
      const [first, ...later] = report.results
      const all = Object.keys(first?.tally ?? {})
      expect(all.length).toBe(36)
      const withWriteIns = tally('instant-runoff', 36, toBallots(lists, all), { elimination: 'batch' })
      expect(named(withWriteIns.rounds?.[0]?.weights ?? [], all)).toEqual(first?.tally)

      // The city takes the write-ins out first, whatever they have; from there on the lowest go out.
      const names = all.filter(name => name !== writeIns)
      const result = tally('instant-runoff', 35, toBallots(lists, names), { elimination: 'batch' })
      const rounds = result.rounds ?? []
      expect(rounds.map(round => named(round.weights, names))).toEqual(later.map(round => round.tally))
      expect(names[result.winner ?? -1]).toBe('BETSY HODGES')

      const out = rounds
        .slice(1)
        .map((round, i) =>
          names.filter((_, option) => round.weights[option] === null && rounds[i]?.weights[option] !== null),
        )
      const reported = later
        .slice(0, -1)
        .map(round => round.tallyResults.flatMap(line => line.eliminated ?? []))
      expect(out.map(round => round.sort())).toEqual(reported.map(round => round.sort()))
    })

    test('what no longer counts is what the report calls inactive', () => {
      const { lists, report } = read()
      const [first] = report.results
      const all = Object.keys(first?.tally ?? {})
      // Write-ins stay as an option that is out from the second round: their ballots move on or run out.
      const names = [...all.filter(name => name !== writeIns)]
      const result = tally('instant-runoff', 35, toBallots(lists, names), { elimination: 'batch' })
      const inactive = report.results.map(({ inactiveBallots }) =>
        Object.values(inactiveBallots).reduce((sum, count) => sum + Number(count), 0),
      )
      // Those without any valid mark abstain with us; the report counts them as inactive, or as undervotes.
      const empty = result.abstained.ballots - report.summary.undervotes
      expect(result.rounds?.map(round => Number(round.exhausted) + empty)).toEqual(inactive.slice(1))
      expect(result.counted.ballots + result.abstained.ballots).toBe(80_101)
      expect(result.invalid.ballots).toBe(0)
      const last =
        result.rounds?.at(-1)?.weights.reduce<bigint>((sum, weight) => sum + (weight ?? 0n), 0n) ?? 0n
      expect(last / 2n + 1n).toBe(BigInt(report.summary.finalThreshold))
    })

    test('one round at a time elects the same, with the same final votes', () => {
      const { lists, report } = read()
      const names = Object.keys(report.results[0]?.tally ?? {})
      const result = tally('instant-runoff', 36, toBallots(lists, names))
      expect(names[result.winner ?? -1]).toBe('BETSY HODGES')
      expect(named(result.rounds?.at(-1)?.weights ?? [], names)).toEqual(report.results.at(-1)?.tally)
    })
  },
)
