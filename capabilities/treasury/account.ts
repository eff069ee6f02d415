// What the treasury knows: per currency its decimals, per account its balance, budget and spending, per allocation its last run.
// States are kept as JSON, so that amounts stand in them as decimal text.
import { type Period, periodOf, type Span } from './period.ts'

export interface Currency {
  readonly decimals: number
}

export interface Budget {
  readonly amount: string
  readonly period: Span
  /** No single amount that leaves may be larger; null: none. */
  readonly capPerPayment: string | null
}

/** What left an account in the period that `key` names. */
export interface Spent {
  readonly key: string
  readonly amount: string
}

export interface Account {
  readonly id: string
  readonly unit: string
  readonly pod: string | null
  readonly name: string
  readonly currency: string
  readonly decimals: number
  readonly open: boolean
  /** Smallest units, never below 0. */
  readonly balance: string
  readonly budget: Budget | null
  /** Counted in every span from the beginning, so that a new budget finds what was spent already. */
  readonly spent: Readonly<Record<Span, Spent>>
}

/** The world outside: its balance is minus what came in, plus what went out. */
export interface Outside {
  readonly balance: string
}

export interface Allocation {
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly amount: string
  readonly currency: string
  readonly every: Period
  readonly ended: boolean
  /** The last period it was carried out in; null: never. */
  readonly ran: string | null
}

export const nothingSpent: Account['spent'] = {
  month: { key: '', amount: '0' },
  quarter: { key: '', amount: '0' },
  year: { key: '', amount: '0' },
  total: { key: 'total', amount: '0' },
}

/** What left the account in the period of its budget that `atMs` lies in. */
export function spentIn(account: Account, span: Span, atMs: number): bigint {
  const spent = account.spent[span]
  return spent.key === periodOf(atMs, span) ? BigInt(spent.amount) : 0n
}
