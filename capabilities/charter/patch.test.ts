// JSON Patch: what RFC 6902 says of each operation, and that a difference makes the one document of the other.
import type { Json } from '@equalizer/core'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { difference } from './difference.ts'
import { applyPatch, operationSchema, type Patch } from './patch.ts'

const done = (document: Json, ...patch: Patch) => {
  const result = applyPatch(document, patch)
  return result.ok ? result.value : result.refusal.code
}

describe('RFC 6902, appendix A', () => {
  test.each<[string, Json, Patch, Json]>([
    [
      'A.1 adding an object member',
      { foo: 'bar' },
      [{ op: 'add', path: '/baz', value: 'qux' }],
      { baz: 'qux', foo: 'bar' },
    ],
    [
      'A.2 adding an array element',
      { foo: ['bar', 'baz'] },
      [{ op: 'add', path: '/foo/1', value: 'qux' }],
      { foo: ['bar', 'qux', 'baz'] },
    ],
    [
      'A.3 removing an object member',
      { baz: 'qux', foo: 'bar' },
      [{ op: 'remove', path: '/baz' }],
      { foo: 'bar' },
    ],
    [
      'A.4 removing an array element',
      { foo: ['bar', 'qux', 'baz'] },
      [{ op: 'remove', path: '/foo/1' }],
      { foo: ['bar', 'baz'] },
    ],
    [
      'A.5 replacing a value',
      { baz: 'qux', foo: 'bar' },
      [{ op: 'replace', path: '/baz', value: 'boo' }],
      { baz: 'boo', foo: 'bar' },
    ],
    [
      'A.8 testing a value: success',
      { baz: 'qux', foo: ['a', 2, 'c'] },
      [
        { op: 'test', path: '/baz', value: 'qux' },
        { op: 'test', path: '/foo/1', value: 2 },
      ],
      { baz: 'qux', foo: ['a', 2, 'c'] },
    ],
    [
      'A.9 testing a value: error',
      { baz: 'qux' },
      [{ op: 'test', path: '/baz', value: 'bar' }],
      'charter.patch_failed',
    ],
    [
      'A.10 adding a nested member object',
      { foo: 'bar' },
      [{ op: 'add', path: '/child', value: { grandchild: {} } }],
      { foo: 'bar', child: { grandchild: {} } },
    ],
    [
      'A.12 adding to a nonexistent target',
      { foo: 'bar' },
      [{ op: 'add', path: '/baz/bat', value: 'qux' }],
      'charter.patch_failed',
    ],
    [
      'A.14 ~ escape ordering',
      { '/': 9, '~1': 10 },
      [{ op: 'test', path: '/~01', value: 10 }],
      { '/': 9, '~1': 10 },
    ],
    [
      'A.15 comparing strings and numbers',
      { '/': 9, '~1': 10 },
      [{ op: 'test', path: '/~01', value: '10' }],
      'charter.patch_failed',
    ],
    [
      'A.16 adding an array value',
      { foo: ['bar'] },
      [{ op: 'add', path: '/foo/-', value: ['abc', 'def'] }],
      { foo: ['bar', ['abc', 'def']] },
    ],
  ])('%s', (_, document, patch, expected) => {
    expect(done(document, ...patch)).toEqual(expected)
  })

  test('A.11 an operation with a member too many, and A.13 one said twice over, are not understood', () => {
    expect(operationSchema.safeParse({ op: 'add', path: '/a', value: 1, xyz: 1 }).success).toBe(false)
    expect(operationSchema.safeParse({ op: 'move', path: '/a', from: '/b' }).success).toBe(false)
    expect(operationSchema.safeParse({ op: 'remove', path: 'a' }).success).toBe(false)
    expect(operationSchema.safeParse({ op: 'remove', path: '/a~2' }).success).toBe(false)
  })
})

describe('places', () => {
  test.each(['/foo/3', '/foo/-1', '/foo/01', '/foo/1e0', '/foo/-', '/foo/length', '/nothing', '/foo/0/0'])(
    'there is nothing to remove at %s',
    path => {
      expect(done({ foo: ['a', 'b', 'c'] }, { op: 'remove', path })).toBe('charter.patch_failed')
    },
  )

  test('what every object inherits is not in a document', () => {
    expect(done({}, { op: 'replace', path: '/__proto__', value: 1 })).toBe('charter.patch_failed')
    expect(done({}, { op: 'test', path: '/constructor', value: {} })).toBe('charter.patch_failed')
    const made = done({}, { op: 'add', path: '/__proto__', value: { polluted: true } })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.keys(made as object)).toEqual(['__proto__'])
  })

  test('the document given stays as it is', () => {
    const document = Object.freeze({ units: Object.freeze([Object.freeze({ id: 'a' })]) }) as unknown as Json
    expect(done(document, { op: 'replace', path: '/units/0/id', value: 'b' })).toEqual({
      units: [{ id: 'b' }],
    })
  })
})

describe('a difference', () => {
  const named = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.nat(2) })
  const tree = fc.letrec<{ value: Json }>(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 1, 'x', '~/'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(named as fc.Arbitrary<Json>, { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('id', 'a/b', '~', '', '0', '__proto__'), tie('value'), { maxKeys: 4 }),
    ),
  })).value
  const document = fc.record({ units: fc.array(named), more: tree }) as fc.Arbitrary<Json>

  test('makes the one of the other, in words that the schema knows', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const patch = difference(before, after)
        expect(patch.filter(one => !operationSchema.safeParse(one).success)).toEqual([])
        const result = applyPatch(before, patch)
        expect(result).toEqual({ ok: true, value: after })
      }),
      { numRuns: 500 },
    )
  })

  test('changes what it meant to, or nothing', () => {
    const units = (...ids: string[]) => ({ units: ids.map(id => ({ id, name: id })) })
    const renamed = {
      units: [
        { id: 'a', name: 'a' },
        { id: 'b', name: 'new' },
      ],
    }
    const patch = difference(units('a', 'b'), renamed)
    expect(applyPatch(units('a', 'b', 'c'), patch)).toMatchObject({ ok: true })
    expect(done(units('c', 'a', 'b'), ...patch)).toBe('charter.patch_failed')
    expect(difference(units('a', 'b'), units('a'))).toEqual([
      { op: 'test', path: '/units/1/id', value: 'b' },
      { op: 'remove', path: '/units/1' },
    ])
  })
})
