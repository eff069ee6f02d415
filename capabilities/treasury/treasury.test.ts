// The treasury, given, when, then: what money does, and every reason why it does not.
import { cidOf } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { project } from '../testing/project.ts'
import { createWorld, type World } from '../testing/world.ts'
import { treasury } from './index.ts'

const ops = { unit: 'finance' }
const vendor = { kind: 'vendor', name: 'Lamp & Sons Ltd' }
const money = (account: string, amount: string, currency = 'EUR') => ({ account, amount, currency })

/** An organization with 10,000.00 euros in `ops`, an empty `pods` of another unit, and a purse of tokens. */
function founded(): World {
  const world = createWorld([treasury], Date.UTC(2026, 2, 10))
  world.given('treasury.declare_currency', { currency: 'EUR', decimals: 2 })
  world.given('treasury.declare_currency', { currency: 'GOV', decimals: 18 })
  world.given('treasury.open_account', { account: 'ops', name: 'Operations', currency: 'EUR' }, ops)
  world.given(
    'treasury.open_account',
    { account: 'pods', name: 'Pods', currency: 'EUR', pod: 'mobile' },
    { unit: 'people' },
  )
  world.given('treasury.open_account', { account: 'purse', name: 'Purse', currency: 'GOV' }, ops)
  world.given(
    'treasury.receive',
    { ...money('ops', '1000000'), from: { kind: 'customer', name: 'Grid AG' } },
    ops,
  )
  return world
}

const pay = (amount: string, more = {}) => ({
  ...money('ops', amount),
  to: vendor,
  purpose: 'Lamps',
  ...more,
})
const balance = (world: World, account: string) =>
  (world.state(`treasury/account/${account}`) as { balance: string }).balance
const codeOf = (result: ReturnType<World['act']>) => (result.ok ? 'accepted' : result.refusal.code)

describe('a payment', () => {
  test('takes from the account what it gives to the world outside', () => {
    const world = founded()
    const invoice = cidOf('Invoice 7')
    const paid = world.act('treasury.pay', pay('400000', { reference: 'R-7', attachments: [invoice] }), ops)
    expect(paid).toMatchObject({
      ok: true,
      value: [{ type: 'treasury.paid' }, { type: 'treasury.outside_changed' }],
    })
    expect(balance(world, 'ops')).toBe('600000')
    expect(world.state('treasury/outside/EUR')).toEqual({ balance: '-600000' })
    const row = [...(project([treasury], world.entries).get('treasury_payments')?.values() ?? [])]
    expect(row).toMatchObject([
      { account: 'ops', amount: '400000', to_whom: 'Lamp & Sons Ltd', attachments: [invoice] },
    ])
  })

  test('that the account cannot make is refused with what it has and what is needed', () => {
    const over = founded().act('treasury.pay', pay('1000001'), ops)
    expect(over).toMatchObject({
      refusal: { code: 'treasury.balance_exceeded', facts: { has: 1000000n, needs: 1000001n } },
    })
    expect(codeOf(founded().act('treasury.pay', pay('1000000'), ops))).toBe('accepted')
  })

  test('goes by the rules of the unit whose account it is, and of no other', () => {
    const world = founded()
    expect(codeOf(world.act('treasury.pay', pay('1'), { unit: 'marketing' }))).toBe('treasury.other_unit')
    expect(codeOf(world.act('treasury.pay', pay('1')))).toBe('treasury.other_unit')
  })

  test('in another currency than it says is refused, so that a limit in euros holds', () => {
    const world = founded()
    expect(codeOf(world.act('treasury.pay', { ...pay('1'), currency: 'GOV' }, ops))).toBe(
      'treasury.other_currency',
    )
  })

  test.each([
    ['nothing', pay('0')],
    ['less than nothing', pay('-5')],
    ['a part of a cent', pay('1.5')],
    ['a number', { ...pay('1'), amount: 1 }],
    ['two spellings', pay('01')],
    ['more digits than money has', pay('1'.repeat(61))],
    ['to somebody by name', { ...pay('1'), to: { kind: 'person', person: 'Ada Lovelace' } }],
    ['a paper without a CID', pay('1', { attachments: ['invoice.pdf'] })],
    ['a field that is not there', pay('1', { urgent: true })],
  ])('of %s is not understood', (_, payload) => {
    expect(codeOf(founded().act('treasury.pay', payload, ops))).toBe('act.invalid')
  })
})

describe('a move', () => {
  test('keeps what the organization has', () => {
    const world = founded()
    world.given('treasury.move', { from: 'ops', to: 'pods', amount: '300000', currency: 'EUR' }, ops)
    expect([balance(world, 'ops'), balance(world, 'pods')]).toEqual(['700000', '300000'])
    expect(world.state('treasury/outside/EUR')).toEqual({ balance: '-1000000' })
  })

  test('goes between two accounts of one currency, from one of the own unit', () => {
    const world = founded()
    const move = (from: string, to: string) =>
      codeOf(world.act('treasury.move', { from, to, amount: '1', currency: 'EUR' }, ops))
    expect(move('ops', 'ops')).toBe('treasury.same_account')
    expect(move('ops', 'purse')).toBe('treasury.other_currency')
    expect(move('ops', 'nowhere')).toBe('treasury.unknown_account')
    expect(move('pods', 'ops')).toBe('treasury.other_unit')
  })
})

