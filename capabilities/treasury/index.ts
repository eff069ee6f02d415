// The treasury: accounts of units and pods, double entry, budgets and regular allocations.
import type { Capability } from '@equalizer/core'
import { close, declareCurrency, liftBudget, open, setBudget } from './acts/accounts.ts'
import { allocate, endAllocation, runAllocation } from './acts/allocations.ts'
import { move, pay, receive } from './acts/payments.ts'
import { measures } from './measures.ts'
import { streams } from './state.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const treasury: Capability = {
  name: 'treasury',
  acts: [
    pay,
    receive,
    move,
    open,
    close,
    setBudget,
    liftBudget,
    allocate,
    runAllocation,
    endAllocation,
    declareCurrency,
  ],
  grants: false,
  streams,
  tables,
  views,
  measures,
}
