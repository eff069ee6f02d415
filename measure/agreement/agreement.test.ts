// Blocs of voters and their entropy: made-up votes with known answers, laws, a hostile crowd, and Compound's real votes.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { fc } from '@equalizer/testkit/laws'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { agreementBlocs } from './agreement-blocs.ts'
import type { Vote } from './vote.ts'
import { votingBlocEntropy } from './voting-bloc-entropy.ts'

const nine = { agreement: { numerator: 9, denominator: 10 }, minimumShared: 3 }

/** `ballots` is one character a proposal; a dash is no vote. */
function ballots(voter: string, choices: string, power: bigint): Vote[] {
  return [...choices].flatMap((choice, at) =>
    choice === '-' ? [] : [{ voter, proposal: `p${at}`, choice, power }],
  )
}
const sizes = (votes: Vote[], options = nine) => agreementBlocs(votes, options).map(({ voters }) => voters)

describe('blocs', () => {
  test('given two camps and one who votes like neither, there are three blocs', () => {
    const votes = [
      ...ballots('ann', 'yyyynn', 10n),
      ...ballots('bob', 'yyyynn', 5n),
      ...ballots('cid', 'nnnnyy', 12n),
      ...ballots('dan', 'nnnnyy', 1n),
      ...ballots('eve', 'ynynyn', 2n),
    ]
    expect(agreementBlocs(votes, nine)).toEqual([
      { leader: 'ann', voters: ['ann', 'bob'], power: 15n },
      { leader: 'cid', voters: ['cid', 'dan'], power: 13n },
      { leader: 'eve', voters: ['eve'], power: 2n },
    ])
  })

  test('nine of ten alike join, eight of ten do not', () => {
    const leader = ballots('a', 'yyyyyyyyyy', 9n)
    expect(sizes([...leader, ...ballots('b', 'yyyyyyyyyn', 1n)])).toEqual([['a', 'b']])
    expect(sizes([...leader, ...ballots('b', 'yyyyyyyynn', 1n)])).toEqual([['a'], ['b']])
  })

  test('only shared proposals count, and two of them prove nothing', () => {
    const leader = ballots('a', 'yyyyyy----', 9n)
    expect(sizes([...leader, ...ballots('b', '---yyyyyyy', 1n)])).toEqual([['a', 'b']])
    expect(sizes([...leader, ...ballots('b', '----yyyyyy', 1n)])).toEqual([['a'], ['b']])
    expect(sizes([...ballots('a', 'yy', 9n), ...ballots('b', 'yy', 1n)])).toEqual([['a'], ['b']])
  })

  test('two who disagree are not joined through a third', () => {
    const votes = [
      ...ballots('left', 'yyyyyyyyyn', 9n),
      ...ballots('middle', 'yyyyyyyyyy', 1n),
      ...ballots('right', 'nyyyyyyyyy', 8n),
    ]
    expect(sizes(votes)).toEqual([['left', 'middle'], ['right']])
  })

  test('the best match wins, and the stronger leader among equal ones', () => {
    const half = { agreement: { numerator: 1, denominator: 2 }, minimumShared: 4 }
    const votes = [...ballots('a', 'yyyyyyyy', 9n), ...ballots('b', 'nnnnnyyy', 8n)]
    expect(sizes([...votes, ...ballots('c', 'nnnnyyyy', 1n)], half)).toEqual([['a'], ['b', 'c']])
    // Three of five with either.
    expect(sizes([...votes, ...ballots('c', '-nnyy--y', 1n)], half)).toEqual([['a', 'c'], ['b']])
  })

  test('of two votes of one voter on one proposal the stronger counts, and power is the largest', () => {
    const votes = [...ballots('a', 'yyy', 9n), ...ballots('b', 'yyy', 2n), ...ballots('b', '--n', 1n)]
    expect(agreementBlocs(votes, nine)).toEqual([{ leader: 'a', voters: ['a', 'b'], power: 11n }])
  })

  test('options out of range and a negative power are faults', () => {
    const refuse = (numerator: number, denominator: number, minimumShared: number) =>
      expect(() => agreementBlocs([], { agreement: { numerator, denominator }, minimumShared })).toThrow(
        RangeError,
      )
    refuse(2, 1, 1)
    refuse(-1, 2, 1)
    refuse(0.5, 1, 1)
    refuse(1, 0, 1)
    refuse(1, 2, 0)
    expect(() => agreementBlocs(ballots('a', 'y', -1n), nine)).toThrow(RangeError)
  })

  test('only the 1,000 strongest leaders are compared with', () => {
    const lonely = (count: number) =>
      Array.from({ length: count * 3 }, (_, at) => ({
        voter: `v${Math.floor(at / 3)}`,
        proposal: `of v${Math.floor(at / 3)}, ${at % 3}`,
        choice: 'y',
        power: 9n,
      }))
    const alike = [...ballots('x', 'yyyyyyyyyy', 2n), ...ballots('y', 'yyyyyyyyyn', 1n)]
    expect(sizes([...lonely(999), ...alike]).at(-1)).toEqual(['x', 'y'])
    expect(sizes([...lonely(1_000), ...alike]).slice(-2)).toEqual([['x'], ['y']])
  })

  test('no votes, no blocs', () => expect(agreementBlocs([], nine)).toEqual([]))
})

