// Rows as CSV: quoting as RFC 4180 says it, and no cell that a spreadsheet would run.
import { describe, expect, test } from 'vitest'
import { csvCell, csvLine } from './csv.ts'
import { collectCsv } from './csv-file.ts'

describe('a cell', () => {
  test.each([
    ['plain', 'plain'],
    ['a "quoted", one', '"a ""quoted"", one"'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', "'+1"],
    ['-cmd', "'-cmd"],
    ['@sum', "'@sum"],
    ['\t=1', "'\t=1"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['\u200b=1', "'\u200b=1"],
    [-12.5, '-12.5'],
    [0, '0'],
    [false, 'false'],
    [null, ''],
  ])('%j', (cell, written) => expect(csvCell(cell)).toBe(written))
})

test('a line ends as the standard says', () => expect(csvLine(['a', 1, null])).toBe('a,1,\r\n'))

async function* pages() {
  yield [['x', 1]] as const
  yield [
    ['y', 2],
    ['z', 3],
  ] as const
}

describe('a file', () => {
  test('of rows that are there', async () => {
    const file = await collectCsv({ columns: ['name', 'n'], rows: [['x', 1]] })
    expect(await file.text()).toBe('name,n\r\nx,1\r\n')
  })

  test('of pages, telling how far it is', async () => {
    const told: number[] = []
    const table = { columns: ['name', 'n'], rows: pages(), total: 3 }
    const file = await collectCsv(table, { onProgress: done => told.push(done) })
    expect(await file.text()).toBe('name,n\r\nx,1\r\ny,2\r\nz,3\r\n')
    expect(told).toEqual([1, 3])
  })

  test('stops when it is told to', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(collectCsv({ columns: ['n'], rows: pages() }, { signal: stop.signal })).rejects.toThrow()
  })
})
