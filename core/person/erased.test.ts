// A person erases themselves: the log says so by an id, and nobody acts under it any more.
import { describe, expect, test } from 'vitest'
import { ada, ben, createTrial, day, m1, payment, start } from '../kernel/trial.ts'
import { erasureStream, personErasedBy } from './erased.ts'

describe('a person erases themselves', () => {
  test('the log says so, by an id and nothing else', () => {
    const trial = createTrial()
    trial.does(m1, { kind: 'erase' }, start + day)
    expect(trial.entries.at(-1)).toEqual({
      seq: trial.entries.length - 1,
      atMs: start + day,
      by: m1,
      command: { kind: 'erase' },
      events: [{ stream: `person/${m1}`, type: 'person.erased', data: { person: m1 } }],
    })
    expect(trial.books.stream(erasureStream(m1))).toEqual({ erasedMs: start + day })
  })

  test('nobody acts under that id any more, not even to be erased again', () => {
    const trial = createTrial()
    trial.does(ben, { kind: 'erase' }, start + day)
    const refusal = { code: 'person.erased', facts: { person: ben, erasedMs: start + day } }
    expect(trial.refuses(ben, payment(5), start + day)).toMatchObject(refusal)
    expect(trial.refuses(ben, { kind: 'erase' }, start + 2 * day)).toMatchObject(refusal)
    expect(trial.refuses(ben, { kind: 'revoke', scope: { kind: 'everything' } }, start)).toMatchObject(
      refusal,
    )
    expect(trial.does(ada, payment(5), start + 2 * day)).toEqual({ outcome: 'executed' })
  })

  test('what they have stays what the log says: dismissing is another act', () => {
    const trial = createTrial()
    trial.does(m1, { kind: 'erase' }, start + day)
    expect(trial.books.standing('member', m1, trial.entries.length)).toBe(1n)
  })
})

test('an event tells who is erased by it', () => {
  const event = { stream: 'person/p-abcd', type: 'person.erased', data: { person: 'p-abcd' } }
  expect(personErasedBy(event)).toBe('p-abcd')
  expect(personErasedBy({ ...event, type: 'charter.person_erased' })).toBe('p-abcd')
  expect(personErasedBy({ ...event, stream: 'charter/person/p-abcd' })).toBe(null)
  expect(personErasedBy({ ...event, type: 'person.other' })).toBe(null)
})
