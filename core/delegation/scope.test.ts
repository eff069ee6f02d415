// Of several delegations the most specific one counts, and scopes meet where both hold.
import { describe, expect, test } from 'vitest'
import { type ClassScope, delegationsFor, type Scope, scopeKey, scopeOfBoth } from './scope.ts'

const everything: Scope = { kind: 'everything' }
const unit = (name: string): Scope => ({ kind: 'unit', unit: name })
const cls = (name: string, of = 'finance'): ClassScope => ({ kind: 'class', unit: of, class: name })

describe('the delegation that counts', () => {
  const all = [
    { from: 'ada', to: 'ben', scope: everything },
    { from: 'ada', to: 'cleo', scope: unit('finance') },
    { from: 'ada', to: 'dora', scope: cls('pay') },
    { from: 'ben', to: 'emil', scope: unit('press') },
  ]
  const taker = (about: ClassScope, of = all) => delegationsFor(about, of).get('ada')?.to

  test('class before unit before everything, in any order', () => {
    for (const given of [all, all.toReversed()]) {
      expect(taker(cls('pay'), given)).toBe('dora')
      expect(taker(cls('budget'), given)).toBe('cleo')
      expect(taker(cls('pay', 'press'), given)).toBe('ben')
    }
  })

  test('what is about another unit or class does not count', () => {
    expect([...delegationsFor(cls('pay'), all).keys()]).toEqual(['ada'])
    expect(delegationsFor(cls('news', 'press'), all).get('ben')?.to).toBe('emil')
  })

  test('revoked, the next broader one counts at once', () => {
    expect(taker(cls('pay'), all.slice(0, 2))).toBe('cleo')
    expect(taker(cls('pay'), all.slice(0, 1))).toBe('ben')
  })
})

test('scopes meet in the narrower one, or nowhere', () => {
  const met: [Scope, Scope, Scope | null][] = [
    [everything, everything, everything],
    [everything, unit('a'), unit('a')],
    [unit('a'), cls('pay', 'a'), cls('pay', 'a')],
    [unit('a'), unit('b'), null],
    [unit('a'), cls('pay', 'b'), null],
    [cls('pay', 'a'), cls('pay', 'b'), null],
    [cls('pay', 'a'), cls('buy', 'a'), null],
    [cls('pay', 'a'), cls('pay', 'a'), cls('pay', 'a')],
  ]
  for (const [a, b, both] of met) {
    expect(scopeOfBoth(a, b)).toEqual(both)
    expect(scopeOfBoth(b, a)).toEqual(both)
  }
})

test('no two scopes have one key', () => {
  const scopes = [
    everything,
    unit('a'),
    unit('["a"]'),
    unit('a","b'),
    cls('b', 'a'),
    cls('', 'a","b'),
    unit(''),
  ]
  expect(new Set(scopes.map(scopeKey)).size).toBe(scopes.length)
})
