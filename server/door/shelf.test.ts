// What is at hand of an organization: right for every size of the log it is asked of, stored or not.
import { type Entry, type Group, NotAtHand } from '@equalizer/core'
import { expect, test } from 'vitest'
import { createShelf } from './shelf.ts'

const everyone: Group = { id: 'all', name: 'All', kind: 'everyone', weight: { by: 'person' } }
const person = 'p-somebody'

function standing(seq: number, amount: string): Entry {
  const event = { stream: 'standing', type: 'standing.set', data: { key: 'member', person, amount } }
  return { seq, atMs: 1_000, by: 'p-steward0', command: { kind: 'act' }, events: [event] }
}
const nothing = () => null

test('what somebody had before does not come back over what an entry not stored yet took', () => {
  const shelf = createShelf()
  shelf.put(
    { kind: 'standing', key: 'member', person, seq: 8 },
    { kind: 'standing', amount: 1n, still: true },
    8,
  )
  shelf.append(standing(11, '0'), nothing)
  const earlier = { kind: 'standing', key: 'member', person, seq: 10 } as const
  expect(() => shelf.standing('member', person, 10)).toThrow(NotAtHand)
  expect(shelf.waits(earlier)).toBe(true)
  shelf.settle()
  expect(shelf.waits(earlier)).toBe(false)
  shelf.put(earlier, { kind: 'standing', amount: 1n, still: true }, 9)
  expect([shelf.standing('member', person, 10), shelf.standing('member', person, 12)]).toEqual([1n, 0n])
})

test('a count holds for every later size until a standing changes', () => {
  const shelf = createShelf()
  const need = { kind: 'eligible', group: everyone, seq: 8, atMs: 1_000 } as const
  shelf.put(need, { kind: 'eligible', members: 3, weight: 3n }, 8)
  expect(shelf.eligible(everyone, 9, 2_000).members).toBe(3)
  expect(() => shelf.eligible(everyone, 7, 1_000)).toThrow(NotAtHand)
  shelf.append(standing(9, '1'), nothing)
  expect(() => shelf.eligible(everyone, 10, 2_000)).toThrow(NotAtHand)
  expect(shelf.waits({ ...need, seq: 10 })).toBe(true)
  shelf.settle()
  expect(() => shelf.eligible(everyone, 10, 2_000)).toThrow(NotAtHand)
})

test('seats run out by the clock, so that a count of a council is of its moment only', () => {
  const shelf = createShelf()
  const council = {
    ...everyone,
    id: 'few',
    kind: 'council',
    seats: 3,
    pool: 'all',
    termMs: 1_000,
  } as unknown as Group
  const need = { kind: 'eligible', group: council, seq: 8, atMs: 1_000 } as const
  shelf.put(need, { kind: 'eligible', members: 3, weight: 3n }, 8)
  expect(shelf.eligible(council, 9, 1_000).members).toBe(3)
  expect(() => shelf.eligible(council, 9, 2_000)).toThrow(NotAtHand)
})
