// The charter's tables: its versions, who was admitted when, and the roles that are held.
import { type LogEvent, personErasedBy, type TableType } from '@equalizer/core'
import type { EditedEvent, PersonEvent } from './state.ts'

const changes: TableType = {
  name: 'charter_changes',
  columns: {
    version: 'whole',
    kind: 'text',
    facts: 'json',
    document: 'text',
    undoes: 'whole',
    by_person: 'text',
    seq: 'whole',
    at_ms: 'whole',
  },
  key: ['version'],
  rows: (logged, { seq, atMs }) => {
    const { type, data } = logged as unknown as EditedEvent
    if (type !== 'charter.edited') return []
    const { version, kind, facts, document, undoes, by } = data
    const row = { kind, facts, document, by_person: by, seq: String(seq), at_ms: String(atMs) }
    return [{ set: { ...row, version: String(version), undoes: undoes === null ? null : String(undoes) } }]
  },
}

/** What was done about people: admitted, dismissed, given a role, taken one, erased. */
const people: TableType = {
  name: 'charter_people_history',
  columns: { seq: 'whole', person: 'text', what: 'text', role: 'text', at_ms: 'whole' },
  key: ['seq', 'person'],
  indexes: [['person', 'seq']],
  rows: (logged: LogEvent, { seq, atMs }) => {
    if (!logged.stream.startsWith('charter/person/') && personErasedBy(logged) === null) return []
    const { type, data } = logged as unknown as PersonEvent
    const role = 'role' in data ? data.role : null
    return [{ set: { seq: String(seq), person: data.person, what: type, role, at_ms: String(atMs) } }]
  },
}

export const tables = [changes, people]
