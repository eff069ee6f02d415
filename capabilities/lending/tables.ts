// Lending's table: who has what, and until when.
import type { TableType } from '@equalizer/core'
import type { ToolEvent } from './state.ts'

const loans: TableType = {
  name: 'lending_loans',
  columns: { tool: 'text', person: 'text', due_ms: 'whole' },
  key: ['tool'],
  indexes: [['person']],
  rows: logged => {
    const { type, data } = logged as unknown as ToolEvent
    if (type === 'lending.returned') return [{ remove: { tool: data.tool } }]
    if (type !== 'lending.lent') return []
    return [{ set: { tool: data.tool, person: data.to, due_ms: String(data.dueMs) } }]
  },
}

export const tables = [loans]
