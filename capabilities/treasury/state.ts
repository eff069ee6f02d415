// How accounts, allocations, currencies and the world outside fold what happened to them.
import { type At, declareStream, type EventOn } from '@equalizer/core'
import {
  type Account,
  type Allocation,
  type Currency,
  nothingSpent,
  type Outside,
  type Spent,
  spentIn,
} from './account.ts'
import { accountEvents, allocationEvents, currencyEvents, outsideEvents } from './event-schemas.ts'
import { periodOf, type Span } from './period.ts'
import { spans } from './words.ts'

function leave(account: Account, amount: bigint, { atMs }: At): Account['spent'] {
  const counted = spans.map(span => {
    const spent = { key: periodOf(atMs, span), amount: String(spentIn(account, span, atMs) + amount) }
    return [span, spent] as const
  })
  return Object.fromEntries(counted) as Record<Span, Spent>
}

function evolveAccount(before: Account | null, event: EventOn<typeof accountEvents>, at: At): Account {
  if (event.type === 'treasury.account_opened') {
    const { account: id, unit, pod, name, currency, decimals } = event.data
    const fresh = { open: true, balance: '0', budget: null, spent: nothingSpent }
    return { id, unit, pod, name, currency, decimals, ...fresh }
  }
  if (before === null) throw new Error(`${event.stream} does not begin with its opening`)
  const amount = 'amount' in event.data ? BigInt(event.data.amount) : 0n
  switch (event.type) {
    case 'treasury.received':
    case 'treasury.moved_in':
      return { ...before, balance: String(BigInt(before.balance) + amount) }
    case 'treasury.paid':
    case 'treasury.moved_out':
      return { ...before, balance: String(BigInt(before.balance) - amount), spent: leave(before, amount, at) }
    case 'treasury.budget_set': {
      const { amount, period, capPerPayment } = event.data
      return { ...before, budget: { amount, period, capPerPayment } }
    }
    case 'treasury.budget_lifted':
      return { ...before, budget: null }
    case 'treasury.account_closed':
      return { ...before, open: false }
    default:
      return before
  }
}

function evolveAllocation(before: Allocation | null, event: EventOn<typeof allocationEvents>): Allocation {
  if (event.type === 'treasury.allocation_set') {
    const { allocation: _, ...rest } = event.data
    return { ...rest, ended: false, ran: null }
  }
  if (before === null) throw new Error(`${event.stream} does not begin with its setting`)
  if (event.type === 'treasury.allocation_run') return { ...before, ran: event.data.period }
  return event.type === 'treasury.allocation_ended' ? { ...before, ended: true } : before
}

function evolveOutside(before: Outside | null, { data }: EventOn<typeof outsideEvents>): Outside {
  return { balance: String(BigInt(before?.balance ?? '0') + BigInt(data.amount)) }
}

function evolveCurrency(_before: Currency | null, { data }: EventOn<typeof currencyEvents>): Currency {
  return { decimals: data.decimals }
}

export const streams = [
  declareStream('treasury/account', accountEvents, evolveAccount),
  declareStream('treasury/allocation', allocationEvents, evolveAllocation),
  declareStream('treasury/outside', outsideEvents, evolveOutside),
  declareStream('treasury/currency', currencyEvents, evolveCurrency),
]
