// Refused rows leave the page as they are, and as nothing that a spreadsheet would run.
import { expect, test } from 'vitest'
import { refusalsAsCsv, refusalsAsTabs } from './refusals-text.ts'

const rows = [
  { file: 'a, "b".csv', line: 3, column: 'power', code: 'evidence.bad', reason: 'Two\nlines' },
  { file: '=cmd()', line: null, column: null, code: '-1', reason: '+1\tx' },
]

test('as CSV: quoted by RFC 4180, formulas as text', () => {
  expect(refusalsAsCsv(rows)).toBe(
    'file,line,column,code,reason\r\n' +
      '"a, ""b"".csv",3,power,evidence.bad,"Two\nlines"\r\n' +
      "'=cmd(),,,'-1,'+1\tx\r\n",
  )
})

test('as tabs: one line a row, whatever stands in it', () => {
  expect(refusalsAsTabs(rows).split('\n')).toEqual([
    'file\tline\tcolumn\tcode\treason',
    'a, "b".csv\t3\tpower\tevidence.bad\tTwo lines',
    "'=cmd()\t\t\t'-1\t'+1 x",
  ])
})
