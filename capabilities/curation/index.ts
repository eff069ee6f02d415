// Curation: what is shown in the organization's name, from "the community recommends" to "the community decides".
import type { Capability } from '@equalizer/core'
import { appeal, publish, recommend, remove } from './acts.ts'
import { measures } from './measures.ts'
import { streams } from './state.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const curation: Capability = {
  name: 'curation',
  acts: [recommend, publish, remove, appeal],
  grants: false,
  streams,
  tables,
  views,
  measures,
}
