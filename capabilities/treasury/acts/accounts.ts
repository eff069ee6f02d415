// Currencies, the opening and closing of accounts, and their budgets.
import { accepted, declareAct, refused } from '@equalizer/core'
import { z } from 'zod'
import { currencyStream, onAccount } from '../events.ts'
import { accountIn, currencyOf, inCurrency, ownAccount } from '../ledger.ts'
import { account, amount, currency, decimals, money, name, pod, spans, spanWords } from '../words.ts'

export const declareCurrency = declareAct({
  type: 'treasury.declare_currency',
  summary: 'Declare a currency and its decimal places, once',
  where: 'organization',
  consequence: 10,
  payload: z.strictObject({
    currency: currency.describe('ISO 4217 or a token symbol: EUR, USDC'),
    decimals,
  }),
  title: asked => `Declare ${asked.currency} with ${asked.decimals} decimal places`,
  execute: executing => {
    const { currency: code, decimals: places } = executing.payload
    if (currencyOf(executing, code) !== null) {
      return refused('treasury.currency_declared', `${code} is declared already`, { currency: code })
    }
    const data = { currency: code, decimals: places }
    return accepted({ events: [{ stream: currencyStream(code), type: 'treasury.currency_declared', data }] })
  },
})

export const open = declareAct({
  type: 'treasury.open_account',
  summary: 'Open an account of this unit, or of one of its pods',
  where: 'anywhere',
  consequence: 10,
  payload: z.strictObject({
    account: account.describe('A new id, which stays'),
    name,
    currency,
    pod: pod.exactOptional(),
  }),
  title: asked => `Open the account ${asked.account} in ${asked.currency}: ${asked.name}`,
  execute: executing => {
    const { act, payload: asked } = executing
    if (accountIn(executing, asked.account) !== null) {
      const facts = { account: asked.account }
      return refused('treasury.account_exists', `There is an account ${asked.account} already`, facts)
    }
    const declared = currencyOf(executing, asked.currency)
    if (declared === null) {
      const facts = { currency: asked.currency }
      return refused('treasury.unknown_currency', `${asked.currency} is not declared`, facts)
    }
    const data = { ...asked, unit: act.unit, pod: asked.pod ?? null, decimals: declared.decimals }
    return accepted({ events: [onAccount(asked.account, { type: 'treasury.account_opened', data })] })
  },
})

export const close = declareAct({
  type: 'treasury.close_account',
  summary: 'Close an empty account for good',
  where: 'anywhere',
  consequence: 20,
  payload: z.strictObject({ account }),
  title: asked => `Close the account ${asked.account}`,
  execute: executing => {
    const found = ownAccount(executing, executing.payload.account)
    if (!found.ok) return found
    const { id, balance, currency: code } = found.value
    if (balance !== '0') {
      const { name: said, decimals: digits } = found.value
      const facts = { account: id, name: said, has: BigInt(balance), currency: code, decimals: digits }
      return refused('treasury.account_not_empty', `There is money in the account ${id}`, facts)
    }
    const { unit, pod: of, name: called, decimals: places } = found.value
    const data = { account: id, unit, pod: of, name: called, currency: code, decimals: places }
    return accepted({ events: [onAccount(id, { type: 'treasury.account_closed', data })] })
  },
})

export const setBudget = declareAct({
  type: 'treasury.set_budget',
  summary: 'Say how much may leave an account in a period, and at most at once',
  where: 'anywhere',
  consequence: 60,
  payload: z.strictObject({
    account,
    amount: amount.describe('All that may leave in a period, moves included, in smallest units'),
    currency,
    period: z.enum(spans).describe('Calendar periods in UTC; total: all in all'),
    capPerPayment: amount.describe('The largest single amount; left out: no cap').exactOptional(),
  }),
  title: asked => `Give ${asked.account} a budget of ${money(asked)}, ${spanWords[asked.period]}`,
  execute: executing => {
    const { payload: asked } = executing
    const found = ownAccount(executing, asked.account)
    if (!found.ok) return found
    const same = inCurrency(found.value, asked.currency)
    if (!same.ok) return same
    const data = { ...asked, capPerPayment: asked.capPerPayment ?? null }
    return accepted({ events: [onAccount(asked.account, { type: 'treasury.budget_set', data })] })
  },
})

export const liftBudget = declareAct({
  type: 'treasury.lift_budget',
  summary: "Take an account's budget and cap away",
  where: 'anywhere',
  consequence: 60,
  payload: z.strictObject({ account }),
  title: asked => `Take the budget of ${asked.account} away`,
  execute: executing => {
    const found = ownAccount(executing, executing.payload.account)
    if (!found.ok) return found
    const { id, name: called, budget } = found.value
    if (budget === null)
      return refused('treasury.no_budget', `The account ${id} has no budget`, { account: id, name: called })
    return accepted({ events: [onAccount(id, { type: 'treasury.budget_lifted', data: { account: id } })] })
  },
})
