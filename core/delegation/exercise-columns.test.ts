// Every weight is exercised once or not at all, in columns as by a naive walk, in any order.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { type DelegationColumns, exerciseColumns } from './exercise-columns.ts'

interface Row {
  readonly to: number
  readonly voted: boolean
  readonly weight: bigint
}

const columns = (rows: readonly Row[]): DelegationColumns & { weights: bigint[] } => ({
  count: rows.length,
  to: Int32Array.from(rows, row => row.to),
  voted: Uint8Array.from(rows, row => Number(row.voted)),
  weights: rows.map(row => row.weight),
})

/** Hop by hop, nothing remembered; a circle without a ballot ends at nobody. */
function naive(rows: readonly Row[]) {
  const exercised = rows.map(() => 0n)
  let unexercised = 0n
  for (const [start, { weight }] of rows.entries()) {
    let at = start
    for (let hop = 0; hop <= rows.length && at >= 0 && !rows[at]?.voted; hop += 1) at = rows[at]?.to ?? -1
    if (rows[at]?.voted) exercised[at] = (exercised[at] ?? 0n) + weight
    else unexercised += weight
  }
  return { exercised, unexercised }
}

const rowsOf = (weight: fc.Arbitrary<bigint>) =>
  fc.integer({ min: 0, max: 12 }).chain(count =>
    fc.array(fc.record({ to: fc.integer({ min: -1, max: count - 1 }), voted: fc.boolean(), weight }), {
      minLength: count,
      maxLength: count,
    }),
  )

const anySize = rowsOf(fc.bigInt({ min: 0n, max: 10n ** 40n }))
const of64Bits = rowsOf(
  fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 60n }), fc.constantFrom(0n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 60n)),
)

describe('laws', () => {
  test('as by a naive walk, and nothing is lost', () => {
    fc.assert(
      fc.property(anySize, rows => {
        const { exercised, unexercised, by } = exerciseColumns(columns(rows))
        expect({ exercised, unexercised }).toEqual(naive(rows))
        const total = rows.reduce((sum, row) => sum + row.weight, 0n)
        expect([...exercised].reduce((sum, weight) => sum + weight, unexercised)).toBe(total)
        expect(
          rows.every((row, i) => (row.voted ? by[i] === i : by[i] === -1 || rows[by[i] as number]?.voted)),
        ).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('64-bit columns say the same as bigints', () => {
    fc.assert(
      fc.property(of64Bits, rows => {
        const given = columns(rows)
        const fast = exerciseColumns({ ...given, weights: BigUint64Array.from(given.weights) })
        const plain = exerciseColumns(given)
        expect([...fast.exercised]).toEqual([...plain.exercised])
        expect(fast.unexercised).toBe(plain.unexercised)
        expect(fast.by).toEqual(plain.by)
      }),
      { numRuns: 500 },
    )
  })

  test('in any order of rows', () => {
    const shuffled = anySize.chain(rows =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
    )
    fc.assert(
      fc.property(shuffled, ([rows, order]) => {
        const place = new Map(order.map((row, at) => [row, at]))
        const moved = order.map(row => {
          const { to, ...rest } = rows[row] as Row
          return { ...rest, to: place.get(to) ?? -1 }
        })
        const [first, second] = [exerciseColumns(columns(rows)), exerciseColumns(columns(moved))]
        expect(second.unexercised).toBe(first.unexercised)
        expect(order.map(row => first.exercised[row])).toEqual([...second.exercised])
      }),
    )
  })
})

describe('edges', () => {
  const sink = (count: number, weight: bigint) => ({
    count,
    to: new Int32Array(count).fill(0),
    voted: Uint8Array.from({ length: count }, (_, i) => Number(i === 0)),
    weights: new BigUint64Array(count).fill(weight),
  })

  test('a chain of a million hops', () => {
    const count = 1_000_000
    const { exercised, unexercised } = exerciseColumns({
      count,
      to: Int32Array.from({ length: count }, (_, i) => i - 1),
      voted: Uint8Array.from({ length: count }, (_, i) => Number(i === 0)),
      weights: new BigUint64Array(count).fill(3n),
    })
    expect([exercised[0], unexercised]).toEqual([3_000_000n, 0n])
  })

  test('carries out of the lower half, and up to the last of 64 bits', () => {
    expect(exerciseColumns(sink(5, 2n ** 32n - 1n)).exercised[0]).toBe(5n * (2n ** 32n - 1n))
    expect(exerciseColumns(sink(1, 2n ** 64n - 1n)).exercised[0]).toBe(2n ** 64n - 1n)
  })

  test('together 2^64 and more are refused as columns of 64 bits', () => {
    expect(() => exerciseColumns(sink(2, 2n ** 63n))).toThrow(RangeError)
  })

  test('part of a longer buffer', () => {
    const weights = new BigUint64Array([9n, 5n, 7n, 9n]).subarray(1, 3)
    const given = { count: 2, to: new Int32Array([-1, 0]), voted: new Uint8Array([1, 0]), weights }
    expect([...exerciseColumns(given).exercised]).toEqual([12n, 0n])
  })

  test('columns of unequal length, rows that are not there, weights below nothing', () => {
    const one = { count: 1, to: new Int32Array([-1]), voted: new Uint8Array(1), weights: [1n] }
    expect(() => exerciseColumns({ ...one, count: 2 })).toThrow(RangeError)
    expect(() => exerciseColumns({ ...one, to: new Int32Array([1]) })).toThrow(RangeError)
    expect(() => exerciseColumns({ ...one, to: new Int32Array([-2]) })).toThrow(RangeError)
    expect(() => exerciseColumns({ ...one, weights: [-1n] })).toThrow(RangeError)
  })
})
