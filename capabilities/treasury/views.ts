// What anybody can ask the treasury: every list straight from a table.
import type { ViewType } from '@equalizer/core'

const newest = [{ column: 'seq', descending: true }] as const
const by = (column: string) => [{ column, descending: false }] as const

function view(name: string, summary: string, filters: readonly string[], order: ViewType['order']): ViewType {
  return { name: `treasury.${name}`, summary, table: `treasury_${name}`, by: filters, order }
}

export const views = [
  view('currencies', 'Currencies and their decimal places', ['currency'], by('currency')),
  view('accounts', 'Accounts by unit', ['account', 'unit', 'pod', 'currency', 'open'], by('account')),
  view(
    'balances',
    'What each account has, the world outside included',
    ['account', 'currency'],
    by('account'),
  ),
  view('postings', 'Both sides of every movement', ['account', 'currency', 'what'], newest),
  view('payments', 'What was paid, to whom and what for', ['account', 'unit', 'to_kind', 'to_whom'], newest),
  view('budgets', 'Budgets and caps in force', ['account', 'period'], by('account')),
  view(
    'allocations',
    'Regular allocations in force',
    ['unit', 'from_account', 'to_account'],
    by('allocation'),
  ),
  view('allocation_runs', 'Allocations carried out, by period', ['allocation', 'period'], newest),
]
