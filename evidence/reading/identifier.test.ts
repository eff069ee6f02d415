// Ids and handles: equal for equal facts, different otherwise, and nothing that looks like somebody else.
import { limits } from '@equalizer/core'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { cleanName, normalizeActor, observationId, schemeOf } from './identifier.ts'
import { createLedger } from './ledger.ts'
import { createRepeats } from './repeats.ts'

const actor = (scheme: string, handle: string) => {
  const result = normalizeActor(scheme, handle)
  return result.ok ? result.value : result.refusal.code
}

test('ids: as another implementation computes them, and no two lists of facts that run into each other', () => {
  // base64url of the first 16 bytes of SHA-256 over ["k","a",1]
  expect(observationId('k', ['a', 1])).toBe('fusJ_4d_1vIO8gZWcAkU0r')
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
      expect(observationId('k', a) === observationId('k', b)).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
  )
})

describe('actors', () => {
  test.each([
    ['eth', '0x1F98431c8aD98523631AE4a59f267346ea31F984', 'eth:0x1f98431c8ad98523631ae4a59f267346ea31f984'],
    ['email', ' Ada@Example.org ', 'email:ada@example.org'],
    ['github', 'Dependabot[bot]', 'github:dependabot[bot]'],
    ['name', 'Ada Lovelace', 'name:Ada Lovelace'],
    ['name', 'Zoe\u0308', 'name:Zo\u00eb'],
    ['name', '<img src=x onerror=alert(1)>', 'name:<img src=x onerror=alert(1)>'],
    ['eth', '0x1f98', 'evidence.bad_actor'],
    ['email', 'nobody', 'evidence.bad_actor'],
    ['github', 'a b', 'evidence.bad_actor'],
    ['name', '  ', 'evidence.empty_actor'],
    ['name', 'Ada\u202Ecalevol', 'evidence.bad_actor'],
    ['name', 'Ada\u0000', 'evidence.bad_actor'],
    ['name', 'Ad\u200Ba', 'evidence.bad_actor'],
    ['name', 'x'.repeat(limits.textChars + 1), 'evidence.text_too_long'],
  ])('%s %j', (scheme, handle, expected) => expect(actor(scheme, handle)).toBe(expected))

  test('bare handles', () => {
    expect(schemeOf(`0x${'aB'.repeat(20)}`, 'name')).toBe('eth')
    expect(schemeOf('a@b.org', 'name')).toBe('email')
    expect(schemeOf('Ada', 'name')).toBe('name')
  })
})

test('names lose what cannot be seen and keep what can', () => {
  const clean = (text: string) => {
    const result = cleanName(text)
    return result.ok ? result.value : result.refusal.code
  }
  expect(clean(' Ada\t\u202E\u2066Lovelace\u0007 ')).toBe('Ada Lovelace')
  expect(clean('<b>Ada</b>')).toBe('<b>Ada</b>')
  expect(clean('投票 é')).toBe('投票 é')
  expect(clean('x'.repeat(limits.textChars + 1))).toBe('evidence.text_too_long')
})

test('repeats are counted per id, and no more ids than the limit are kept', () => {
  const repeats = createRepeats()
  const ids = Array.from({ length: 5_000 }, (_, n) => observationId('r', [n]))
  expect(ids.every(id => repeats.before(id) === 0)).toBe(true)
  expect(ids.every(id => repeats.before(id) === 1)).toBe(true)
  expect(repeats.before(ids[7] as string)).toBe(2)
  expect(repeats.overflowed).toBe(false)
})

test('the ledger keeps the first refusals with their places and counts them all', () => {
  const ledger = createLedger()
  const refusal = { code: 'evidence.x', reason: 'x', facts: {} }
  for (let line = 1; line <= limits.refusalsKept + 5; line += 1) {
    ledger.read()
    ledger.refuse({ file: 'f', line, column: null }, refusal)
  }
  for (const _ of [1, 2]) {
    ledger.note('note.once', 'once', { digits: 10n })
    ledger.same('email:a@x', 'github:a', 'mailmap', 'f:1')
    ledger.same('github:a', 'email:a@x', 'mailmap', 'f:2')
  }
  ledger.same('github:a', 'github:a', 'mailmap', 'itself')
  const account = ledger.account()
  expect(account.refusals).toHaveLength(limits.refusalsKept)
  expect(account.refusedByCode).toEqual({ 'evidence.x': limits.refusalsKept + 5 })
  expect(account.notes).toEqual(['once'])
  expect(account.noted).toEqual([{ code: 'note.once', facts: { digits: '10' } }])
  expect(ledger.claims()).toEqual([{ a: 'email:a@x', b: 'github:a', rule: 'mailmap', detail: 'f:1' }])
})
