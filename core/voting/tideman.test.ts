// Real elections of Tideman's collection: our Schulze, Copeland and run-off beside what Condorcet PHP made of them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import type { Ballot, Method, Tally } from './method.ts'
import { tally } from './tally.ts'

interface Election {
  readonly name: string
  readonly options: readonly string[]
  readonly ballots: readonly Ballot[]
}

type Expected = Record<string, { readonly implicit: Readonly<Record<string, unknown>> }>

/** Condorcet Election Format: a line of candidates, then `A > B * 12`. */
function readElection(folder: string, file: string): Election {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')
  const listed = lines.find(line => line.startsWith('#/Candidates:')) ?? ''
  const options = listed
    .slice('#/Candidates:'.length)
    .split(' ; ')
    .map(name => name.trim())
  const ballots = lines
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => {
      const [ranking = '', times = '1'] = line.split(' * ')
      return {
        weight: BigInt(times.trim()),
        choice:
          ranking.trim() === '/EMPTY_RANKING/'
            ? []
            : ranking.split(' > ').map(name => options.indexOf(name.trim())),
      }
    })
  return { name: file.replace('.cvotes', ''), options, ballots }
}

/** `A > B = C`, equal ones in order of the alphabet. */
function spelled(ranking: Tally['ranking'], options: readonly string[]): string {
  return ranking
    .map(tier =>
      tier
        .map(option => options[option])
        .sort()
        .join(' = '),
    )
    .join(' > ')
}

const sortedTiers = (ranking: unknown) =>
  String(ranking)
    .split(' > ')
    .map(tier =>
      tier
        .split(' = ')
        .map(name => name.trim())
        .sort()
        .join(' = '),
    )
    .join(' > ')

describeWithData(
  'Tideman collection',
  ['ranked/tideman/ConversionToCondorcetElectionFormat', 'ranked/tideman/expected_results.json'],
  ([folder = '', expectedPath = '']) => {
    const read = () => {
      const elections = readdirSync(folder)
        .filter(file => file.endsWith('.cvotes'))
        .map(file => readElection(folder, file))
      return { elections, expected: JSON.parse(readFileSync(expectedPath, 'utf8')) as Expected }
    }
    const count = (method: Method, { options, ballots }: Election) => tally(method, options.length, ballots)

    test('all ballots are read and accepted', () => {
      const { elections, expected } = read()
      expect(elections.length).toBe(84)
      expect(elections.map(({ name }) => name).sort()).toEqual(Object.keys(expected).sort())
      const refused = elections.filter(election => count('schulze', election).invalid.ballots > 0)
      expect(refused.map(({ name }) => name)).toEqual([])
    })

    test.each([
      ['schulze', 'Schulze Winning'],
      ['copeland', 'Copeland'],
    ] as const)('%s: every place of every election', (method, key) => {
      const { elections, expected } = read()
      const ours = elections.map(election => [
        election.name,
        spelled(count(method, election).ranking, election.options),
      ])
      expect(ours).toEqual(elections.map(({ name }) => [name, sortedTiers(expected[name]?.implicit[key])]))
    })

    test('a run-off elects the same', () => {
      const { elections, expected } = read()
      const ours = elections.map(election => {
        const { winner } = count('instant-runoff', election)
        return [election.name, winner === null ? 'tie' : election.options[winner]]
      })
      const theirs = elections.map(({ name }) => [
        name,
        sortedTiers(expected[name]?.implicit['Instant-runoff']).split(' > ')[0],
      ])
      expect(ours).toEqual(theirs)
    })
  },
)
