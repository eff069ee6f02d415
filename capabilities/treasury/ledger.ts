// Reads accounts and says whether an amount may leave one or enter it; the streams of those accounts are all it needs.
import { accepted, type Executing, limits, type Result, refused } from '@equalizer/core'
import { type Account, type Allocation, type Currency, type Outside, spentIn } from './account.ts'
import { accountStream, allocationStream, currencyStream, outsideStream } from './events.ts'
import { periodOf } from './period.ts'

export function outsideOf({ books }: Executing, currency: string): Outside | null {
  return books.stream(outsideStream(currency)) as Outside | null
}

export function currencyOf({ books }: Executing, currency: string): Currency | null {
  return books.stream(currencyStream(currency)) as Currency | null
}

export function accountIn({ books }: Executing, id: string): Account | null {
  return books.stream(accountStream(id)) as Account | null
}

/** Codes: `treasury.unknown_account`, `treasury.account_closed` (facts: account, name). */
export function openAccount(executing: Executing, id: string): Result<Account> {
  const account = accountIn(executing, id)
  if (account === null)
    return refused('treasury.unknown_account', `There is no account ${id}`, { account: id })
  if (!account.open) {
    return refused('treasury.account_closed', `The account ${id} is closed`, {
      account: id,
      name: account.name,
    })
  }
  return accepted(account)
}

/**
 * An account is disposed of under the rules of its own unit and of no other: else whoever has the loosest rules could
 * spend everybody's money. Besides the codes of `openAccount`: `treasury.other_unit` (facts: account, unit).
 */
export function ownAccount(executing: Executing, id: string): Result<Account> {
  const found = openAccount(executing, id)
  if (!found.ok) return found
  const { unit } = found.value
  if (unit === executing.act.unit) return found
  return refused('treasury.other_unit', `The account ${id} belongs to ${unit}`, { account: id, unit })
}

/** Codes: `treasury.unknown_allocation`, `treasury.allocation_ended`, `treasury.other_unit`. */
export function ownAllocation({ books, act }: Executing, id: string): Result<Allocation> {
  const allocation = books.stream(allocationStream(id)) as Allocation | null
  const facts = { allocation: id }
  if (allocation === null)
    return refused('treasury.unknown_allocation', `There is no allocation ${id}`, facts)
  if (allocation.ended) return refused('treasury.allocation_ended', `The allocation ${id} has ended`, facts)
  const { unit } = allocation
  if (unit === act.unit) return accepted(allocation)
  return refused('treasury.other_unit', `The allocation ${id} belongs to ${unit}`, { ...facts, unit })
}

/** The act names the currency, so that a class can filter by it; it must be the account's. Code: `treasury.other_currency`. */
export function inCurrency(account: Account, currency: string): Result<null> {
  if (account.currency === currency) return accepted(null)
  const facts = { account: account.id, name: account.name, has: account.currency, given: currency }
  return refused('treasury.other_currency', `The account ${account.id} is kept in ${account.currency}`, facts)
}

/** Codes: `treasury.other_currency`, `treasury.balance_exceeded`, `treasury.cap_exceeded`, `treasury.budget_exceeded`. */
export function mayLeave(account: Account, amount: bigint, currency: string, atMs: number): Result<null> {
  const same = inCurrency(account, currency)
  if (!same.ok) return same
  const { id, balance, budget, name, decimals } = account
  const about = { account: id, name, needs: amount, currency, decimals }
  if (BigInt(balance) < amount) {
    const reason = `The account ${id} has ${balance} and ${amount} are needed`
    return refused('treasury.balance_exceeded', reason, { ...about, has: BigInt(balance) })
  }
  if (budget === null) return accepted(null)
  if (budget.capPerPayment !== null && BigInt(budget.capPerPayment) < amount) {
    const reason = `No more than ${budget.capPerPayment} may leave the account ${id} at once`
    return refused('treasury.cap_exceeded', reason, { ...about, cap: BigInt(budget.capPerPayment) })
  }
  const spent = spentIn(account, budget.period, atMs)
  if (spent + amount <= BigInt(budget.amount)) return accepted(null)
  const period = periodOf(atMs, budget.period)
  const reason = `Of the budget of ${budget.amount} for ${period}, ${spent} are spent and ${amount} are needed`
  return refused('treasury.budget_exceeded', reason, {
    ...about,
    budget: BigInt(budget.amount),
    spent,
    period,
  })
}

/** Codes: `treasury.other_currency`, `treasury.too_large`. */
export function mayEnter(account: Account, amount: bigint, currency: string): Result<null> {
  const same = inCurrency(account, currency)
  if (!same.ok) return same
  if (String(BigInt(account.balance) + amount).length <= limits.moneyDigits) return accepted(null)
  const facts = { account: account.id, digits: limits.moneyDigits }
  return refused('treasury.too_large', `A balance has at most ${limits.moneyDigits} digits`, facts)
}
