// Checking signatures: as another implementation does, and no key on which implementations do not agree.
import { createHash, createPublicKey, verify as opensslVerify } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { isWeakKey, verifyEd25519 } from './ed25519.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const { Point } = ed25519
type Point = typeof Point.BASE

/** The eight points that eight times themselves are nothing: multiples of one of order 8. */
const torsion: Point[] = Array.from({ length: 8 }, (_, i) => {
  const eighth = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')
  return i === 0 ? Point.ZERO : eighth.multiplyUnsafe(BigInt(i))
})

function byOpenssl(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const x = Buffer.from(key).toString('base64url')
  return opensslVerify(
    null,
    message,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    signature,
  )
}

test('RFC 8032, section 7.1, test 3', () => {
  const key = hex('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025')
  const signature = hex(
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  )
  expect(verifyEd25519(key, hex('af82'), signature)).toBe(true)
  expect(verifyEd25519(key, hex('af83'), signature)).toBe(false)
  expect(
    verifyEd25519(
      key,
      hex('af82'),
      signature.map((byte, i) => (i === 63 ? byte ^ 0x10 : byte)),
    ),
  ).toBe(false)
  expect(verifyEd25519(key.subarray(1), hex('af82'), signature)).toBe(false)
  expect(verifyEd25519(key, hex('af82'), signature.subarray(1))).toBe(false)
  expect(verifyEd25519(new Uint8Array(32).fill(0xff), hex('af82'), signature)).toBe(false)
})

describe('weak keys', () => {
  test('are the points of small order, however they are spelled', () => {
    expect(new Set(torsion.map(point => point.toHex())).size).toBe(8)
    for (const point of torsion) {
      expect(point.isSmallOrder()).toBe(true)
      const bytes = point.toBytes()
      expect(isWeakKey(bytes)).toBe(true)
      expect(isWeakKey(bytes.map((byte, i) => (i === 31 ? byte ^ 0x80 : byte)))).toBe(true)
    }
    // 1 and 0, spelled as 2^255 - 18 and 2^255 - 19.
    expect(isWeakKey(hex(`ee${'ff'.repeat(30)}7f`))).toBe(true)
    expect(isWeakKey(hex(`ed${'ff'.repeat(30)}7f`))).toBe(true)
    expect(isWeakKey(hex(`f0${'ff'.repeat(30)}ff`))).toBe(true)
    expect(isWeakKey(hex(`eb${'ff'.repeat(30)}7f`))).toBe(false)
    expect(isWeakKey(ed25519.getPublicKey(new Uint8Array(32).fill(7)))).toBe(false)
  })

  test('apart, it takes what OpenSSL takes and nothing else, from keys and signatures made to be doubtful too', () => {
    const [secret, nonce] = [1234567n, 7654321n]
    let taken = 0
    for (const point of torsion) {
      const key = Point.BASE.multiply(secret).add(point).toBytes()
      expect(isWeakKey(key)).toBe(false)
      for (const twist of torsion) {
        for (let text = 0; text < 8; text += 1) {
          const message = Uint8Array.of(text)
          const r = Point.BASE.multiply(nonce).add(twist).toBytes()
          const k = BigInt(`0x${sha512(r, key, message)}`) % Point.Fn.ORDER
          const s = Point.Fn.create(nonce + k * secret)
            .toString(16)
            .padStart(64, '0')
          const signature = new Uint8Array([...r, ...hex(s).reverse()])
          const fits = byOpenssl(key, message, signature)
          if (fits) taken += 1
          expect(verifyEd25519(key, message, signature)).toBe(fits)
        }
      }
    }
    expect(taken).toBeGreaterThan(8)
  })
})

/** As a number: the first byte is the least. */
function sha512(...parts: Uint8Array[]): string {
  const hash = createHash('sha512')
  for (const part of parts) hash.update(part)
  return Buffer.from(hash.digest().reverse()).toString('hex')
}
