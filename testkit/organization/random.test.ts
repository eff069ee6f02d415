// The generator of random numbers is the published one, and a seed is all it depends on.
import { expect, test } from 'vitest'
import { seeded, xoshiro128 } from './random.ts'

test('xoshiro128** gives the outputs of the reference implementation for the state 1, 2, 3, 4', () => {
  const draw = xoshiro128([1, 2, 3, 4])
  expect(Array.from({ length: 10 }, draw)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
})

test('a stream depends on the seed and its name alone', () => {
  const take = (seed: string, stream: string) => Array.from({ length: 5 }, seeded(seed, stream).next)
  expect(take('a', 'votes')).toEqual(take('a', 'votes'))
  expect(take('a', 'votes')).not.toEqual(take('b', 'votes'))
  expect(take('a', 'votes')).not.toEqual(take('a', 'pulls'))
})

test('whole numbers stay in their range and reach both ends', () => {
  const random = seeded('a', 'dice')
  const thrown = new Set(Array.from({ length: 500 }, () => random.whole(1, 6)))
  expect([...thrown].sort()).toEqual([1, 2, 3, 4, 5, 6])
  expect(() => random.pick([])).toThrow(RangeError)
})
