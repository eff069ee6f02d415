// The bytes that are signed, to the byte: other programs make and check them too.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { canonical } from '../log/canonical.ts'
import { ballotMessage, keyMessage } from './message.ts'

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

test('a ballot', () => {
  const said = {
    decision: 'D-1',
    person: 'p-ada0',
    phase: 'vote',
    signedMs: 1_767_571_200_000,
    subject: 'bafkrei',
  } as const
  expect(text(ballotMessage({ ...said, choice: { '10': 3, '2': 1 } }))).toBe(
    '{"about":"equalizer ballot 1","choice":{"10":3,"2":1},"decision":"D-1","person":"p-ada0","phase":"vote","signedMs":1767571200000,"subject":"bafkrei"}',
  )
  expect(text(ballotMessage({ ...said, choice: null }))).toContain('"choice":null,')
})

test('a key', () => {
  expect(text(keyMessage({ key: 'ed25519+AAAA', person: 'p-ada0' }))).toBe(
    '{"about":"equalizer key 1","key":"ed25519+AAAA","person":"p-ada0"}',
  )
})

test('is canonical JSON, whatever is said', () => {
  const words = fc.oneof(
    fc.stringMatching(/^[a-zA-Z0-9-]{0,9}$/),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  )
  const choice = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.array(fc.integer()),
    fc.dictionary(fc.stringMatching(/^[0-9]{1,3}$/), fc.integer()),
  )
  const said = fc.record({
    choice,
    decision: words,
    person: words,
    phase: fc.constant('vote' as const),
    signedMs: fc.nat(),
    subject: words,
  })
  fc.assert(
    fc.property(said, one => {
      expect(text(ballotMessage(one))).toBe(canonical({ about: 'equalizer ballot 1', ...one }))
    }),
  )
  expect(() =>
    ballotMessage({
      choice: Number.NaN,
      decision: 'D-1',
      person: 'p',
      phase: 'vote',
      signedMs: 1,
      subject: 's',
    }),
  ).toThrow(TypeError)
})
