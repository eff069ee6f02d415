// The board as a picture: well formed whatever names hold, everything in it, and an end where there are many units.
import { describe, expect, test } from 'vitest'
import { deskUnitOf } from '../desk/desk-unit.ts'
import { fixtureReport, manyUnitsReport } from '../fixtures/report.ts'
import { deskPicture } from './desk-picture.ts'
import { escapeXml, linesOf, widthOf } from './svg.ts'

const pictured = (report = fixtureReport()) => ({
  organization: report.organization,
  asOf: report.asOf,
  headline: report.headline,
  rulebook: report.rulebook.version,
  inputHash: report.inputHash,
  units: report.units.map(deskUnitOf),
})

const textIn = (svg: string) =>
  svg
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&')

describe('the picture', () => {
  const { svg, width, height } = deskPicture(pictured())

  test('says who, when, what matters, and the hash', () => {
    const said = textIn(svg)
    for (const part of ['Northwind Commons', 'As of', 'Finance is Shared in name only:', 'Content curation'])
      expect(said).toContain(part)
    expect(said).toContain(fixtureReport().inputHash)
    expect(said).toContain('Simulated')
  })

  test('keeps everything inside it', () => {
    const xs = [...svg.matchAll(/ x="([\d.-]+)"/g)].map(match => Number(match[1]))
    const ys = [...svg.matchAll(/ y="([\d.-]+)"/g)].map(match => Number(match[1]))
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...xs)).toBeLessThanOrEqual(width)
    expect(Math.max(...ys)).toBeLessThanOrEqual(height)
  })

  test('holds no position that is not a number', () => expect(svg).not.toMatch(/NaN|undefined|null/))
})

test('names from outside stay text', () => {
  const board = pictured()
  const [unit] = board.units
  if (!unit) throw new Error('there is no fixture')
  const name = '</text><script>alert(1)</script> & "quotes" \u0000'
  const { svg } = deskPicture({ ...board, units: [{ ...unit, name }] })
  expect(svg).not.toContain('<script')
  expect(svg).not.toContain('\u0000')
  // The name is broken into lines, and every part of it is there.
  expect(svg).toContain('&lt;script&gt;')
})

test('many units lie as rows, up to the most that were asked for', () => {
  const board = pictured(manyUnitsReport(50))
  const said = textIn(deskPicture(board, 20).svg)
  expect(said).toContain('Unit 20')
  expect(said).not.toContain('Unit 21')
  expect(said).toContain('30 more units are not drawn.')
  expect(deskPicture(board).height).toBeGreaterThan(deskPicture(board, 20).height)
})

test('what is not ruled out of an unproven unit is hatched, as on the desk', () => {
  const board = pictured()
  const [unit] = board.units
  if (!unit) throw new Error('there is no fixture')
  const drawn = (state: typeof unit.state) =>
    deskPicture({ ...board, units: [{ ...unit, state, measured: { score: 20, low: 20, high: 60 } }] }).svg
  expect(drawn('unproven')).toContain('fill="url(#open)"')
  expect(drawn('proven')).not.toContain('fill="url(#open)"')
})

test('one unit alone lies, instead of standing in an empty hall', () => {
  const board = pictured()
  const one = { ...board, units: board.units.slice(0, 1) }
  expect(deskPicture(one).height).toBeLessThan(deskPicture(board).height - 300)
})

test('no unit at all still makes a picture', () => {
  expect(deskPicture({ ...pictured(), units: [] }).svg).toContain('</svg>')
})

describe('lines', () => {
  test('stay within the width, also for a word without an end', () => {
    const lines = linesOf(`short ${'x'.repeat(300)} words after it`, 13, 200)
    expect(lines.join('').replaceAll(' ', '')).toBe(`short${'x'.repeat(300)}wordsafterit`)
    for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(200)
  })
  test('end in an ellipsis where there are more', () => {
    const lines = linesOf('one two three four five six seven eight nine ten', 20, 80, 2)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
  })
  test('lone surrogates and control characters do not break XML', () => {
    expect(escapeXml('a\ud800b\u0007c<')).toBe('a\ufffdbc&lt;')
  })
})
