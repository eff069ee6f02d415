// Ed25519 in JavaScript and in Node's own cryptography: one verdict on every signature, crafted ones included.
import { createHash } from 'node:crypto'
import { fc } from '@equalizer/testkit/laws'
import { ed25519 } from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { nativeVerify, nodeSigner } from '../node/signer.ts'
import { nobleVerify } from './ed25519.ts'
import { nobleSigner } from './signer.ts'

const { Point } = ed25519
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const message = new TextEncoder().encode('a message')

function verdict(key: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean {
  const [js, native] = [nobleVerify(key, text, signature), nativeVerify(key, text, signature)]
  expect(js).toBe(native)
  return js
}

function littleEndian(value: bigint): Uint8Array {
  return hex(value.toString(16).padStart(64, '0')).reverse()
}

/** A point of order 8 and all its multiples. */
const eighth = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')
const torsion = Array.from({ length: 8 }, (_, i) => (i === 0 ? Point.ZERO : eighth.multiplyUnsafe(BigInt(i))))

describe('RFC 8032, section 7.1', () => {
  test.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
  ])('%s', (secret, key, text, signature) => {
    expect(verdict(hex(key), hex(text), hex(signature))).toBe(true)
    for (const signer of [nobleSigner('a', 1, hex(secret)), nodeSigner('a', 1, hex(secret))]) {
      expect(signer.vkey.key).toEqual(hex(key))
      expect(signer.sign(hex(text))).toEqual(hex(signature))
    }
  })
})

describe('both say the same', () => {
  const secret = new Uint8Array(32).fill(5)
  const { vkey, sign } = nobleSigner('a', 1, secret)
  const good = sign(message)

  test('of any signature with a bit turned, and of any bytes', () => {
    const turned = fc.record({ at: fc.nat(63), bit: fc.nat(7) })
    fc.assert(
      fc.property(turned, ({ at, bit }) => {
        const wrong = Uint8Array.from(good)
        wrong[at] = (wrong[at] ?? 0) ^ (1 << bit)
        expect(verdict(vkey.key, message, wrong)).toBe(false)
      }),
      { numRuns: 60 },
    )
    const some = (length: number) => fc.uint8Array({ minLength: length - 1, maxLength: length + 1 })
    fc.assert(
      fc.property(some(32), some(64), (key, signature) => {
        expect(verdict(key, message, signature)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('that S of nothing, and of the order itself, is no signature', () => {
    for (const s of [0n, 1n, Point.Fn.ORDER - 1n, Point.Fn.ORDER]) {
      for (const r of [good.slice(0, 32), Point.ZERO.toBytes(), new Uint8Array(32).fill(255)]) {
        expect(verdict(vkey.key, message, Uint8Array.of(...r, ...littleEndian(s)))).toBe(false)
      }
    }
  })

  test('that S above the order is no second signature', () => {
    const s = BigInt(`0x${Buffer.from(good.slice(32)).reverse().toString('hex')}`)
    const second = Uint8Array.of(...good.slice(0, 32), ...littleEndian(s + Point.Fn.ORDER))
    expect(verdict(vkey.key, message, good)).toBe(true)
    expect(verdict(vkey.key, message, second)).toBe(false)
  })

  test('that no point of small order is a key, however it is spelled', () => {
    const prime = 2n ** 255n - 19n
    const spelled = torsion.flatMap(point => {
      const bytes = point.toBytes()
      const flipped = Uint8Array.from(bytes)
      flipped[31] = (flipped[31] ?? 0) ^ 0x80
      return [bytes, flipped]
    })
    const above = [0n, 1n].flatMap(y => [littleEndian(y + prime), littleEndian(y + prime + 2n ** 255n)])
    for (const key of [...spelled, ...above]) {
      // With S = 0 and R = the key's opposite or nothing, the equation holds of some messages.
      for (const r of torsion) {
        for (let i = 0; i < 4; i++) {
          const signature = Uint8Array.of(...r.toBytes(), ...new Uint8Array(32))
          expect(verdict(key, Uint8Array.of(i), signature)).toBe(false)
        }
      }
    }
  })

  test('of signatures that hold only after multiplying by eight', () => {
    // A = aB + T8 and R = rB + T: with the cofactor every one of these holds.
    const [a, r] = [123_456_789n, 987_654_321n]
    const verdicts = torsion.flatMap(inKey =>
      torsion.map(inR => {
        const key = Point.BASE.multiply(a).add(inKey).toBytes()
        const rBytes = Point.BASE.multiply(r).add(inR).toBytes()
        const digest = createHash('sha512').update(rBytes).update(key).update(message).digest().reverse()
        const k = BigInt(`0x${digest.toString('hex')}`) % Point.Fn.ORDER
        const s = (r + k * a) % Point.Fn.ORDER
        return verdict(key, message, Uint8Array.of(...rBytes, ...littleEndian(s)))
      }),
    )
    expect(verdicts).toContain(true)
    expect(verdicts).toContain(false)
  })
})
