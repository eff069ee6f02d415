// The treasury's tables: accounts, their balances, every posting, payments, budgets and allocations.
import type { At, JsonObject, LogEvent, RowChange, TableType } from '@equalizer/core'
import type { AccountEvent, AllocationEvent, CurrencyEvent, OutsideEvent } from './event-schemas.ts'

type Treasury = AccountEvent | AllocationEvent | CurrencyEvent | OutsideEvent
const as = (event: LogEvent) => event as unknown as Treasury
const set = (row: JsonObject): RowChange[] => [{ set: row }]

const currencies: TableType = {
  name: 'treasury_currencies',
  columns: { currency: 'text', decimals: 'whole' },
  key: ['currency'],
  rows: logged => {
    const event = as(logged)
    if (event.type !== 'treasury.currency_declared') return []
    return set({ currency: event.data.currency, decimals: String(event.data.decimals) })
  },
}

const accounts: TableType = {
  name: 'treasury_accounts',
  columns: { account: 'text', unit: 'text', pod: 'text', name: 'text', currency: 'text', open: 'flag' },
  key: ['account'],
  indexes: [['unit', 'account']],
  rows: logged => {
    const event = as(logged)
    if (event.type !== 'treasury.account_opened' && event.type !== 'treasury.account_closed') return []
    const { account, unit, pod, name, currency } = event.data
    return set({ account, unit, pod, name, currency, open: event.type === 'treasury.account_opened' })
  },
}

/** What a posting changes, with its sign, on which account; null: none. */
function posting(event: Treasury) {
  switch (event.type) {
    case 'treasury.received':
    case 'treasury.moved_in':
      return { ...event.data, change: event.data.amount }
    case 'treasury.paid':
    case 'treasury.moved_out':
      return { ...event.data, change: `-${event.data.amount}` }
    case 'treasury.outside_changed':
      return { ...event.data, account: `outside:${event.data.currency}`, change: event.data.amount }
    default:
      return null
  }
}

const balances: TableType = {
  name: 'treasury_balances',
  columns: { account: 'text', currency: 'text', balance: 'whole', at_ms: 'whole' },
  key: ['account'],
  rows: (logged, { atMs }) => {
    const posted = posting(as(logged))
    if (posted === null) return []
    const { account, currency, balance } = posted
    return set({ account, currency, balance, at_ms: String(atMs) })
  },
}

/** Both sides of every movement, the world outside being an account per currency: each currency adds up to 0. */
const postings: TableType = {
  name: 'treasury_postings',
  columns: {
    seq: 'whole',
    account: 'text',
    currency: 'text',
    what: 'text',
    change: 'whole',
    balance: 'whole',
    at_ms: 'whole',
  },
  key: ['seq', 'account'],
  indexes: [['account', 'seq']],
  rows: (logged, at) => {
    const posted = posting(as(logged))
    if (posted === null) return []
    const { account, currency, change, balance } = posted
    return set({ ...place(at), account, currency, what: logged.type, change, balance })
  },
}

const place = ({ seq, atMs }: At) => ({ seq: String(seq), at_ms: String(atMs) })

const payments: TableType = {
  name: 'treasury_payments',
  columns: {
    seq: 'whole',
    account: 'text',
    unit: 'text',
    to_kind: 'text',
    to_whom: 'text',
    amount: 'whole',
    currency: 'text',
    purpose: 'text',
    reference: 'text',
    attachments: 'json',
    at_ms: 'whole',
  },
  key: ['seq', 'account'],
  indexes: [
    ['account', 'seq'],
    ['unit', 'seq'],
  ],
  rows: (logged, at) => {
    const event = as(logged)
    if (event.type !== 'treasury.paid') return []
    const { account, unit, to, amount, currency, purpose, reference, attachments } = event.data
    const whom = { to_kind: to.kind, to_whom: to.kind === 'person' ? to.person : to.name }
    return set({ ...place(at), account, unit, ...whom, amount, currency, purpose, reference, attachments })
  },
}

const budgets: TableType = {
  name: 'treasury_budgets',
  columns: {
    account: 'text',
    amount: 'whole',
    currency: 'text',
    period: 'text',
    cap_per_payment: 'whole',
    at_ms: 'whole',
  },
  key: ['account'],
  rows: (logged, { atMs }) => {
    const event = as(logged)
    if (event.type === 'treasury.budget_lifted') return [{ remove: { account: event.data.account } }]
    if (event.type !== 'treasury.budget_set') return []
    const { account, amount, currency, period, capPerPayment } = event.data
    return set({ account, amount, currency, period, cap_per_payment: capPerPayment, at_ms: String(atMs) })
  },
}

/** Those in force. */
const allocations: TableType = {
  name: 'treasury_allocations',
  columns: {
    allocation: 'text',
    unit: 'text',
    from_account: 'text',
    to_account: 'text',
    amount: 'whole',
    currency: 'text',
    every: 'text',
  },
  key: ['allocation'],
  rows: logged => {
    const event = as(logged)
    if (event.type === 'treasury.allocation_ended') return [{ remove: { allocation: event.data.allocation } }]
    if (event.type !== 'treasury.allocation_set') return []
    const { allocation, unit, from, to, amount, currency, every } = event.data
    return set({ allocation, unit, from_account: from, to_account: to, amount, currency, every })
  },
}

const allocationRuns: TableType = {
  name: 'treasury_allocation_runs',
  columns: {
    allocation: 'text',
    period: 'text',
    amount: 'whole',
    currency: 'text',
    seq: 'whole',
    at_ms: 'whole',
  },
  key: ['allocation', 'period'],
  rows: (logged, at) => {
    const event = as(logged)
    return event.type === 'treasury.allocation_run' ? set({ ...event.data, ...place(at) }) : []
  },
}

export const tables = [
  currencies,
  accounts,
  balances,
  postings,
  payments,
  budgets,
  allocations,
  allocationRuns,
] as const
