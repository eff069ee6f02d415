// Lending: a library of tools, the small example that docs/capabilities.md builds.
import type { Capability } from '@equalizer/core'
import { add, lend, takeBack } from './acts.ts'
import { measures } from './measures.ts'
import { streams } from './state.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const lending: Capability = {
  name: 'lending',
  acts: [add, lend, takeBack],
  grants: false,
  streams,
  tables,
  views,
  measures,
}
