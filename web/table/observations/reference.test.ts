// References from outside: only a web address becomes a link, whatever a file claims.
import { expect, test } from 'vitest'
import { referenceOf } from './reference.ts'

test('a commit is its first digits, a transaction too', () => {
  expect(referenceOf('4e1243bd22c66e76c2ba9eddc1f91394e57f9f83')).toEqual({
    kind: 'hash',
    short: '4e1243bd22',
    href: null,
  })
  expect(referenceOf(`0x${'ab'.repeat(32)}`).short).toBe('0xababababab')
})

test('a web address can be followed', () => {
  const { kind, href, short } = referenceOf('https://example.org/pull/12')
  expect({ kind, href, short }).toEqual({
    kind: 'link',
    href: 'https://example.org/pull/12',
    short: 'example.org/pull/12',
  })
})

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'JaVaScRiPt://example.org/%0aalert(1)',
  ' https://example.org',
  'https://user@example.org/',
  'https://',
  '//example.org/x',
  'payments.csv:17',
])('%s is no link', reference => {
  expect(referenceOf(reference)).toMatchObject({ kind: 'place', href: null, short: reference })
})