describe('laws', () => {
  const vote = fc.record({
    voter: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    proposal: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    choice: fc.constantFrom('y', 'n'),
    power: fc.bigInt(0n, 3n),
  })
  const options = fc.record({
    agreement: fc.integer({ min: 0, max: 4 }).map(numerator => ({ numerator, denominator: 4 })),
    minimumShared: fc.integer({ min: 1, max: 3 }),
  })

  test('the order of the votes does not matter', () => {
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 80 }), options, (votes, chosen) => {
        const blocs = agreementBlocs(votes, chosen)
        expect(agreementBlocs(votes.toReversed(), chosen)).toEqual(blocs)
        const byChoice = votes.toSorted((a, b) => (a.choice < b.choice ? -1 : a.choice > b.choice ? 1 : 0))
        expect(agreementBlocs(byChoice, chosen)).toEqual(blocs)
      }),
    )
  })

  test('every voter is in one bloc, and no power is lost', () => {
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 80 }), options, (votes, chosen) => {
        const powers = new Map<string, bigint>()
        for (const { voter, power } of votes) {
          const known = powers.get(voter) ?? 0n
          powers.set(voter, power > known ? power : known)
        }
        const blocs = agreementBlocs(votes, chosen)
        expect(blocs.flatMap(({ voters }) => voters).sort()).toEqual([...powers.keys()].sort())
        const total = [...powers.values()].reduce((sum, power) => sum + power, 0n)
        expect(blocs.reduce((sum, { power }) => sum + power, 0n)).toBe(total)
      }),
    )
  })
})

describe('voting-bloc entropy', () => {
  test('of blocs, not of voters', () => {
    const votes = [
      ...ballots('a', 'yyyy', 1n),
      ...ballots('b', 'yyyy', 1n),
      ...ballots('c', 'nnnn', 1n),
      ...ballots('d', 'nnnn', 1n),
    ]
    expect(votingBlocEntropy(agreementBlocs(votes, nine))).toEqual({ minBits: 1, shannonBits: 1 })
  })
  test('one bloc: 0; none, or none with power: null', () => {
    expect(votingBlocEntropy([{ power: 7n }, { power: 0n }])).toEqual({ minBits: 0, shannonBits: 0 })
    for (const blocs of [[], [{ power: 0n }], [{ power: -1n }, { power: 5n }]]) {
      expect(votingBlocEntropy(blocs)).toEqual({ minBits: null, shannonBits: null })
    }
  })
  test('the largest bloc decides the min-entropy', () => {
    const { minBits, shannonBits } = votingBlocEntropy([{ power: 2n }, { power: 1n }, { power: 1n }])
    expect(minBits).toBe(1)
    expect(shannonBits).toBe(1.5)
  })
})

test('2,710 voters who all voted differently on 90 proposals stay apart', () => {
  // A fixed linear congruential generator, so that the worst case is the same on every run.
  let state = 1
  const votes = Array.from({ length: 2_710 * 90 }, (_, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const voter = Math.floor(index / 90)
    return { voter: `v${voter}`, proposal: `p${index % 90}`, choice: `${state >>> 30}`, power: BigInt(voter) }
  })
  expect(agreementBlocs(votes, nine).length).toBe(2_710)
})

const bravo = 'votes/onchain_governors/compound_governor_bravo.csv.gz'
describeWithData('Compound, Governor Bravo', [bravo], ([file]) => {
  // What these rows need and no more: the columns from `voter` on, before any free text.
  const cast = /^VoteCast,[^,]*,[^,]*,[^,]*,[^,]*,{10}(0x[0-9a-fA-F]{40}),([\d.]+),([\d.]+),(\d+),/gm
  const text = gunzipSync(readFileSync(file as string)).toString('utf8')
  const votes = Array.from(text.matchAll(cast), ([, voter, proposal, choice, power]) => ({
    voter: (voter as string).toLowerCase(),
    proposal: proposal as string,
    choice: choice as string,
    power: BigInt(power as string),
  }))

  test('every vote is there', () => {
    expect(votes.length).toBe(7_733)
    expect(new Set(votes.map(({ voter }) => voter)).size).toBe(2_710)
  })

  test('power lies with fewer blocs than voters, in whatever order the votes are read', () => {
    const blocs = agreementBlocs(votes, nine)
    expect(blocs.flatMap(({ voters }) => voters).length).toBe(2_710)
    expect(agreementBlocs(votes.toReversed(), nine)).toEqual(blocs)
    const alone = agreementBlocs(votes, { ...nine, minimumShared: 91 })
    expect(alone.length).toBe(2_710)
    const [joined, apart] = [votingBlocEntropy(blocs), votingBlocEntropy(alone)]
    expect(joined.minBits).toBeLessThan(apart.minBits as number)
    expect(joined.shannonBits).toBeLessThan(apart.shannonBits as number)
    expect([blocs.length, joined.minBits?.toFixed(3)]).toMatchInlineSnapshot(`
      [
        2000,
        "1.469",
      ]
    `)
  })
})
