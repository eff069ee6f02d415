// The CSV export: RFC 4180, and nothing in it that a spreadsheet would run.

import { fc } from '@equalizer/testkit/laws'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { sampleReport } from '../report/sample-report.ts'
import { csvCell, reportCsv } from './csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+41 79', "'+41 79"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', `"'\rx"`],
  ['＝1', "'＝1"],
  ['=a","b', `"'=a"",""b"`],
  ['a "b", c', '"a ""b"", c"'],
  ['Ada', 'Ada'],
  [-1.5, '-1.5'],
  [true, 'true'],
  [null, ''],
])('%j is written %j', (cell, written) => {
  expect(csvCell(cell)).toBe(written)
})

test('no text begins a formula and every text comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), cells => {
      const [row] = parse(`${cells.map(csvCell).join(',')}\r\n`, { relax_column_count: true }) as string[][]
      const read = row ?? ['']
      expect(read.map(cell => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(
        cells.map(cell => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
      )
      for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test('a row for each surface, one for a unit without any, numbers as numbers', () => {
  const rows = parse(reportCsv(sampleReport, sampleReport.units), { columns: true }) as Record<
    string,
    string
  >[]
  expect(rows.map(row => `${row.unit}/${row.surface}`)).toEqual([
    'technology/merges',
    'finance/bank',
    'curation/merges',
    'processes/votes',
    'processes/docs',
    'core-team/',
  ])
  expect(rows[0]).toMatchObject({
    unit_score: '30.1',
    K: '2',
    quota: 'more than 1/2',
    deciding: 'Ada Lovelace; 李小龙',
  })
  expect(rows[1]).toMatchObject({ surface_name: "'@SUM(A1) Bank account", quota: 'any one', score: '0' })
  expect(rows[4]).toMatchObject({ score: '', K: '' })
  expect(reportCsv(sampleReport, sampleReport.units.slice(0, 1)).split('\r\n')).toHaveLength(3)
})
