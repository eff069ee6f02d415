// Regular allocations: a standing order, carried out at most once in each period whoever asks for it and however often.
import { accepted, declareAct, refused } from '@equalizer/core'
import { z } from 'zod'
import { allocationStream, movement, onAllocation } from '../events.ts'
import { inCurrency, mayEnter, mayLeave, openAccount, ownAccount, ownAllocation } from '../ledger.ts'
import { periodOf } from '../period.ts'
import { account, allocation, amount, currency, money, periods, spanWords } from '../words.ts'

export const allocate = declareAct({
  type: 'treasury.allocate',
  summary: 'Set up a regular allocation to another account',
  where: 'anywhere',
  consequence: 80,
  payload: z.strictObject({
    allocation: allocation.describe('A new id, which stays'),
    from: account,
    to: account.describe('The id of an account, of any unit'),
    amount: amount.describe('Each time, in smallest units'),
    currency,
    every: z.enum(periods).describe('Once in each calendar period, UTC'),
  }),
  title: asked => `Allocate ${money(asked)} from ${asked.from} to ${asked.to}, ${spanWords[asked.every]}`,
  execute: executing => {
    const { act, books, payload: asked } = executing
    if (books.stream(allocationStream(asked.allocation)) !== null) {
      const facts = { allocation: asked.allocation }
      return refused(
        'treasury.allocation_exists',
        `There is an allocation ${asked.allocation} already`,
        facts,
      )
    }
    if (asked.from === asked.to) {
      return refused('treasury.same_account', 'Money moves between two accounts', { account: asked.from })
    }
    const from = ownAccount(executing, asked.from)
    if (!from.ok) return from
    const to = openAccount(executing, asked.to)
    if (!to.ok) return to
    for (const one of [from.value, to.value]) {
      const same = inCurrency(one, asked.currency)
      if (!same.ok) return same
    }
    const data = { ...asked, unit: act.unit }
    return accepted({ events: [onAllocation(asked.allocation, { type: 'treasury.allocation_set', data })] })
  },
})

export const runAllocation = declareAct({
  type: 'treasury.run_allocation',
  summary: 'Carry out a regular allocation for the current period',
  where: 'anywhere',
  consequence: 5,
  payload: z.strictObject({ allocation }),
  title: asked => `Carry out the allocation ${asked.allocation}`,
  execute: executing => {
    const { now, payload } = executing
    const found = ownAllocation(executing, payload.allocation)
    if (!found.ok) return found
    const { from: giver, to: taker, amount: text, currency: code, every, ran } = found.value
    const period = periodOf(now.atMs, every)
    if (ran === period) {
      const facts = { allocation: payload.allocation, period }
      return refused('treasury.already_allocated', `${period} is allocated already`, facts)
    }
    const from = ownAccount(executing, giver)
    if (!from.ok) return from
    const to = openAccount(executing, taker)
    if (!to.ok) return to
    const leaves = mayLeave(from.value, BigInt(text), code, now.atMs)
    if (!leaves.ok) return leaves
    const enters = mayEnter(to.value, BigInt(text), code)
    if (!enters.ok) return enters
    const told = { purpose: null, allocation: payload.allocation }
    const data = { allocation: payload.allocation, period, amount: text, currency: code }
    return accepted({
      events: [
        onAllocation(payload.allocation, { type: 'treasury.allocation_run', data }),
        ...movement(from.value, to.value, BigInt(text), told),
      ],
    })
  },
})

export const endAllocation = declareAct({
  type: 'treasury.end_allocation',
  summary: 'End a regular allocation for good',
  where: 'anywhere',
  consequence: 40,
  payload: z.strictObject({ allocation }),
  title: asked => `End the allocation ${asked.allocation}`,
  execute: executing => {
    const { allocation: id } = executing.payload
    const found = ownAllocation(executing, id)
    if (!found.ok) return found
    return accepted({
      events: [onAllocation(id, { type: 'treasury.allocation_ended', data: { allocation: id } })],
    })
  },
})
