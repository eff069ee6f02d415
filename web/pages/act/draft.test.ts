// Forms from schemas: what is typed becomes the payload, and errors stand at their field.
import { expect, test } from 'vitest'
import { fixtureActTypes } from '../../fixtures/act-types.ts'
import { type Draft, emptyDraft, readDraft } from './draft.ts'
import { fieldsOf, placeOf, type Schema, sortOf } from './schema.ts'

function schemaOf(type: string): Schema {
  const act = fixtureActTypes.find(one => one.type === type)
  if (!act) throw new Error(`no act ${type}`)
  return act.schema as Schema
}
const sorts = (type: string) =>
  Object.fromEntries(fieldsOf(schemaOf(type)).map(([name, field]) => [name, sortOf(field)]))

test('each field is asked for in its own way', () => {
  expect(sorts('treasury.pay')).toMatchObject({
    account: 'pick',
    to: 'union',
    amount: 'whole',
    currency: 'pick',
    purpose: 'text',
  })
  expect(sorts('charter.elect')).toEqual({ group: 'pick', candidates: 'list' })
  expect(sorts('charter.record_standings')).toMatchObject({ key: 'text', standings: 'list' })
  expect(sorts('curation.remove')).toEqual({ item: 'pick', reason: 'long' })
  expect(sorts('treasury.set_budget').period).toBe('choice')
  expect(sorts('lending.lend')).toMatchObject({ to: 'person', days: 'integer' })
  const account = schemaOf('treasury.move').properties
  expect(account?.from && placeOf(account.from)).toMatchObject({ view: 'treasury.accounts', ofUnit: true })
  expect(account?.to && placeOf(account.to)).toMatchObject({ view: 'treasury.accounts', ofUnit: false })
  const opened = schemaOf('treasury.open_account').properties?.account
  expect(opened && placeOf(opened)).toBeNull()
})

test('nothing typed: every required field is missing, and nothing else is wrong', () => {
  for (const { type } of fixtureActTypes) {
    const schema = schemaOf(type)
    const { wrong } = readDraft(schema, emptyDraft(schema))
    expect([type, [...wrong.values()].every(one => one === 'missing')]).toEqual([type, true])
    expect([type, wrong.size > 0]).toEqual([type, (schema.required ?? []).length > 0])
  }
})

test('what is typed becomes a payload, without what was left empty', () => {
  const draft: Draft = {
    account: ' main ',
    to: { kind: 'vendor', name: 'Hetzner' },
    amount: '400000',
    currency: 'EUR',
    purpose: 'Servers for June',
  }
  const { payload, wrong } = readDraft(schemaOf('treasury.pay'), draft)
  expect(wrong.size).toBe(0)
  expect(payload).toEqual({
    account: 'main',
    to: { kind: 'vendor', name: 'Hetzner' },
    amount: '400000',
    currency: 'EUR',
    purpose: 'Servers for June',
  })
  const budget = { account: 'main', amount: '5', currency: 'EUR', period: 'month', capPerPayment: ' ' }
  expect(readDraft(schemaOf('treasury.set_budget'), budget)).toMatchObject({ wrong: new Map() })
  expect(readDraft(schemaOf('treasury.set_budget'), budget).payload).not.toHaveProperty('capPerPayment')
})

test('an error stands at its field, also within lists and unions', () => {
  const pay = { account: 'main', to: { kind: 'vendor', name: '' }, amount: '12.50', currency: 'eur' }
  expect(Object.fromEntries(readDraft(schemaOf('treasury.pay'), pay).wrong)).toMatchObject({
    'to.name': 'missing',
    amount: 'whole',
    currency: 'form',
  })
  const standings = {
    key: 'asset:GOV',
    standings: [
      { person: 'p-ines', amount: '5' },
      { person: '', amount: 'x' },
    ],
  }
  expect(Object.fromEntries(readDraft(schemaOf('charter.record_standings'), standings).wrong)).toEqual({
    'standings.1.person': 'missing',
    'standings.1.amount': 'whole',
  })
  const lend = { tool: 'saw', to: 'p-ines', days: '91' }
  expect(readDraft(schemaOf('lending.lend'), lend).wrong.get('days')).toEqual({ atMost: 90 })
  expect(
    readDraft(schemaOf('charter.elect'), { group: 'council', candidates: [] }).wrong.get('candidates'),
  ).toEqual({
    atLeast: 1,
  })
})
