// An option must win against the default one: a draw with it, or a vote too few, is not enough.
import { expect, test } from 'vitest'
import type { Ballot } from './method.ts'
import type { DefaultOption } from './settings.ts'
import { tally } from './tally.ts'

const whole = (numerator: bigint) => ({ numerator, denominator: 1n })
/** Against the default 2, option 0 has 6 to 3 and option 1 has 3 to 6. */
const ballots: Ballot[] = [
  { weight: 3n, choice: [0, 2, 1] },
  { weight: 3n, choice: { '0': 2, '1': 1 } },
  { weight: 3n, choice: { '1': 2, '2': 1 } },
]
const ranking = (rule: Partial<DefaultOption>) =>
  tally('schulze', 3, ballots, {
    defaultOption: { option: 2, atLeast: 0n, ratio: whole(1n), ...rule },
  }).ranking

test('a draw with the default is no majority', () => {
  const drawn: Ballot[] = [
    { weight: 2n, choice: [0, 1] },
    { weight: 2n, choice: [1, 0] },
  ]
  for (const method of ['schulze', 'copeland'] as const) {
    const defaultOption = { option: 1, atLeast: 0n, ratio: whole(1n) }
    expect(tally(method, 2, drawn, { defaultOption }).ranking).toEqual([[1], [0]])
    expect(tally(method, 2, drawn).ranking).toEqual([[0, 1]])
  }
})

test('the ratio must be passed, the least weight only reached', () => {
  expect(ranking({})[0]).toContain(0)
  expect(ranking({ ratio: whole(2n) }).at(-1)).toContain(0)
  expect(ranking({ ratio: { numerator: 199n, denominator: 100n } }).at(-1)).not.toContain(0)
  expect(ranking({ atLeast: 6n }).at(-1)).not.toContain(0)
  expect(ranking({ atLeast: 7n }).at(-1)).toContain(0)
})

test('the default is never dropped, and wins where all others are', () => {
  expect(ranking({ atLeast: 100n })).toEqual([[2], [0, 1]])
})

test('without a ballot the default does not win either', () => {
  const { ranking, winner } = tally('schulze', 3, [{ weight: 5n, choice: null }], {
    defaultOption: { option: 2, atLeast: 0n, ratio: whole(1n) },
  })
  expect([ranking, winner]).toEqual([[[0, 1, 2]], null])
})
