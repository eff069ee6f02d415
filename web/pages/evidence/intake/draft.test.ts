// A form and a reading say the same: what was understood survives the form, and wrong fields hold it back.
import type { Reading, Understanding } from '@equalizer/client'
import { describe, expect, test } from 'vitest'
import { draftOf, draftProblems, mappingDraftOf, mappingOf, readingOf } from './draft.ts'

const understood = (
  reading: Reading | null,
  suggested: Understanding['suggested'] = null,
): Understanding => ({
  name: 'a.csv',
  bytes: 1,
  reading,
  reason: '',
  said: { code: 'recognized.as_asked', facts: {} },
  format: 'csv',
  columns: [],
  rows: [],
  observations: [],
  refusals: [],
  suggested,
  feeds: [],
})

const readings: Reading[] = [
  { kind: 'git', revision: 'main' },
  { kind: 'holders', asset: 'SHARE', decimals: 18, supply: '1000.5', charset: 'gb18030' },
  { kind: 'payments', timezone: 'Europe/Berlin', asset: 'EUR' },
  { kind: 'snapshot' },
  {
    kind: 'table',
    mapping: {
      kind: 'vote.cast',
      format: 'json',
      records: '$.*.votes.*',
      actor: { column: 'member', scheme: 'email', name: 'full name' },
      weight: { column: 'shares', decimals: 2, raw: true },
      asset: 'SHARE',
      time: { column: 'cast at', format: 'seconds' },
      about: 'motion',
      choice: 'choice',
      id: 'ballot',
      attributes: { room: 'room' },
      json: ['metadata'],
      where: { status: ['valid', 'late'], hall: ['a'] },
    },
  },
  { kind: 'table', mapping: { kind: 'post.written', header: false, delimiter: ';' } },
]

describe('a draft', () => {
  test.each(readings)('of $kind says what was understood', reading => {
    const draft = draftOf(understood(reading))
    expect(draftProblems(draft)).toEqual([])
    expect(readingOf(draft)).toEqual(reading)
  })

  test('of nothing recognised has no reading', () => {
    const draft = draftOf(understood(null))
    expect(draft.kind).toBeNull()
    expect(draftProblems(draft)).toEqual(['missing'])
    expect(readingOf(draft)).toBeNull()
  })

  test('of a suggestion without a kind waits for it', () => {
    const draft = draftOf(understood(null, { actor: { column: 'who', scheme: 'name' } }))
    expect(draft.kind).toBe('table')
    expect(draftProblems(draft)).toEqual(['missing'])
    const whole = { ...draft, mapping: { ...draft.mapping, kind: 'post.written' } }
    expect(readingOf(whole)?.mapping).toEqual({
      kind: 'post.written',
      actor: { column: 'who', scheme: 'name' },
    })
  })

  test('drops what another kind does not know', () => {
    const draft = draftOf(understood({ kind: 'holders', asset: 'SHARE', supply: '10', decimals: 2 }))
    expect(readingOf({ ...draft, kind: 'github' })).toEqual({ kind: 'github' })
    expect(readingOf({ ...draft, kind: 'payments' })).toEqual({
      kind: 'payments',
      asset: 'SHARE',
      decimals: 2,
    })
  })

  test.each([
    ['decimals', { decimals: '37' }],
    ['decimals', { decimals: '1.5' }],
    ['supply', { supply: '1,000' }],
    ['supply', { supply: '1e9' }],
  ] as const)('with a wrong %s is held back: %o', (field, part) => {
    const draft = { ...draftOf(understood({ kind: 'holders' })), ...part }
    expect(draftProblems(draft)).toEqual([field])
    expect(readingOf(draft)).toBeNull()
  })

  test.each([
    ['kind', { kind: 'a b' }],
    ['scheme', { who: 'member', scheme: 'Forum' }],
    ['scheme', { who: 'member', scheme: '' }],
    ['mapping.decimals', { weight: 'shares', decimals: 'x' }],
  ] as const)('whose mapping has a wrong %s is held back: %o', (field, part) => {
    const draft = draftOf(understood({ kind: 'table', mapping: { kind: 'vote.cast' } }))
    expect(draftProblems({ ...draft, mapping: { ...draft.mapping, ...part } })).toEqual([field])
  })

  test('takes values apart at commas and forgets an empty filter', () => {
    const map = { ...mappingDraftOf({ kind: 'x' }), onlyColumn: 'status', onlyValues: ' valid, ,late ' }
    expect(mappingOf(map).where).toEqual({ status: ['valid', 'late'] })
    expect(mappingOf({ ...map, onlyValues: ' , ' }).where).toBeUndefined()
  })
})
