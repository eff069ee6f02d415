// Columns say what ballots say, by every method, weights of any size, rows without a ballot among them.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { exerciseColumns } from '../delegation/exercise-columns.ts'
import { ballotColumns, ballotStates } from './ballot-columns.ts'
import { type Choice, type Method, methods } from './method.ts'
import { tally } from './tally.ts'
import { tallyColumns } from './tally-columns.ts'

const options = 4
/** Mostly ballots, of whichever method, and some that no method takes. */
const choice: fc.Arbitrary<Choice | undefined> = fc.oneof(
  fc.constantFrom(null, undefined),
  fc.integer({ min: -1, max: options }),
  fc.uniqueArray(fc.nat(options - 1), { maxLength: options }),
  fc.uniqueArray(fc.nat(options), { maxLength: options + 1 }),
  fc.dictionary(fc.constantFrom('0', '1', '2', '3'), fc.integer({ min: 0, max: 11 })),
)
const rows = (weight: fc.Arbitrary<bigint>) => fc.array(fc.record({ choice, weight }), { maxLength: 30 })
const of64Bits = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.constantFrom(0n, 2n ** 32n - 1n, 2n ** 32n),
)
const ofAnySize = fc.bigInt({ min: 0n, max: 10n ** 30n })

type Row = { readonly choice: Choice | undefined; readonly weight: bigint }
function asBallots(method: Method, given: readonly Row[]) {
  const cast = given.flatMap(row =>
    row.choice === undefined ? [] : [{ weight: row.weight, choice: row.choice }],
  )
  return tally(method, options, cast)
}

describe.each(methods)('%s', method => {
  const columnsOf = (given: readonly Row[]) =>
    ballotColumns(
      method,
      options,
      given.map(row => row.choice),
    )

  test('as ballots one by one', () => {
    fc.assert(
      fc.property(rows(of64Bits), given => {
        const weights = given.map(row => row.weight)
        const expected = asBallots(method, given)
        expect(tallyColumns(method, options, columnsOf(given), BigUint64Array.from(weights))).toEqual(
          expected,
        )
        expect(tallyColumns(method, options, columnsOf(given), weights)).toEqual(expected)
      }),
    )
  })

  test('as ballots one by one, beyond 64 bits', () => {
    fc.assert(
      fc.property(rows(ofAnySize), given => {
        const weights = given.map(row => row.weight)
        expect(tallyColumns(method, options, columnsOf(given), weights)).toEqual(asBallots(method, given))
      }),
    )
  })
})

test('with what is delegated', () => {
  const count = 10_003
  function* choices(): Generator<Choice | undefined> {
    for (let i = 0; i < count; i += 1) yield i < 2 ? i : undefined
  }
  const columns = ballotColumns('single-choice', 2, choices())
  const to = Int32Array.from({ length: count }, (_, i) => (i < 2 ? -1 : i % 3 === 0 ? 0 : 1))
  const weights = new BigUint64Array(count).fill(2n ** 40n - 1n)
  const { exercised } = exerciseColumns({ count, to, voted: columns.state, weights })
  const { scores, counted, winner } = tallyColumns('single-choice', 2, columns, exercised)
  const delegated = BigInt(Math.floor((count - 1) / 3))
  expect(counted).toEqual({ ballots: 2, weight: BigInt(count) * (2n ** 40n - 1n) })
  expect([scores[0]?.numerator, winner]).toEqual([(delegated + 1n) * (2n ** 40n - 1n), 1])
})

test('more rows than doubles add up exactly', () => {
  const count = 2 ** 21 + 3
  const columns = {
    count,
    state: new Uint8Array(count).fill(ballotStates.counts),
    starts: Uint32Array.from({ length: count + 1 }, (_, i) => i),
    options: new Int32Array(count),
    values: new Int32Array(count),
  }
  const weights = new BigUint64Array(count).fill(2n ** 64n - 1n)
  const { scores, counted } = tallyColumns('single-choice', 2, columns, weights)
  expect(scores[0]?.numerator).toBe(BigInt(count) * (2n ** 64n - 1n))
  expect(counted).toEqual({ ballots: count, weight: BigInt(count) * (2n ** 64n - 1n) })
})

describe('columns', () => {
  const columns = ballotColumns('approval', 3, [[0, 2], undefined, [], null, [3], [1]])

  test('keep what counts and say what the rest is', () => {
    const { counts, none, abstains, invalid } = ballotStates
    expect([...columns.state]).toEqual([counts, none, abstains, abstains, invalid, counts])
    expect([...columns.starts]).toEqual([0, 2, 2, 2, 2, 2, 3])
    expect([...columns.options]).toEqual([0, 2, 1])
  })

  test('that do not fit together are refused', () => {
    const weights = new BigUint64Array(6)
    const wrong = (given: object, of: BigUint64Array | bigint[] = weights) =>
      expect(() => tallyColumns('approval', 3, { ...columns, ...given }, of)).toThrow(RangeError)
    wrong({ count: 5 })
    wrong({ starts: columns.starts.subarray(1) })
    wrong({ values: columns.values.subarray(1) })
    wrong({ options: new Int32Array([0, 3, 1]) })
    wrong({ options: new Int32Array([0, -1, 1]) })
    wrong({}, weights.subarray(1))
    wrong({}, [1n, 1n, 1n, 1n, 1n, -1n])
  })
})
