// Money that comes in from outside, goes out, or moves between two accounts.
import { accepted, declareAct, refused } from '@equalizer/core'
import { z } from 'zod'
import { movement, payment, receipt } from '../events.ts'
import { mayEnter, mayLeave, openAccount, outsideOf, ownAccount } from '../ledger.ts'
import { account, amount, attachments, currency, money, nameOf, party, purpose, reference } from '../words.ts'

export const receive = declareAct({
  type: 'treasury.receive',
  summary: 'Record money that came in from outside',
  where: 'anywhere',
  consequence: 50,
  payload: z.strictObject({ account, amount, currency, from: party, reference, attachments }),
  title: asked => `Receive ${money(asked)} from ${nameOf(asked.from)}`,
  execute: executing => {
    const { payload: asked } = executing
    const found = ownAccount(executing, asked.account)
    if (!found.ok) return found
    const may = mayEnter(found.value, BigInt(asked.amount), asked.currency)
    if (!may.ok) return may
    const told = { from: asked.from, reference: asked.reference ?? null, attachments: asked.attachments }
    const outside = outsideOf(executing, asked.currency)
    return accepted({ events: receipt(found.value, outside, BigInt(asked.amount), told) })
  },
})

export const pay = declareAct({
  type: 'treasury.pay',
  summary: 'Pay somebody outside',
  where: 'anywhere',
  consequence: 100,
  payload: z.strictObject({ account, to: party, amount, currency, purpose, reference, attachments }),
  title: asked => `Pay ${nameOf(asked.to)} ${money(asked)}: ${asked.purpose}`,
  execute: executing => {
    const { payload: asked, now } = executing
    const found = ownAccount(executing, asked.account)
    if (!found.ok) return found
    const may = mayLeave(found.value, BigInt(asked.amount), asked.currency, now.atMs)
    if (!may.ok) return may
    const { to, purpose: why, attachments: papers } = asked
    const told = { to, purpose: why, reference: asked.reference ?? null, attachments: papers }
    const outside = outsideOf(executing, asked.currency)
    return accepted({ events: payment(found.value, outside, BigInt(asked.amount), told) })
  },
})

export const move = declareAct({
  type: 'treasury.move',
  summary: 'Move money to another account of the organization',
  where: 'anywhere',
  consequence: 40,
  payload: z.strictObject({
    from: account,
    to: account.describe('The id of an account, of any unit'),
    amount,
    currency,
    purpose: purpose.exactOptional(),
  }),
  title: asked => `Move ${money(asked)} from ${asked.from} to ${asked.to}`,
  execute: executing => {
    const { payload: asked, now } = executing
    if (asked.from === asked.to) {
      return refused('treasury.same_account', 'Money moves between two accounts', { account: asked.from })
    }
    const from = ownAccount(executing, asked.from)
    if (!from.ok) return from
    const to = openAccount(executing, asked.to)
    if (!to.ok) return to
    const leaves = mayLeave(from.value, BigInt(asked.amount), asked.currency, now.atMs)
    if (!leaves.ok) return leaves
    const enters = mayEnter(to.value, BigInt(asked.amount), asked.currency)
    if (!enters.ok) return enters
    const told = { purpose: asked.purpose ?? null, allocation: null }
    return accepted({ events: movement(from.value, to.value, BigInt(asked.amount), told) })
  },
})
