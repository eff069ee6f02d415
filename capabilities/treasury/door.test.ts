// The treasury through the one door: what is small is paid at once, what is large is voted on, and no way leads round it.
import { expect, test } from 'vitest'
import { charter } from '../charter/index.ts'
import { createDoorDesk, everythingAt, members, openToAll, steward } from '../testing/desk.ts'
import { treasury } from './index.ts'

const [bob, cyd, dan] = members
const vendor = { kind: 'vendor', name: 'Lamp & Sons Ltd' }
const pay = (amount: string, currency = 'EUR') => ({
  account: currency === 'EUR' ? 'ops' : 'purse',
  to: vendor,
  amount,
  currency,
  purpose: 'Lamps',
})

/** Finance pays up to 5,000 euros at once, lets anybody carry out what was allocated, and votes on everything else. */
function harbour() {
  const desk = createDoorDesk([charter, treasury])
  const act = (type: string, unit: string, payload: object, by: string = steward) =>
    desk.act(by, type, unit, payload)
  act('treasury.declare_currency', 'organization', { currency: 'EUR', decimals: 2 })
  act('treasury.declare_currency', 'organization', { currency: 'GOV', decimals: 0 })
  const customer = { kind: 'customer', name: 'Grid AG' }
  for (const [account, currency] of [
    ['ops', 'EUR'],
    ['purse', 'GOV'],
  ] as const) {
    act('treasury.open_account', 'finance', { account, name: account, currency })
    act('treasury.receive', 'finance', { account, amount: '10000000', currency, from: customer })
  }
  const small = {
    ...everythingAt(0),
    id: 'small',
    filter: {
      acts: ['treasury.pay'],
      where: [
        { field: 'amount', atMost: '500000' },
        { field: 'currency', oneOf: ['EUR'] },
      ],
    },
  }
  const routine = openToAll('routine', ['treasury.run_allocation'])
  expect(act('rule.move', 'finance', { unit: 'finance', classes: [small, routine, everythingAt(2)] })).toBe(
    'executed',
  )
  const left = () => (desk.ledger.books.stream('treasury/account/ops') as { balance: string }).balance
  return { desk, act, left }
}

test('the amount and the currency decide who decides', () => {
  const { desk, act, left } = harbour()
  expect(act('treasury.pay', 'finance', pay('500000'))).toBe('executed')
  expect(act('treasury.pay', 'finance', pay('500001'))).toBe('opened')
  // Five hundred thousand tokens are no five thousand euros.
  expect(act('treasury.pay', 'finance', pay('500000', 'GOV'))).toBe('opened')
  expect(left()).toBe('9500000')
  for (const person of [bob, cyd, dan]) desk.send(person, { kind: 'ballot', decision: 'D-1', choice: 0 })
  desk.wait(8)
  expect([desk.ledger.decision('D-1').phase, left()]).toEqual(['executed', '8999999'])
})

test('no other unit, however loose its rules, pays from the account', () => {
  const { act, left } = harbour()
  expect(act('treasury.pay', 'marketing', pay('9000000'))).toBe('treasury.other_unit')
  const loose = [openToAll('everything', ['*'])]
  expect(act('rule.move', 'marketing', { unit: 'marketing', classes: loose })).toBe('executed')
  expect(act('treasury.pay', 'marketing', pay('9000000'), bob)).toBe('treasury.other_unit')
  const move = { from: 'ops', to: 'purse', amount: '1', currency: 'EUR' }
  expect(act('treasury.move', 'marketing', move, bob)).toBe('treasury.other_unit')
  expect(act('treasury.close_account', 'marketing', { account: 'ops' }, bob)).toBe('treasury.other_unit')
  expect(left()).toBe('10000000')
})

test('what was decided and cannot be paid any more waits, and is paid once', () => {
  const { desk, act, left } = harbour()
  expect(act('treasury.pay', 'finance', pay('9800000'))).toBe('opened')
  for (const person of [bob, cyd, dan]) desk.send(person, { kind: 'ballot', decision: 'D-1', choice: 0 })
  expect(act('treasury.pay', 'finance', pay('300000'))).toBe('executed')
  desk.wait(8)
  expect(desk.ledger.decision('D-1')).toMatchObject({
    phase: 'blocked',
    refusal: { code: 'treasury.balance_exceeded' },
  })
  expect(left()).toBe('9700000')
  const from = { kind: 'customer', name: 'Grid AG' }
  expect(
    act('treasury.receive', 'finance', { account: 'ops', amount: '200000', currency: 'EUR', from }),
  ).toBe('opened')
  for (const person of [bob, cyd, dan]) desk.send(person, { kind: 'ballot', decision: 'D-2', choice: 0 })
  desk.wait(8)
  expect(desk.send(bob, { kind: 'retry', decision: 'D-1' })).toBe('taken')
  expect([desk.ledger.decision('D-1').phase, left()]).toEqual(['executed', '100000'])
  expect(desk.send(bob, { kind: 'retry', decision: 'D-1' })).toMatch(/^decision\./)
})

test('a regular allocation that was voted on is carried out by anybody, once a period', () => {
  const { desk, act, left } = harbour()
  expect(act('treasury.open_account', 'people', { account: 'pods', name: 'Pods', currency: 'EUR' })).toBe(
    'executed',
  )
  const order = {
    allocation: 'grants',
    from: 'ops',
    to: 'pods',
    amount: '250000',
    currency: 'EUR',
    every: 'month',
  }
  expect(act('treasury.allocate', 'finance', order)).toBe('opened')
  for (const person of [bob, cyd, dan]) desk.send(person, { kind: 'ballot', decision: 'D-1', choice: 0 })
  desk.wait(8)
  const run = () => act('treasury.run_allocation', 'finance', { allocation: 'grants' }, bob)
  expect([run(), run(), left()]).toEqual(['executed', 'treasury.already_allocated', '9750000'])
  desk.wait(31)
  expect([run(), left()]).toEqual(['executed', '9500000'])
})
