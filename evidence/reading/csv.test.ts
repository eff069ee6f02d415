// CSV: the same records as csv-parse however the text is cut, and every kind of broken row refused with its line.

import { limits, type Refusal } from '@equalizer/core'
import { fc } from '@equalizer/testkit/laws'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type CsvOptions, readCsv } from './csv.ts'
import { createCsvSplitter } from './csv-records.ts'
import { collect, refusalOf, sample } from './sample.ts'

function split(pieces: readonly string[], delimiter = ',') {
  const refusals: [number, string][] = []
  const splitter = createCsvSplitter(delimiter, (line: number, { code }: Refusal) =>
    refusals.push([line, code]),
  )
  const records = [...pieces.flatMap(piece => splitter.push(piece)), ...splitter.end()]
  return { records, refusals }
}

describe('splitting records', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r\n', ' ', ';', '1') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const written = (text: string): string => (/[",\n\r]/.test(text) ? quoted(text) : text)

  test('law: what is written is read, as csv-parse reads it, wherever the text is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(60)),
        fc.boolean(),
        (rows, newline, cuts, all) => {
          const text = rows.map(row => row.map(all ? quoted : written).join(',')).join(newline)
          const pieces: string[] = []
          let rest = text
          for (const cut of cuts) {
            pieces.push(rest.slice(0, cut))
            rest = rest.slice(cut)
          }
          const { records, refusals } = split([...pieces.filter(piece => piece !== ''), rest])
          expect(refusals).toEqual([])
          const cells = records.map(record => record.cells)
          expect(cells).toEqual(rows)
          expect(cells).toEqual(parse(text, { relax_column_count: true, record_delimiter: newline }))
          const whole = split([text]).records
          expect(records).toEqual(whole)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('lines count on through quoted newlines and empty lines', () => {
    const { records } = split(['a,b\n"x\ny",1\n\r\n\nz,2\n'])
    expect(records.map(({ line }) => line)).toEqual([1, 2, 6])
  })

  test('old Macintosh line ends', () => {
    expect(split(['a,b\rc,"d"\re,f']).records.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
  })

  test('a quote inside an unquoted cell is a character', () => {
    expect(split(['5" pipe,x\n']).records[0]?.cells).toEqual(['5" pipe', 'x'])
  })

  test('broken quotes cost their own record only', () => {
    const { records, refusals } = split(['a,b\n"x"y,1\nc,d\n', 'e,"f\n'])
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(refusals).toEqual([
      [2, 'evidence.bad_quote'],
      [4, 'evidence.unclosed_quote'],
    ])
  })

  test('too many columns and too long a line, whole or in pieces', () => {
    const wide = `${','.repeat(limits.columns)}\nok,1\n`
    expect(split([wide])).toMatchObject({
      records: [{ line: 2 }],
      refusals: [[1, 'evidence.too_many_columns']],
    })
    expect(split([`"q"${wide}`])).toMatchObject({
      records: [{ line: 2 }],
      refusals: [[1, 'evidence.too_many_columns']],
    })
    const piece = 'x'.repeat(1024 * 1024)
    const pieces = ['a\n', ...Array.from({ length: 9 }, () => piece), '\nb\n']
    expect(split(pieces)).toMatchObject({
      records: [{ line: 1 }, { line: 3, cells: ['b'] }],
      refusals: [[2, 'evidence.record_too_long']],
    })
  })
})

describe('readCsv', () => {
  async function read(content: string | Uint8Array, options: CsvOptions = {}) {
    const context = sample('f.csv', content)
    return { rows: await collect(readCsv(context, options)), account: context.ledger.account() }
  }

  test('cells by name and by number, trimmed; columns may be unnamed', async () => {
    const { rows } = await read('name,,amount\n Ada ,x,1\n')
    expect(rows[0]?.columns).toEqual(['name', '2', 'amount'])
    expect([
      rows[0]?.text('name'),
      rows[0]?.text('2'),
      rows[0]?.text('other'),
      rows[0]?.has('other'),
    ]).toEqual(['Ada', 'x', '', false])
    const headless = await read('Ada,1\n', { header: false })
    expect(headless.rows[0]?.text('2')).toBe('1')
    expect(headless.rows[0]?.reference()).toBe('f.csv:1')
  })

  test.each([';', '\t', '|'])('guesses %j', async delimiter => {
    const { rows } = await read(`a${delimiter}"b,c"\n1${delimiter}2,5\n`)
    expect([rows[0]?.text('a'), rows[0]?.text('b,c')]).toEqual(['1', '2,5'])
  })

  test('names all missing columns at once; a doubled one that is needed is refused, another only noted', async () => {
    const missing = readCsv(sample('f.csv', 'a,b\n1,2\n'), { needs: ['x', 'a', 'y'] })
    await expect(collect(missing)).rejects.toThrow('no column "x", "y"; it has "a", "b"')
    expect(await refusalOf(readCsv(sample('f.csv', 'a,a\n1,2\n'), { needs: ['a'] }))).toBe(
      'evidence.doubled_columns',
    )
    const { account } = await read('a,b,b\n1,2,3\n', { needs: ['a'] })
    expect(account.notes).toEqual([expect.stringContaining('"b"')])
  })

  test('refuses ragged rows and wrong bytes with their line', async () => {
    const content = Buffer.concat([
      Buffer.from('a,b\n1\n1,2\n1,2,3\nZo'),
      Buffer.from([0xeb]),
      Buffer.from(',4\n5,6\n'),
    ])
    const { rows, account } = await read(content)
    expect(rows.map(row => row.line)).toEqual([3, 6])
    expect(account.refusals.map(({ line, code }) => [line, code])).toEqual([
      [2, 'evidence.ragged_row'],
      [4, 'evidence.ragged_row'],
      [5, 'evidence.bad_charset'],
    ])
    expect(account.refusals[2]?.reason).toContain('windows-1252')
    expect(account.rowsRead).toBe(5)
  })

  test('an empty file is refused, a file with only a header has no rows', async () => {
    expect(await refusalOf(readCsv(sample('f.csv', '')))).toBe('evidence.empty')
    expect(await refusalOf(readCsv(sample('f.csv', '\n\n')))).toBe('evidence.empty')
    expect((await read('a,b\n')).rows).toEqual([])
  })

  test('NUL bytes and markup are cells like any other', async () => {
    const { rows } = await read(
      `${'name,x\n'}${'<script>alert(1)</script>,a\u0000b\n'}${'plain,text\n'.repeat(50)}`,
    )
    expect([rows[0]?.text('name'), rows[0]?.text('x')]).toEqual(['<script>alert(1)</script>', 'a\u0000b'])
  })
})
