// Curation's tables: every item as it stands, and everything that was said and done about it.
import type { LogEvent, TableType } from '@equalizer/core'
import type { ItemEvent } from './state.ts'

const as = (event: LogEvent) => event as unknown as ItemEvent

/** The status that an event leads to; a recommendation alone changes none, and makes an item only where there was none. */
const statusAfter = {
  'curation.published': 'published',
  'curation.removed': 'removed',
  'curation.restored': 'published',
} as const

const items: TableType = {
  name: 'curation_items',
  columns: { item: 'text', unit: 'text', title: 'text', link: 'json', status: 'text', at_ms: 'whole' },
  key: ['item'],
  indexes: [['unit', 'status']],
  rows: (logged, { atMs }) => {
    const event = as(logged)
    if (!logged.stream.startsWith('curation/item/')) return []
    const { item, unit, title, link } = event.data
    const status = event.type === 'curation.recommended' ? event.data.status : statusAfter[event.type]
    return [{ set: { item, unit, title, link, status, at_ms: String(atMs) } }]
  },
}

const history: TableType = {
  name: 'curation_history',
  columns: {
    seq: 'whole',
    item: 'text',
    unit: 'text',
    what: 'text',
    person: 'text',
    reason: 'text',
    recommendations: 'whole',
    at_ms: 'whole',
  },
  key: ['seq', 'item'],
  indexes: [['item', 'seq']],
  rows: (logged, { seq, atMs }) => {
    const event = as(logged)
    if (!logged.stream.startsWith('curation/item/')) return []
    const { item, unit, recommendations } = event.data
    const person = event.type === 'curation.recommended' ? event.data.person : null
    const reason = event.type === 'curation.published' ? null : event.data.reason
    const place = { seq: String(seq), at_ms: String(atMs) }
    const row = { ...place, item, unit, what: event.type, person, reason }
    return [{ set: { ...row, recommendations: String(recommendations) } }]
  },
}

export const tables = [items, history]
