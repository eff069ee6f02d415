// An entry of the log as the list answers it, and what it is read with.
import type { Answer } from '@equalizer/client'
import type { Naming } from '../../words/facts.ts'
import type { GroupNames } from '../../words/rule-words.ts'

export type Entries = Answer<'GET /api/organizations/{organization}/entries'>
export type Entry = Entries['entries'][number]

export interface LogEvent {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface Reading extends Naming {
  readonly decisions: Entries['decisions']
  /** Groups as they are called today. */
  readonly group: GroupNames
}

export const eventsOf = (entry: Entry): readonly LogEvent[] => entry.events as unknown as readonly LogEvent[]
