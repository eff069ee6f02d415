// The sources as files: a row for each, those that were taken back too.
import type { SourceState } from '@equalizer/client'
import type { Whose } from '../../data/whose.ts'
import type { CsvTable } from '../../export/csv.ts'
import { listPicture } from '../../export/list-picture.ts'
import type { Picture } from '../../export/svg.ts'
import type { PicturedCell } from '../../export/table-drawing.ts'
import { text } from '../../messages/text.ts'
import { count, day, instant } from '../../words/format.ts'
import { isUnderWay, problemOf, stateOf } from './list/source-state.ts'
import { evidenceSentence } from './sentences.ts'
import { kindName } from './words.ts'

const columns = [
  'organization',
  'simulated',
  'source',
  'name',
  'kind',
  'origin',
  'state',
  'added',
  'removed',
  'last_read',
  'bytes',
  'rows_read',
  'rows_used',
  'rows_refused',
  'observations',
  'first',
  'last',
  'every_minutes',
  'next_read',
  'problem',
  'feeds',
] as const

/** Names of columns are the same in every language, for programs read them. `feeds`: `unit/surface`, a blank between. */
export function sourcesTable(sources: readonly SourceState[], whose: Whose): CsvTable {
  const rows = sources.map(source => {
    const { current } = source
    return [
      whose.id,
      whose.simulated,
      source.id,
      source.name,
      source.kind,
      source.origin,
      stateOf(source),
      source.added,
      source.removed,
      current?.read ?? null,
      current?.bytes ?? null,
      current?.rowsRead ?? null,
      current?.rowsUsed ?? null,
      current?.rowsRefused ?? null,
      current?.observations ?? null,
      current?.first ?? null,
      current?.last ?? null,
      source.everyMinutes,
      source.nextRead,
      problemOf(source)?.code ?? null,
      source.feeds.map(({ unit, surface }) => `${unit}/${surface}`).join(' '),
    ]
  })
  return { columns, rows, total: rows.length }
}

function rowsCell({ current }: SourceState): PicturedCell {
  const { list, states } = text.evidence
  if (current === null) return { text: states.neverRead, tone: 'soft' }
  const { rowsRead, rowsUsed, rowsRefused } = current
  return {
    text: list.rows(count(rowsRead), count(rowsUsed)),
    bar: { used: rowsUsed, passed: rowsRead - rowsUsed - rowsRefused, refused: rowsRefused },
    ...(rowsRefused > 0 ? { below: list.refused(count(rowsRefused)), belowTone: 'warn' as const } : {}),
  }
}

function periodCell({ current }: SourceState): PicturedCell | string {
  if (current === null) return ''
  const { first, last } = current
  if (first === null || last === null) return { text: text.evidence.list.undated, tone: 'soft' }
  return text.evidence.list.period(day(first), day(last))
}

function stateCell(source: SourceState): PicturedCell | string {
  const { states } = text.evidence
  const state = stateOf(source)
  if (state === 'failed') return { text: states.failed, tone: 'warn' }
  if (isUnderWay(state) || state === 'cancelled') return states[state]
  return source.current === null ? '' : { text: instant(source.current.read), tone: 'soft' }
}

const cellsOf = (source: SourceState) => [
  { text: source.name, below: kindName(source.kind) },
  rowsCell(source),
  periodCell(source),
  [...new Set(source.feeds.map(({ unitName }) => unitName))].join(', ') || {
    text: text.evidence.list.feedsNothing,
    tone: 'soft' as const,
  },
  stateCell(source),
]

export function sourcesPicture(sources: readonly SourceState[], whose: Whose): Picture {
  const { evidence } = text
  const { list } = evidence
  const columnsDrawn = [
    { title: text.table.observations.columns.source, part: 1.9, isName: true },
    { title: evidence.source.account.heading, part: 2.3, lines: 2 },
    { title: evidence.source.period, part: 1.8, lines: 2 },
    { title: list.feeds, part: 1.7, lines: 2 },
    { title: evidence.source.lastRead, part: 1.3, lines: 2 },
  ]
  const live = sources.filter(source => source.removed === null)
  const removed = sources.filter(source => source.removed !== null)
  return listPicture({
    ...whose,
    title: evidence.title,
    headline: evidenceSentence(sources),
    tables: [
      { heading: list.heading, columns: columnsDrawn, rows: live.map(cellsOf) },
      { heading: list.removedHeading, columns: columnsDrawn, rows: removed.map(cellsOf) },
    ],
  })
}
