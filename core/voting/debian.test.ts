// The Debian project leader of 2006: ranked ballots with equal ranks, a default option, a quorum and a majority.
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import type { Ballot } from './method.ts'
import type { Settings } from './settings.ts'
import { tally } from './tally.ts'

const options = [
  'Jeroen van Wolffelaar',
  'Ari Pollak',
  'Steve McIntyre',
  'Anthony Towns',
  'Andreas Schuldei',
  'Jonathan aka Ted Walther',
  'Bill Allombert',
  'None of the Above',
]
const towns = options.indexOf('Anthony Towns')
const nobody = options.indexOf('None of the Above')

interface Reference {
  readonly 'leader2006_tally.txt': {
    readonly ballots: number
    readonly pairwise_of_winner: Readonly<Record<string, readonly [number, number]>>
  }
}

/** `V: 2-1----3`: the rank of each option, "-" where none was given. */
function readBallots(path: string): Ballot[] {
  return [...readFileSync(path, 'latin1').matchAll(/^V: ([-\d]{8})\s/gm)].map(([, ranks = '']) => ({
    weight: 1n,
    choice: Object.fromEntries(
      [...ranks].flatMap((rank, option) => (rank === '-' ? [] : [[String(option), Number(rank)]])),
    ),
  }))
}

/** 972 developers: the quorum is three times half their square root, 46.77, so that 47 votes reach it. */
const constitution: Settings = {
  defaultOption: { option: nobody, atLeast: 47n, ratio: { numerator: 1n, denominator: 1n } },
}

describeWithData(
  'Debian 2006',
  ['ranked/debian_dpl/leader2006_tally.txt', 'ranked/debian_dpl/reference.json'],
  ([path = '', referencePath = '']) => {
    const ballots = readBallots(path)
    const reference = (JSON.parse(readFileSync(referencePath, 'utf8')) as Reference)['leader2006_tally.txt']

    test('the winner and all of its duels are the known ones', () => {
      const result = tally('schulze', options.length, ballots, constitution)
      expect(result.counted.ballots + result.abstained.ballots).toBe(reference.ballots)
      expect(result.invalid.ballots).toBe(0)
      expect(result.winner).toBe(towns)
      for (const [name, [pro, contra]] of Object.entries(reference.pairwise_of_winner)) {
        const other = options.indexOf(name)
        expect([name, result.duels?.[towns]?.[other], result.duels?.[other]?.[towns]]).toEqual([
          name,
          BigInt(pro),
          BigInt(contra),
        ])
      }
    })

    test('who does not beat the default is dropped below it, though far over the quorum', () => {
      const named = (settings?: Settings) =>
        tally('schulze', options.length, ballots, settings).ranking.map(tier =>
          tier.map(option => options[option]),
        )
      const above = [
        ['Anthony Towns'],
        ['Steve McIntyre'],
        ['Jeroen van Wolffelaar', 'Andreas Schuldei'],
        ['Bill Allombert'],
        ['None of the Above'],
      ]
      expect(named()).toEqual([...above, ['Ari Pollak'], ['Jonathan aka Ted Walther']])
      expect(named(constitution)).toEqual([...above, ['Ari Pollak', 'Jonathan aka Ted Walther']])
    })

    test('a quorum above the most that anybody has against the default leaves the default', () => {
      const most = { option: nobody, atLeast: 344n, ratio: { numerator: 1n, denominator: 1n } }
      const winnerWith = (defaultOption: Settings['defaultOption'] & object) =>
        options[tally('schulze', options.length, ballots, { defaultOption }).winner ?? -1]
      expect(winnerWith(most)).toBe('Steve McIntyre')
      expect(winnerWith({ ...most, atLeast: 345n })).toBe('None of the Above')
      // Of 7 : 1 fall short 339 : 71 and 344 : 53 alike.
      expect(winnerWith({ ...most, atLeast: 0n, ratio: { numerator: 7n, denominator: 1n } })).toBe(
        'None of the Above',
      )
    })
  },
)
