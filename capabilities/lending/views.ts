// What anybody can ask lending: the tools that are out.
import type { ViewType } from '@equalizer/core'

export const views: readonly ViewType[] = [
  {
    name: 'lending.loans',
    summary: 'Tools that are lent, those due first on top',
    table: 'lending_loans',
    by: ['tool', 'person'],
    order: [
      { column: 'due_ms', descending: false },
      { column: 'tool', descending: false },
    ],
  },
]
