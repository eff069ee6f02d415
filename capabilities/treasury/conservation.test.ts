// No money out of nothing: whatever is asked, in whatever order, each currency adds up to zero with the world outside.
import type { Payload } from '@equalizer/core'
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { project } from '../testing/project.ts'
import { createWorld, fold, type World } from '../testing/world.ts'
import type { Account, Outside } from './account.ts'
import { treasury } from './index.ts'
import { periodOf } from './period.ts'

/** Few and small, so that acts meet: most of them find their account, and some money is always too little. */
const account = fc.constantFrom('a', 'a', 'b', 'b', 'c', 'd')
const currency = fc.constantFrom('EUR', 'EUR', 'EUR', 'GOV')
const amount = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 })).map(String)
const unit = fc.constantFrom('finance', 'finance', 'finance', 'finance', 'pods')
const party = fc.constant({ kind: 'vendor', name: 'Lamp & Sons Ltd' })
const period = fc.constantFrom('month', 'quarter', 'year')
const allocation = fc.constantFrom('x', 'y')

const of = (weight: number, type: string, payload: fc.Arbitrary<Payload>) => ({
  weight,
  arbitrary: fc.record({ type: fc.constant(`treasury.${type}`), payload, unit }),
})

const act = fc.oneof(
  of(8, 'receive', fc.record({ account, amount, currency, from: party })),
  of(8, 'pay', fc.record({ account, amount, currency, to: party, purpose: fc.constant('lamps') })),
  of(5, 'move', fc.record({ from: account, to: account, amount, currency })),
  of(2, 'open_account', fc.record({ account, name: fc.constant('An account'), currency })),
  of(1, 'close_account', fc.record({ account })),
  of(
    2,
    'set_budget',
    fc.record({ account, amount, currency, period: fc.oneof(period, fc.constant('total')) }),
  ),
  of(1, 'set_budget', fc.record({ account, amount, currency, period, capPerPayment: amount })),
  of(1, 'lift_budget', fc.record({ account })),
  of(3, 'allocate', fc.record({ allocation, from: account, to: account, amount, currency, every: period })),
  of(4, 'run_allocation', fc.record({ allocation })),
  of(1, 'end_allocation', fc.record({ allocation })),
)
const step = fc.record({ act, daysLater: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 20, 150) })
const day = 86_400_000

function play(
  steps: readonly { act: { type: string; payload: Payload; unit: string }; daysLater: number }[],
) {
  const world = createWorld([treasury])
  world.given('treasury.declare_currency', { currency: 'EUR', decimals: 2 })
  world.given('treasury.declare_currency', { currency: 'GOV', decimals: 18 })
  for (const [id, code] of [
    ['a', 'EUR'],
    ['b', 'EUR'],
    ['c', 'GOV'],
  ] as const) {
    world.given('treasury.open_account', { account: id, name: id, currency: code }, { unit: 'finance' })
  }
  const start = { account: 'a', amount: '700', currency: 'EUR', from: { kind: 'customer', name: 'Grid AG' } }
  world.given('treasury.receive', start, { unit: 'finance' })
  for (const { act: asked, daysLater } of steps) {
    world.clock.atMs += daysLater * day
    const before = states(world)
    const done = world.act(asked.type, asked.payload, { unit: asked.unit })
    if (!done.ok) continue
    checkBudgets(world, before)
  }
  return world
}

function states(world: World): Map<string, Account> {
  const found = [...world.streams].filter(([stream]) => stream.startsWith('treasury/account/'))
  return new Map(found.map(([, state]) => [(state as Account).id, state as Account]))
}

/** Recounted from the entries, not from what the state says it counted. */
function checkBudgets(world: World, before: Map<string, Account>): void {
  for (const { id, budget } of before.values()) {
    const left = leaving(world, id, ({ seq }) => seq === world.entries.length - 1)
    if (budget === null || left === 0n) continue
    const key = periodOf(world.clock.atMs, budget.period)
    const inPeriod = leaving(world, id, ({ atMs }) => periodOf(atMs, budget.period) === key)
    expect(inPeriod).toBeLessThanOrEqual(BigInt(budget.amount))
    if (budget.capPerPayment !== null) expect(left).toBeLessThanOrEqual(BigInt(budget.capPerPayment))
  }
}

function leaving(
  world: World,
  id: string,
  counts: (entry: { seq: number; atMs: number }) => boolean,
): bigint {
  const events = world.entries.filter(counts).flatMap(entry => entry.events)
  return events
    .filter(({ type, data }) => /paid|moved_out/.test(type) && data.account === id)
    .reduce((sum, { data }) => sum + BigInt(String(data.amount)), 0n)
}

function sums(world: World): Record<string, bigint> {
  const sum: Record<string, bigint> = { EUR: 0n, GOV: 0n }
  for (const { currency: code, balance } of states(world).values())
    sum[code] = (sum[code] ?? 0n) + BigInt(balance)
  for (const code of ['EUR', 'GOV']) {
    const outside = world.state(`treasury/outside/${code}`) as Outside | null
    sum[code] = (sum[code] ?? 0n) + BigInt(outside?.balance ?? '0')
  }
  return sum
}

test('money is kept, no account is below zero, budgets hold, and a replay finds the same', () => {
  let done = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), steps => {
      const world = play(steps)
      done += world.entries.length - 6
      expect(sums(world)).toEqual({ EUR: 0n, GOV: 0n })
      for (const { balance } of states(world).values()) expect(BigInt(balance)).toBeGreaterThanOrEqual(0n)
      const again = new Map<string, unknown>()
      for (const entry of world.entries) fold([treasury], entry, again)
      expect(again).toEqual(world.streams)
      checkTables(world)
    }),
    { numRuns: 300 },
  )
  // Else the property would hold of nothing.
  expect(done).toBeGreaterThan(600)
})

/** Postings add up to zero in each entry, and to each balance. */
function checkTables(world: World): void {
  const tables = project([treasury], world.entries)
  const perEntry = new Map<unknown, bigint>()
  const perAccount = new Map<unknown, bigint>()
  for (const { seq, account: id, change } of tables.get('treasury_postings')?.values() ?? []) {
    perEntry.set(seq, (perEntry.get(seq) ?? 0n) + BigInt(String(change)))
    perAccount.set(id, (perAccount.get(id) ?? 0n) + BigInt(String(change)))
  }
  expect([...perEntry.values()].filter(sum => sum !== 0n)).toEqual([])
  for (const { account: id, balance } of tables.get('treasury_balances')?.values() ?? []) {
    expect(perAccount.get(id)).toBe(BigInt(String(balance)))
    const state = states(world).get(String(id))
    if (state) expect(state.balance).toBe(balance)
  }
}
