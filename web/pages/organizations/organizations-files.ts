// The organizations of this desk as files: a row for each.
import type { Organization } from '@equalizer/client'
import type { CsvTable } from '../../export/csv.ts'
import { listPicture } from '../../export/list-picture.ts'
import type { Picture } from '../../export/svg.ts'
import { text } from '../../messages/text.ts'
import { count, day } from '../../words/format.ts'
import { sentenceOf } from './sentence.ts'

const columns = [
  'organization',
  'name',
  'simulated',
  'role',
  'created',
  'measured',
  'units',
  'sources',
  'headline',
] as const

/** Names of columns are the same in every language, for programs read them; so is the headline. */
export function organizationsTable(all: readonly Organization[]): CsvTable {
  const rows = all.map(one => [
    one.id,
    one.name,
    one.simulated,
    one.role,
    one.created,
    one.measured,
    one.units,
    one.sources,
    one.headline,
  ])
  return { columns, rows, total: rows.length }
}

export function organizationsPicture(all: readonly Organization[], asOf: string | undefined): Picture {
  const words = text.organizations
  const { units, sources, measured } = words.pictured
  return listPicture({
    name: 'Equalizer',
    simulated: all.length > 0 && all.every(({ simulated }) => simulated),
    title: words.title,
    asOf,
    headline: { lead: words.heading(count(all.length)), alarm: '', rest: '' },
    tables: [
      {
        heading: words.title,
        columns: [
          { title: words.pictured.name, part: 2, isName: true, lines: 2 },
          { title: words.pictured.sentence, part: 4.4, lines: 4 },
          { title: units, part: 0.8, isNumber: true },
          { title: sources, part: 0.8, isNumber: true },
          { title: measured, part: 1.2 },
        ],
        rows: all.map(one => [
          { text: one.name, ...(one.simulated ? { below: words.simulated } : {}) },
          sentenceOf(one),
          count(one.units),
          count(one.sources),
          one.measured ? day(one.measured) : { text: words.notMeasured, tone: 'soft' as const },
        ]),
      },
    ],
  })
}
