// Content identifiers against the vectors of IPIP-0499, whose bytes are made as kubo's own test makes them.
import { createCipheriv, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { cidOf, cidText } from './cid.ts'

interface Vectors {
  readonly vectors: readonly { readonly input: string; readonly cid: string }[]
}

/** The key stream of ChaCha20 under SHA-256 of the seed and a nonce of zeros. */
function seeded(bytes: number, seed: string): Uint8Array {
  const key = createHash('sha256').update(seed).digest()
  return createCipheriv('chacha20', key, Buffer.alloc(16)).update(Buffer.alloc(bytes))
}

describeWithData('CIDs of IPIP-0499', ['standards/cid-ipip-0499.json'], ([path = '']) => {
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as Vectors
  const of = (input: string) => vectors.find(vector => vector.input.startsWith(input))?.cid

  test('a short text', () => {
    expect(cidOf('hello world')).toBe(of('utf8:hello world'))
  })

  test('the largest file that is one block', () => {
    expect(cidOf(seeded(1_048_576, 'chunk-v1-seed'))).toBe(of('1048576 bytes'))
  })

  test('one byte more has another form and is not ours to make', () => {
    expect(of('1048577 bytes')).toMatch(/^bafybei/)
    expect(() => cidOf(new Uint8Array(1_048_577))).toThrow(/1048577 bytes/)
  })

  test('every vector is written as a CID is written', () => {
    expect(vectors.filter(({ cid }) => !cidText.safeParse(cid).success)).toEqual([])
  })
})

describe('a CID', () => {
  test('counts bytes and not characters', () => {
    expect(() => cidOf('é'.repeat(524_289))).toThrow(/1048578 bytes/)
    expect(cidOf('é')).toBe(cidOf(new TextEncoder().encode('é')))
  })

  test('has one spelling', () => {
    const cid = cidOf('')
    expect(cidText.safeParse(cid).success).toBe(true)
    const others = [
      cid.toUpperCase(),
      `${cid}a`,
      cid.slice(0, -1),
      `${cid.slice(0, -1)}b`,
      `Qm${cid.slice(2)}`,
    ]
    expect(others.filter(other => cidText.safeParse(other).success)).toEqual([])
  })
})
