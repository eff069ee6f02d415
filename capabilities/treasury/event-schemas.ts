// What can happen to money, type by type: accounts, standing orders, currencies and the world outside.
import { type EventOf, unitId } from '@equalizer/core'
import { z } from 'zod'
import {
  account,
  allocation,
  amount,
  attachments,
  balance,
  currency,
  decimals,
  name,
  party,
  periods,
  pod,
  purpose,
  reference,
  spans,
} from './words.ts'

/** `balance` is what the account has afterwards; amounts are decimal text in smallest units. */
const side = z.strictObject({
  account,
  unit: unitId.describe('Whose account it is'),
  amount,
  currency,
  decimals,
  balance: balance.describe('What the account has afterwards, in smallest units'),
})
const papers = {
  reference: reference.unwrap().nullable(),
  attachments: attachments.unwrap().describe('Documents, by CID'),
}
const opened = z.strictObject({
  account,
  unit: unitId.describe('Whose account it is'),
  pod: pod.nullable(),
  name,
  currency,
  decimals,
})
const moved = z.strictObject({
  ...side.shape,
  other: account.describe('The account on the other side'),
  purpose: purpose.nullable(),
  allocation: allocation.nullable().describe('The standing order it came from; null: none'),
})

export const accountEvents = {
  'treasury.account_opened': opened.describe('An account was opened'),
  'treasury.account_closed': opened.describe('An account was closed for good'),
  'treasury.received': side.extend({ ...papers, from: party }).describe('Money came in from outside'),
  'treasury.paid': side.extend({ ...papers, to: party, purpose }).describe('Somebody outside was paid'),
  'treasury.moved_out': moved.describe('Money left for another account'),
  'treasury.moved_in': moved.describe('Money came from another account'),
  'treasury.budget_set': z
    .strictObject({
      account,
      amount: amount.describe('All that may leave in a period, in smallest units'),
      currency,
      period: z.enum(spans).describe('Calendar periods in UTC; total: all in all'),
      capPerPayment: amount.nullable().describe('The largest single amount; null: no cap'),
    })
    .describe('An account was given a budget'),
  'treasury.budget_lifted': z.strictObject({ account }).describe('An account has no budget any more'),
}
export type AccountEvent = EventOf<typeof accountEvents>
export type Side = z.infer<typeof side>
export type Papers = Pick<z.infer<(typeof accountEvents)['treasury.paid']>, 'reference' | 'attachments'>

const period = z.string().regex(/^\d{4,6}(-(\d{2}|Q[1-4]))?$/)
export const allocationEvents = {
  'treasury.allocation_set': z
    .strictObject({
      allocation,
      unit: unitId.describe('Whose order it is'),
      from: account,
      to: account.describe('The id of an account, of any unit'),
      amount: amount.describe('Each time, in smallest units'),
      currency,
      every: z.enum(periods).describe('Once in each calendar period, UTC'),
    })
    .describe('A regular allocation was set up'),
  'treasury.allocation_run': z
    .strictObject({ allocation, period: period.describe('2026-03, 2026-Q1, 2026'), amount, currency })
    .describe('A regular allocation was carried out for a period'),
  'treasury.allocation_ended': z.strictObject({ allocation }).describe('A regular allocation ended'),
}
export type AllocationEvent = EventOf<typeof allocationEvents>

const signed = z.string().regex(/^(0|-?[1-9]\d{0,63})$/)
export const outsideEvents = {
  'treasury.outside_changed': z
    .strictObject({
      currency,
      amount: signed.describe('Below 0: it came in from outside'),
      balance: signed.describe('Minus what came in, plus what went out, so that all accounts sum to 0'),
      account,
    })
    .describe('The other side of what came in or went out'),
}
export type OutsideEvent = EventOf<typeof outsideEvents>

export const currencyEvents = {
  'treasury.currency_declared': z.strictObject({ currency, decimals }).describe('A currency was declared'),
}
export type CurrencyEvent = EventOf<typeof currencyEvents>
