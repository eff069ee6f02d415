// One source as files: what became of its rows, the refused ones with their places, its readings.
import type { Answer } from '@equalizer/client'
import type { Whose } from '../../../data/whose.ts'
import type { Cell, CsvTable } from '../../../export/csv.ts'
import { listPicture } from '../../../export/list-picture.ts'
import type { Picture } from '../../../export/svg.ts'
import type { PicturedTable } from '../../../export/table-drawing.ts'
import { text } from '../../../messages/text.ts'
import { count, instant, share } from '../../../words/format.ts'
import { foundNothingNew } from '../../../words/nothing-new.ts'
import { sourceSentence } from '../sentences.ts'
import { actName, kindName } from '../words.ts'

export type ShownSource = Answer<'GET /api/organizations/{organization}/sources/{source}'>
type Account = NonNullable<ShownSource['account']>

const columns = [
  'organization',
  'simulated',
  'source',
  'source_name',
  'part',
  'name',
  'rows',
  'file',
  'line',
  'column',
  'code',
  'reason',
  'at',
] as const

type Row = Partial<Record<(typeof columns)[number], Cell>>

function accountRows({ account }: ShownSource): Row[] {
  if (account === null) return []
  const { rowsRead, rowsUsed, rowsRefused, passedOver, refusedByCode, kinds, refusals, notes } = account
  const counted = (part: string, by: Readonly<Record<string, number>>) =>
    Object.entries(by).map(([name, rows]) => ({ part, name, rows }))
  return [
    { part: 'account', name: 'read', rows: rowsRead },
    { part: 'account', name: 'used', rows: rowsUsed },
    { part: 'account', name: 'passed_over', rows: rowsRead - rowsUsed - rowsRefused },
    { part: 'account', name: 'refused', rows: rowsRefused },
    ...kinds.map(({ kind, observations }) => ({ part: 'kind', name: kind, rows: observations })),
    ...counted('passed_over', passedOver),
    ...counted('refused_by_code', refusedByCode),
    ...notes.map(note => ({ part: 'note', reason: note })),
    ...refusals.map(row => ({ part: 'refused_row', ...row })),
  ]
}

/** `part` says what a row is: of the account, a refused row with its place, or a reading. */
export function sourceTable(shown: ShownSource, whose: Whose): CsvTable {
  const { source, jobs } = shown
  const shared: Row = {
    organization: whose.id,
    simulated: whose.simulated,
    source: source.id,
    source_name: source.name,
  }
  const readings = jobs
    .filter(job => job.kind === 'import')
    .map(({ state, observations, problem, started, created }) => ({
      part: 'reading',
      name: state,
      rows: observations,
      code: problem?.code ?? null,
      reason: problem?.reason ?? null,
      at: started ?? created,
    }))
  const rows = [...accountRows(shown), ...readings].map(row => {
    const whole: Row = { ...shared, ...row }
    return columns.map(column => whole[column] ?? null)
  })
  return { columns, rows, total: rows.length }
}

function accountTable(account: Account): PicturedTable {
  const words = text.evidence.source.account
  const { rowsRead, rowsUsed, rowsRefused, kinds, passedOver, refusedByCode } = account
  const passed = rowsRead - rowsUsed - rowsRefused
  const some = (by: readonly (readonly [string, number])[]) =>
    by
      .slice(0, 6)
      .map(([name, rows]) => `${name} ${count(rows)}`)
      .join(', ')
  const line = (name: string, rows: number, why: string) => [
    name,
    { text: count(rows) },
    { text: rowsRead > 0 ? share(rows / rowsRead) : '', tone: 'soft' as const },
    { text: why, tone: 'soft' as const },
  ]
  const reasons = Object.entries(refusedByCode).map(
    ([code, rows]) => [account.refusals.find(row => row.code === code)?.reason ?? code, rows] as const,
  )
  return {
    heading: words.heading,
    columns: [
      { title: '', part: 1.2, isName: true },
      { title: text.evidence.source.pictured.rows, part: 0.8, isNumber: true },
      { title: '', part: 0.7 },
      { title: '', part: 5, lines: 2 },
    ],
    rows: [
      line(words.used, rowsUsed, some(kinds.map(({ kind, observations }) => [actName(kind), observations]))),
      line(words.passed, passed, some(Object.entries(passedOver))),
      line(words.refused, rowsRefused, some(reasons)),
    ],
  }
}

function refusedTable({ refusals, rowsRefused }: Account): PicturedTable {
  const { columns: names } = text.evidence.intake
  const { heading, shown } = text.evidence.source.refusals
  return {
    heading:
      refusals.length < rowsRefused
        ? `${heading}. ${shown(count(refusals.length), count(rowsRefused))}`
        : heading,
    columns: [
      { title: names.file, part: 1.4 },
      { title: names.line, part: 0.6, isNumber: true },
      { title: names.column, part: 1 },
      { title: names.reason, part: 4, lines: 2 },
      { title: text.evidence.source.pictured.code, part: 1.8 },
    ],
    rows: refusals.map(({ file, line, column, reason, code }) => [
      file,
      line === null ? '' : count(line),
      String(column ?? ''),
      { text: reason, tone: 'warn' as const },
      { text: code, tone: 'soft' as const },
    ]),
  }
}

function readingsTable({ jobs }: ShownSource): PicturedTable {
  const words = text.evidence.source.jobs
  const readings = jobs.filter(job => job.kind === 'import')
  return {
    heading: words.heading,
    columns: [
      { title: words.started, part: 1.6 },
      { title: words.observations, part: 1, isNumber: true },
      { title: words.result, part: 4 },
    ],
    rows: readings.map(job => [
      instant(job.started ?? job.created),
      foundNothingNew(job) ? '' : count(job.observations),
      job.state === 'failed'
        ? {
            text: [words.states.failed, job.problem?.reason].filter(Boolean).join(': '),
            tone: 'warn' as const,
          }
        : foundNothingNew(job)
          ? words.unchanged
          : words.states[job.state],
    ]),
  }
}

export function sourcePicture(shown: ShownSource, whose: Whose): Picture {
  const { source, account } = shown
  const { lead, alarm, rest } = sourceSentence(source)
  return listPicture({
    ...whose,
    title: `${source.name}, ${kindName(source.kind)}`,
    headline: { lead: [`${source.name}.`, lead].filter(Boolean).join(' '), alarm, rest },
    tables: [...(account ? [accountTable(account), refusedTable(account)] : []), readingsTable(shown)],
  })
}
