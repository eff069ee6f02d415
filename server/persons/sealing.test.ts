// What is sealed opens with its key, in its place, unchanged; and never otherwise.
import { describe, expect, test } from 'vitest'
import { newKey, open, seal } from './sealing.ts'

const place = { organization: 'acme', person: 'p-ada1', what: 'name' }

describe('what is sealed', () => {
  test.each(['', 'Ada', 'Zoë 🌍', 'x'.repeat(4_000)])('opens with its key as what it was: %s', text => {
    const key = newKey()
    expect(open(key, place, seal(key, place, text))).toBe(text)
  })

  test('is different each time, and shows nothing of the text', () => {
    const key = newKey()
    const twice = [seal(key, place, 'Ada'), seal(key, place, 'Ada')]
    expect(new Set(twice).size).toBe(2)
    expect(Buffer.from(twice[0] ?? '', 'base64').includes('Ada')).toBe(false)
  })

  test('opens with no other key, in no other place, and not once it was changed', () => {
    const key = newKey()
    const sealed = seal(key, place, 'Ada')
    expect(() => open(newKey(), place, sealed)).toThrow()
    for (const other of [{ organization: 'beta' }, { person: 'p-bob1' }, { what: 'bafkrei' }])
      expect(() => open(key, { ...place, ...other }, sealed)).toThrow()
    const bytes = Buffer.from(sealed, 'base64')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => open(key, place, changed.toString('base64'))).toThrow()
    }
    expect(() => open(key, place, bytes.subarray(0, 20).toString('base64'))).toThrow()
  })
})
