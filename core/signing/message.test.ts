// The bytes that are signed, to the byte: other programs make and check them too.
import { expect, test } from 'vitest'
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
