// What anybody can ask the charter: its versions, and what was done about people.
import type { ViewType } from '@equalizer/core'

export const views: readonly ViewType[] = [
  {
    name: 'charter.changes',
    summary: 'Versions of the measuring charter, with what changed',
    table: 'charter_changes',
    by: ['version', 'kind', 'by_person'],
    order: [{ column: 'version', descending: true }],
  },
  {
    name: 'charter.people',
    summary: 'Who was admitted or dismissed, given a role or taken one, or erased',
    table: 'charter_people_history',
    by: ['person', 'what', 'role'],
    order: [{ column: 'seq', descending: true }],
  },
]
