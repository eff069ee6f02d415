// What the terminal shows of a fixed report: at two widths, with and without colours, aligned and harmless.
import { stripVTControlCharacters } from 'node:util'
import { reportSchema } from '@equalizer/measure'
import { describe, expect, test } from 'vitest'
import { screenFor } from '../terminal/screen.ts'
import { textWidth } from '../terminal/text.ts'
import { explainText } from './explain-text.ts'
import { reportText } from './report-text.ts'
import { sampleReport } from './sample-report.ts'

const plain = (columns: number) => screenFor({ isTTY: true, columns, env: { NO_COLOR: '1' }, plain: false })
const coloured = screenFor({ isTTY: true, columns: 80, env: {}, plain: false })
const { units } = sampleReport

test('the sample is a report', () => {
  expect(reportSchema.safeParse(sampleReport).error).toBeUndefined()
})

describe.each([60, 80, 120])('at %i columns', columns => {
  const table = reportText(sampleReport, units, plain(columns))
  const whole = [table, ...units.map(unit => explainText(sampleReport, unit, plain(columns)))].join('')

  test('no line is wider and nothing from outside is obeyed', () => {
    const lines = whole.split('\n')
    expect(lines.filter(line => textWidth(line) > columns)).toEqual([])
    expect(lines.filter(line => line !== stripVTControlCharacters(line))).toEqual([])
  })

  test('meters of all units stand in one column', () => {
    const places = table
      .split('\n')
      .filter(line => /^ {2}(declared|measured) /.test(line))
      .map(line => line.search(/[━●╌█▏▎▍▌▋▊▉▒·]/))
    expect(new Set(places).size).toBeLessThanOrEqual(2)
    expect(Math.min(...places)).toBe(12)
  })
})

test('the table at 80 columns', async () => {
  await expect(reportText(sampleReport, units, plain(80))).toMatchFileSnapshot('./report-80.snap.txt')
})

test('the table at 120 columns', async () => {
  await expect(reportText(sampleReport, units, plain(120))).toMatchFileSnapshot('./report-120.snap.txt')
})

test('explaining a unit', async () => {
  const [, finance, curation] = units
  if (!finance || !curation) throw new Error('the sample has no such unit')
  const text = explainText(sampleReport, finance, plain(80)) + explainText(sampleReport, curation, plain(80))
  await expect(text).toMatchFileSnapshot('./explain-80.snap.txt')
})

test('colours change no character', () => {
  const text = reportText(sampleReport, units, coloured)
  expect(text).toContain('\u001b[')
  expect(stripVTControlCharacters(text)).toBe(reportText(sampleReport, units, plain(80)))
})

describe('colours', () => {
  const paints = (options: Partial<Parameters<typeof screenFor>[0]>) =>
    screenFor({ isTTY: true, columns: 80, env: {}, plain: false, ...options }).paint('red', 'x') !== 'x'

  test('are shown on a terminal only, unless they are forced', () => {
    expect(paints({})).toBe(true)
    expect(paints({ isTTY: false })).toBe(false)
    expect(paints({ isTTY: false, env: { FORCE_COLOR: '1' } })).toBe(true)
  })

  test('are left away by --no-color, NO_COLOR and dumb terminals', () => {
    expect(paints({ plain: true, env: { FORCE_COLOR: '1' } })).toBe(false)
    expect(paints({ env: { NO_COLOR: '1', FORCE_COLOR: '1' } })).toBe(false)
    expect(paints({ env: { TERM: 'dumb' } })).toBe(false)
  })
})
