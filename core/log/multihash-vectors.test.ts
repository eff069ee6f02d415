// The hash inside a CID against the test values of the multihash specification, those of sha2-256.
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import { cidOf } from './cid.ts'

describeWithData(
  'multihash test values',
  ['standards/cid-multihash/tests/values/test_cases.csv'],
  ([path = '']) => {
    const rows = readFileSync(path, 'utf8')
      .split('\n')
      .map(line => line.split(','))
      .filter(([algorithm]) => algorithm === 'sha2-256')

    test('there are values of every length', () => {
      expect(new Set(rows.map(([, bits]) => bits))).toEqual(new Set(['80', '160', '256']))
    })

    test.each(rows)('%s of %s bits: %s', (_, bits = '', input = '', multihash = '') => {
      const hash = hexOf(cidOf(input))
      // 01: CIDv1, 55: raw, 12: sha2-256, 20: 32 bytes.
      expect(hash.slice(0, 8)).toBe('01551220')
      const digest = hash.slice(8, 8 + Number(bits) / 4)
      expect(`12${(Number(bits) / 8).toString(16).padStart(2, '0')}${digest}`).toBe(multihash)
    })
  },
)

/** A CID's bytes, by another way than it was written. */
function hexOf(cid: string): string {
  const bits = Array.from(cid.slice(1), letter =>
    'abcdefghijklmnopqrstuvwxyz234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('')
  const bytes = bits.match(/[01]{8}/g) ?? []
  return bytes.map(byte => Number.parseInt(byte, 2).toString(16).padStart(2, '0')).join('')
}
