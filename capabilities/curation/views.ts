// What anybody can ask curation: the items, and what happened to each.
import type { ViewType } from '@equalizer/core'

export const views: readonly ViewType[] = [
  {
    name: 'curation.items',
    summary: 'Items as they stand: recommended, published, removed',
    table: 'curation_items',
    by: ['item', 'unit', 'status'],
    order: [{ column: 'item', descending: false }],
  },
  {
    name: 'curation.history',
    summary: 'Recommendations, publishing, removals and appeals, with their reasons',
    table: 'curation_history',
    by: ['item', 'unit', 'what', 'person'],
    order: [{ column: 'seq', descending: true }],
  },
]
