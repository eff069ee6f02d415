// The set of ids tells any two ids apart and remembers all.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { IdSet } from './id-set.ts'

test('an id is new once, whatever its shape', () => {
  const ids = new IdSet()
  const some = [
    ...Array.from({ length: 5_000 }, () => randomBytes(16).toString('base64url')),
    ...Array.from({ length: 5_000 }, (_, index) => `plain ${index}`),
    Buffer.alloc(16).toString('base64url'),
  ]
  for (const id of some) expect(ids.add(id)).toBe(true)
  for (const id of some) expect(ids.add(id)).toBe(false)
  expect(ids.size).toBe(some.length)
})

test('ids that differ in one bit differ', () => {
  const ids = new IdSet()
  for (let bit = 0; bit < 128; bit += 1) {
    const bytes = Buffer.alloc(16, 0x5a)
    bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7))
    expect(ids.add(bytes.toString('base64url'))).toBe(true)
  }
})
