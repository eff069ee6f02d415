// What can be done, as files: a row for each type of act that the list shows.
import type { ActTypeView } from '@equalizer/client/contract'
import type { Whose } from '../../data/whose.ts'
import type { CsvTable } from '../../export/csv.ts'
import { listPicture } from '../../export/list-picture.ts'
import type { Picture } from '../../export/svg.ts'
import { text } from '../../messages/text.ts'
import { actWords } from '../../words/act-words.ts'
import { count } from '../../words/format.ts'
import { capabilityWords } from './words.ts'

const columns = ['organization', 'simulated', 'type', 'name', 'capability', 'where'] as const

/** Names of columns are the same in every language, for programs read them. */
export function actsTable(types: readonly ActTypeView[], { id, simulated }: Whose): CsvTable {
  const rows = types.map(one => [id, simulated, one.type, actWords(one), one.capability, one.where])
  return { columns, rows, total: rows.length }
}

export function actsPicture(types: readonly ActTypeView[], whose: Whose): Picture {
  const { title, found, pictured } = text.act
  const capabilities = [...new Set(types.map(one => one.capability))]
  return listPicture({
    ...whose,
    title,
    headline: { lead: found(count(types.length)), alarm: '', rest: '' },
    tables: capabilities.map(capability => ({
      heading: capabilityWords(capability),
      columns: [
        { title: pictured.act, part: 3, isName: true, lines: 2 },
        { title: pictured.type, part: 2 },
      ],
      rows: types
        .filter(one => one.capability === capability)
        .map(one => [actWords(one), { text: one.type, tone: 'soft' as const }]),
    })),
  })
}
