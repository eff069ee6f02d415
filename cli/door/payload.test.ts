// Fields become a payload as the schema types them: given, when, then.
import { describe, expect, test } from 'vitest'
import { Stop } from '../stop.ts'
import { payloadOf, type Schema } from './payload.ts'

const schema: Schema = {
  type: 'object',
  properties: {
    amount: { type: 'string' },
    days: { type: 'integer' },
    share: { type: 'number' },
    open: { type: 'boolean' },
    to: {
      oneOf: [
        { type: 'object', properties: { kind: { const: 'person' }, person: { type: 'string' } } },
        { type: 'object', properties: { kind: { const: 'vendor' }, name: { type: 'string' } } },
      ],
    },
    people: { type: 'array', items: { type: 'string', pattern: '^p-[a-z0-9]{4,40}$' } },
    weights: { type: 'array', items: { type: 'integer' } },
    facts: { type: 'object', additionalProperties: { type: 'integer' } },
  },
}
const person = async (name: string) => `p-of-${name}`
const read = (fields: readonly string[], base = {}) =>
  payloadOf(fields, base, { type: 'a.b', schema, person })

describe('a value is what its field takes', () => {
  test.each([
    [['amount=0042'], { amount: '0042' }],
    [['days=42', 'share=-0.5', 'open=false'], { days: 42, share: -0.5, open: false }],
    [['to.kind=vendor', 'to.name=A = B'], { to: { kind: 'vendor', name: 'A = B' } }],
    [['people=Ada, p-1234'], { people: ['p-of-Ada', 'p-1234'] }],
    [['weights=1,2'], { weights: [1, 2] }],
    [['weights='], { weights: [] }],
    [['facts.a=7'], { facts: { a: 7 } }],
    [['to:={"kind":"person"}', 'to.person=p-1'], { to: { kind: 'person', person: 'p-1' } }],
    [['amount='], { amount: '' }],
  ])('%j', async (fields, payload) => {
    expect(await read(fields)).toEqual(payload)
  })

  test('fields come on top of a payload, which stays as it was', async () => {
    const base = { amount: '1', to: { kind: 'vendor' } }
    expect(await read(['to.name=B'], base)).toEqual({ amount: '1', to: { kind: 'vendor', name: 'B' } })
    expect(base.to).toEqual({ kind: 'vendor' })
  })
})

describe('what does not fit is wrong use', () => {
  test.each([
    ['days=4.5', /whole number/],
    ['days=99999999999999999999', /whole number/],
    ['open=yes', /true or false/],
    ['to=vendor', /has parts/],
    ['to.nme=B', /there are kind, person, name/],
    ['amount.x=1', /nothing stands below it/],
    ['facts:={', /not JSON/],
    ['amount', /written key=value/],
    ['constructor=1', /has no field constructor/],
    ['__proto__.x=1', /has no field __proto__/],
  ])('%s', async (field, reason) => {
    const error = await read([field]).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Stop)
    expect((error as Stop).message).toMatch(reason)
    expect((error as Stop).exitCode).toBe(64)
  })
})