describe('a budget', () => {
  const budget = { ...money('ops', '500000'), period: 'month', capPerPayment: '300000' }

  test('bounds what leaves in a period, by payment or by move, and starts anew with the next', () => {
    const world = founded()
    world.given('treasury.set_budget', budget, ops)
    expect(codeOf(world.act('treasury.pay', pay('300001'), ops))).toBe('treasury.cap_exceeded')
    world.given('treasury.pay', pay('300000'), ops)
    world.given('treasury.move', { from: 'ops', to: 'pods', amount: '200000', currency: 'EUR' }, ops)
    expect(world.act('treasury.pay', pay('1'), ops)).toMatchObject({
      refusal: { code: 'treasury.budget_exceeded', facts: { period: '2026-03', spent: 500000n } },
    })
    world.clock.atMs = Date.UTC(2026, 3, 1)
    expect(codeOf(world.act('treasury.pay', pay('1'), ops))).toBe('accepted')
  })

  test('that comes late finds what was spent already', () => {
    const world = founded()
    world.given('treasury.pay', pay('400000'), ops)
    world.given('treasury.set_budget', { ...money('ops', '400000'), period: 'quarter' }, ops)
    expect(codeOf(world.act('treasury.pay', pay('1'), ops))).toBe('treasury.budget_exceeded')
    world.given('treasury.lift_budget', { account: 'ops' }, ops)
    expect(codeOf(world.act('treasury.pay', pay('1'), ops))).toBe('accepted')
    expect(project([treasury], world.entries).get('treasury_budgets')?.size).toBe(0)
  })
})

describe('a regular allocation', () => {
  const order = {
    allocation: 'grants',
    from: 'ops',
    to: 'pods',
    amount: '250000',
    currency: 'EUR',
    every: 'month',
  }
  const run = (world: World, unit = 'finance') =>
    codeOf(world.act('treasury.run_allocation', { allocation: 'grants' }, { unit }))

  test('is carried out once a period, whoever asks and however often', () => {
    const world = founded()
    world.given('treasury.allocate', order, ops)
    expect([run(world), run(world), run(world, 'people')]).toEqual([
      'accepted',
      'treasury.already_allocated',
      'treasury.other_unit',
    ])
    world.clock.atMs = Date.UTC(2026, 3, 1)
    expect([run(world), run(world)]).toEqual(['accepted', 'treasury.already_allocated'])
    expect(balance(world, 'pods')).toBe('500000')
    expect(project([treasury], world.entries).get('treasury_allocation_runs')?.size).toBe(2)
  })

  test('ends for good, and its id with it', () => {
    const world = founded()
    world.given('treasury.allocate', order, ops)
    world.given('treasury.end_allocation', { allocation: 'grants' }, ops)
    expect(run(world)).toBe('treasury.allocation_ended')
    expect(codeOf(world.act('treasury.allocate', order, ops))).toBe('treasury.allocation_exists')
  })
})

describe('an account', () => {
  test('is in a declared currency, and its id stays its own', () => {
    const world = founded()
    const open = (account: string, currency: string) =>
      codeOf(world.act('treasury.open_account', { account, name: 'New', currency }, ops))
    expect(open('ops', 'EUR')).toBe('treasury.account_exists')
    expect(open('new', 'USD')).toBe('treasury.unknown_currency')
    expect(codeOf(world.act('treasury.declare_currency', { currency: 'EUR', decimals: 3 }))).toBe(
      'treasury.currency_declared',
    )
  })

  test('is closed when it is empty, and nothing happens to it after', () => {
    const world = founded()
    expect(codeOf(world.act('treasury.close_account', { account: 'ops' }, ops))).toBe(
      'treasury.account_not_empty',
    )
    world.given('treasury.close_account', { account: 'purse' }, ops)
    const into = { ...money('purse', '1', 'GOV'), from: vendor }
    expect(codeOf(world.act('treasury.receive', into, ops))).toBe('treasury.account_closed')
    const rows = project([treasury], world.entries).get('treasury_accounts')
    expect(rows?.get('["purse"]')).toMatchObject({ open: false })
  })

  test('holds no more digits than money has', () => {
    const world = founded()
    const most = { ...money('purse', '9'.repeat(60), 'GOV'), from: vendor }
    world.given('treasury.receive', most, ops)
    expect(codeOf(world.act('treasury.receive', { ...most, amount: '1' }, ops))).toBe('treasury.too_large')
  })
})

test('a payment is a fact for the measures', () => {
  const world = founded()
  world.given('treasury.pay', pay('400000'), ops)
  const facts = world.entries
    .flatMap(({ events }) => events)
    .flatMap(event => treasury.measures.map(m => m.of(event)))
  expect(facts.filter(Boolean)).toEqual([{ about: 'ops', amount: 400000n, asset: 'EUR', decimals: 2 }])
})
