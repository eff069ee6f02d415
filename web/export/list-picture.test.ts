// Lists as a picture: well formed whatever stands in them, everything inside it, and what is not drawn is counted.
import { describe, expect, test } from 'vitest'
import { listPicture, type PicturedList } from './list-picture.ts'
import { escapeXml } from './svg.ts'
import { rowsDrawn } from './table-drawing.ts'

const list = (rows: PicturedList['tables'][number]['rows'], more = {}): PicturedList => ({
  name: 'Northwind',
  simulated: false,
  title: 'Evidence',
  asOf: '2026-11-21',
  headline: { lead: 'Two sources.', alarm: 'One row was refused.', rest: '' },
  tables: [
    {
      heading: 'Sources',
      columns: [
        { title: 'Source', part: 2, isName: true },
        { title: 'Rows', part: 2 },
        { title: 'Weight', part: 1, isNumber: true },
      ],
      rows,
      ...more,
    },
  ],
})

const textIn = (svg: string) =>
  svg
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&')

const rowsOf = (n: number) => Array.from({ length: n }, (_, i) => [`source ${i}`, 'rows', '1'])

describe('a list', () => {
  const bar = { used: 2_400, passed: 0, refused: 1 }
  const { svg, width, height } = listPicture(
    list([[{ text: 'curation.csv', below: 'Table' }, { text: '2,401 rows', bar }, '12']]),
  )

  test('says whose it is, as of when, what matters, and each cell', () => {
    const said = textIn(svg)
    const parts = ['Northwind', 'As of 21 Nov 2026', 'One row was refused.', 'curation.csv', 'Table', '12']
    for (const part of parts) expect(said).toContain(part)
    expect(said).not.toContain('Simulated')
    expect(textIn(listPicture({ ...list(rowsOf(1)), simulated: true }).svg)).toContain('Simulated')
  })

  test('keeps everything inside it, and holds no position that is not a number', () => {
    const at = (name: string) =>
      [...svg.matchAll(new RegExp(` ${name}="([\\d.-]+)"`, 'g'))].map(([, value]) => Number(value))
    expect(Math.min(...at('x'), ...at('y'))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...at('x'))).toBeLessThanOrEqual(width)
    expect(Math.max(...at('y'))).toBeLessThanOrEqual(height)
    expect(svg).not.toMatch(/NaN|undefined|null/)
  })

  test('one refused row among thousands is still to be seen', () => {
    const widths = [...svg.matchAll(/width="([\d.]+)" fill="#d1480f"/g)].map(([, value]) => Number(value))
    expect(widths).toHaveLength(1)
    expect(widths[0]).toBeGreaterThanOrEqual(2)
  })
})

test('what is not drawn is counted, also where nobody counted it all', () => {
  expect(textIn(listPicture(list(rowsOf(rowsDrawn))).svg)).not.toContain('not drawn')
  const many = textIn(listPicture(list(rowsOf(rowsDrawn + 2))).svg)
  expect(many).toContain('2 more rows are not drawn')
  expect(many).not.toContain(`source ${rowsDrawn} `)
  expect(textIn(listPicture(list(rowsOf(10), { total: 1_565 })).svg)).toContain('1,555 more rows')
  const uncounted = list(rowsOf(10), { total: 1_000_010, isExact: false })
  expect(textIn(listPicture(uncounted).svg)).toContain('More than 1,000,000 further rows')
})

test('a table without a row is left out', () => {
  expect(textIn(listPicture(list([])).svg)).not.toContain('Sources')
})

test('what comes from outside stays text', () => {
  const name = '</text><script>alert(1)</script> & "quotes" \u0000'
  const { svg } = listPicture({ ...list([[name, name, name]]), name })
  expect(svg).not.toContain('<script')
  expect(svg).not.toContain('\u0000')
  expect(svg).toContain(escapeXml('</text><script>'))
})
