// The charter: members, roles, balances and elections, and the document that says what is measured.
import type { Capability } from '@equalizer/core'
import { edit } from './acts/edit.ts'
import { elect } from './acts/elect.ts'
import { erasePerson } from './acts/erase-person.ts'
import { admit, dismiss, grantRole, revokeRole } from './acts/people.ts'
import { recordStandings } from './acts/standings.ts'
import { measures } from './measures.ts'
import { streams } from './state.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const charter: Capability = {
  name: 'charter',
  acts: [admit, dismiss, grantRole, revokeRole, recordStandings, elect, edit, erasePerson],
  grants: true,
  streams,
  tables,
  views,
  measures,
}
