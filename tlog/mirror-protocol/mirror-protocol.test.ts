// What is sent to a mirror: requests divided as the specification divides them, byte by byte, and what is no request.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { emptyFrontier, extended, rootOf } from '../merkle/frontier.ts'
import { leafHash } from '../merkle/hash.ts'
import { subtreeConsistencyProof } from '../merkle/prove.ts'
import { verifySubtreeConsistency } from '../merkle/verify.ts'
import { testLog } from '../testing/test-log.ts'
import { formatAddEntriesHeader, parseAddEntriesHeader } from './header.ts'
import { formatMirrorInfo, parseMirrorInfo } from './mirror-info.ts'
import { formatPackage, packagesOf, parsePackage } from './package.ts'

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code
const size = fc.maxSafeNat()

describe('the header of add-entries', () => {
  const header = fc
    .record({
      origin: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      bounds: fc.tuple(size, size),
      ticket: fc.uint8Array({ maxLength: 40 }),
    })
    .map(({ origin, bounds: [a, b], ticket }) => ({
      origin,
      start: Math.min(a, b),
      end: Math.max(a, b),
      ticket,
    }))

  test('comes back from its bytes, whatever follows, and needs all of them', () => {
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 20 }), (given, more) => {
        const bytes = formatAddEntriesHeader(given)
        const read = parseAddEntriesHeader(Uint8Array.of(...bytes, ...more))
        expect(read).toEqual({ ok: true, value: { header: given, length: bytes.length } })
        for (const length of [0, 1, bytes.length - 1]) {
          expect(codeOf(parseAddEntriesHeader(bytes.subarray(0, length)))).toBe('add_entries.incomplete')
        }
      }),
    )
  })

  test('is to the byte what the specification lays out', () => {
    const bytes = formatAddEntriesHeader({ origin: 'ab', start: 1, end: 258, ticket: Uint8Array.of(9) })
    expect([...bytes]).toEqual([0, 2, 97, 98, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 2, 0, 1, 9])
  })

  test('with entries that end before they start, beyond 2^53 or of no log is refused', () => {
    const good = { origin: 'a', start: 1, end: 2, ticket: new Uint8Array(0) }
    const bytes = formatAddEntriesHeader(good)
    const beyond = Uint8Array.from(bytes)
    beyond[11] = 0x20
    expect(codeOf(parseAddEntriesHeader(beyond))).toBe('add_entries.malformed')
    expect(codeOf(parseAddEntriesHeader(formatAddEntriesHeader({ ...good, start: 3 })))).toBe(
      'add_entries.malformed',
    )
    expect(codeOf(parseAddEntriesHeader(formatAddEntriesHeader({ ...good, origin: '' })))).toBe(
      'add_entries.malformed',
    )
    const notUtf8 = Uint8Array.from(bytes)
    notUtf8[2] = 0xff
    expect(codeOf(parseAddEntriesHeader(notUtf8))).toBe('add_entries.malformed')
    expect(() => formatAddEntriesHeader({ ...good, ticket: new Uint8Array(65_536) })).toThrow(RangeError)
  })
})

describe('the packages of add-entries', () => {
  test('are divided at multiples of 256, as the specification counts them', () => {
    expect([...packagesOf(0, 0)]).toEqual([])
    expect([...packagesOf(255, 513)]).toEqual([
      { start: 255, end: 256, subtreeStart: 0 },
      { start: 256, end: 512, subtreeStart: 256 },
      { start: 512, end: 513, subtreeStart: 512 },
    ])
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const [first, last] = [Math.floor(start / 256) * 256, Math.ceil(end / 256) * 256]
        const count = start === end ? 0 : (last - first) / 256
        const expected = Array.from({ length: count }, (_, i) => ({
          start: Math.max(start, first + i * 256),
          end: Math.min(end, first + (i + 1) * 256),
          subtreeStart: first + i * 256,
        }))
        expect([...packagesOf(start, end)]).toEqual(expected)
      }),
    )
  })

  test('of a log, sent from any place, prove themselves to who has what comes before', () => {
    const log = testLog({ origin: 'example.org/log', entries: Array.from({ length: 700 }, (_, i) => `${i}`) })
    const bytes = [...packagesOf(300, 700)].map(({ start, end, subtreeStart }) =>
      formatPackage({
        entries: Array.from({ length: end - start }, (_, i) => log.entry(start + i)),
        proof: subtreeConsistencyProof(subtreeStart, end, 700, log.at),
      }),
    )
    let rest = Uint8Array.from(bytes.flatMap(part => [...part]))
    for (const { start, end, subtreeStart } of packagesOf(300, 700)) {
      const read = parsePackage(rest, end - start)
      if (!read.ok) throw new Error(read.refusal.code)
      rest = rest.subarray(read.value.length)
      const had = Array.from({ length: start - subtreeStart }, (_, i) => log.entry(subtreeStart + i))
      const node = rootOf(extended(emptyFrontier, [...had, ...read.value.entries].map(leafHash)))
      const { proof } = read.value
      const claim = { start: subtreeStart, end, size: 700, node, root: log.root(), proof }
      expect(verifySubtreeConsistency(claim)).toBe(true)
      expect(verifySubtreeConsistency({ ...claim, root: log.root(699) })).toBe(false)
    }
    expect(rest).toHaveLength(0)
  })

  test('that end too early wait for more, and a proof of more than 63 hashes is refused', () => {
    const bytes = formatPackage({ entries: [Uint8Array.of(1, 2)], proof: [new Uint8Array(32)] })
    for (let length = 0; length < bytes.length; length++) {
      expect(codeOf(parsePackage(bytes.subarray(0, length), 1))).toBe('add_entries.incomplete')
    }
    expect(codeOf(parsePackage(bytes, 1))).toBe('ok')
    expect(codeOf(parsePackage(Uint8Array.of(0, 0, 64), 1))).toBe('add_entries.malformed')
    expect(() => formatPackage({ entries: [], proof: Array(64).fill(new Uint8Array(32)) })).toThrow(
      RangeError,
    )
  })
})

describe('what a mirror says of where it stands', () => {
  test('comes back from its text', () => {
    fc.assert(
      fc.property(size, size, fc.uint8Array({ maxLength: 50 }), (a, b, ticket) => {
        const info = { size: a, next: b, ticket }
        expect(parseMirrorInfo(formatMirrorInfo(info))).toEqual({ ok: true, value: info })
      }),
    )
  })

  test.each([
    '',
    '1\n2\n',
    '1\n2\n\n\n',
    '1\n2',
    '01\n2\n\n',
    '1\n2\n!\n',
    '1\n2\nAAAA',
    '9007199254740992\n2\n\n',
    'x'.repeat(100_000),
  ])('%.30j is none', body => {
    expect(codeOf(parseMirrorInfo(body))).toBe('mirror_info.malformed')
  })
})
