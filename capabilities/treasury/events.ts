// What can happen to money. Every movement has two sides of the same amount, and they are made here and nowhere else.
import type { LogEvent } from '@equalizer/core'
import type { Account, Outside } from './account.ts'
import type { Period, Span } from './period.ts'
import type { Party } from './words.ts'

type Is<T extends string, D> = { readonly type: T; readonly data: D }

/** `balance` is what the account has afterwards; amounts are decimal text in smallest units. */
type Side = {
  account: string
  unit: string
  amount: string
  currency: string
  decimals: number
  balance: string
}
type Papers = { reference: string | null; attachments: string[] }
type Opened = {
  account: string
  unit: string
  pod: string | null
  name: string
  currency: string
  decimals: number
}
type BudgetSet = {
  account: string
  amount: string
  currency: string
  period: Span
  capPerPayment: string | null
}
/** `other` is the account on the other side; `allocation` the standing order it came from. */
type Moved = Side & { other: string; purpose: string | null; allocation: string | null }

export type AccountEvent =
  | Is<'treasury.account_opened', Opened>
  | Is<'treasury.account_closed', Opened>
  | Is<'treasury.received', Side & Papers & { from: Party }>
  | Is<'treasury.paid', Side & Papers & { to: Party; purpose: string }>
  | Is<'treasury.moved_out' | 'treasury.moved_in', Moved>
  | Is<'treasury.budget_set', BudgetSet>
  | Is<'treasury.budget_lifted', { account: string }>

type AllocationSet = {
  allocation: string
  unit: string
  from: string
  to: string
  amount: string
  currency: string
  every: Period
}
export type AllocationEvent =
  | Is<'treasury.allocation_set', AllocationSet>
  | Is<'treasury.allocation_run', { allocation: string; period: string; amount: string; currency: string }>
  | Is<'treasury.allocation_ended', { allocation: string }>

/** `amount` has its sign: below 0 what came in from outside. */
export type OutsideEvent = Is<
  'treasury.outside_changed',
  { currency: string; amount: string; balance: string; account: string }
>
export type CurrencyEvent = Is<'treasury.currency_declared', { currency: string; decimals: number }>

export const accountStream = (id: string) => `treasury/account/${id}`
export const allocationStream = (id: string) => `treasury/allocation/${id}`
export const outsideStream = (currency: string) => `treasury/outside/${currency}`
export const currencyStream = (currency: string) => `treasury/currency/${currency}`

export function onAccount(id: string, event: AccountEvent): LogEvent {
  return { stream: accountStream(id), ...event }
}

export function onAllocation(id: string, event: AllocationEvent): LogEvent {
  return { stream: allocationStream(id), ...event }
}

function side({ id, unit, currency, decimals, balance }: Account, amount: bigint, sign: 1n | -1n): Side {
  const after = String(BigInt(balance) + sign * amount)
  return { account: id, unit, amount: String(amount), currency, decimals, balance: after }
}

function onOutside(outside: Outside | null, account: Account, change: bigint): LogEvent {
  const { currency } = account
  const balance = String(BigInt(outside?.balance ?? '0') + change)
  const data = { currency, amount: String(change), balance, account: account.id }
  const event: OutsideEvent = { type: 'treasury.outside_changed', data }
  return { stream: outsideStream(currency), ...event }
}

/** Money comes in: the account has more, the world outside as much less. */
export function receipt(
  account: Account,
  outside: Outside | null,
  amount: bigint,
  told: Papers & { from: Party },
): LogEvent[] {
  const data = { ...side(account, amount, 1n), ...told }
  return [onAccount(account.id, { type: 'treasury.received', data }), onOutside(outside, account, -amount)]
}

/** Money goes out: the account has less, the world outside as much more. */
export function payment(
  account: Account,
  outside: Outside | null,
  amount: bigint,
  told: Papers & { to: Party; purpose: string },
): LogEvent[] {
  const data = { ...side(account, amount, -1n), ...told }
  return [onAccount(account.id, { type: 'treasury.paid', data }), onOutside(outside, account, amount)]
}

/** Between two different accounts of one currency. */
export function movement(
  from: Account,
  to: Account,
  amount: bigint,
  told: { purpose: string | null; allocation: string | null },
): LogEvent[] {
  const out = { ...side(from, amount, -1n), other: to.id, ...told }
  const into = { ...side(to, amount, 1n), other: from.id, ...told }
  return [
    onAccount(from.id, { type: 'treasury.moved_out', data: out }),
    onAccount(to.id, { type: 'treasury.moved_in', data: into }),
  ]
}
