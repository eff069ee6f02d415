// Makes the events of money. Every movement has two sides of the same amount, and they are made here and nowhere else.
import type { LogEvent } from '@equalizer/core'
import type { Account, Outside } from './account.ts'
import type { AccountEvent, AllocationEvent, OutsideEvent, Papers, Side } from './event-schemas.ts'
import type { Party } from './words.ts'

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
