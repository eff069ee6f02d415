// Both ways to a tree's hashes come to the same, whatever was hashed before.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { leafHash, nodeHash } from '../merkle/hash.ts'
import { nativeHashes, nativeLeafHash } from './native-hash.ts'

test('of entries of any length, in any order', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), entry => {
      expect([...nativeLeafHash(entry)]).toEqual([...leafHash(entry)])
    }),
  )
  for (const length of [0, 65_534, 65_535, 65_536, 200_000]) {
    const entry = new Uint8Array(length).fill(7)
    expect([...nativeLeafHash(entry)]).toEqual([...leafHash(entry)])
  }
})

test('of two hashes, one after the other', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(hash, hash, (left, right) => {
      expect([...nativeHashes.node(left, right)]).toEqual([...nodeHash(left, right)])
    }),
  )
})
