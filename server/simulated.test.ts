// The simulated organization through the whole pipeline: its story holds for any seed and day.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareSurvey, surveyOrganization } from '@equalizer/evidence'
import { type Report, reportSchema, type UnitReport } from '@equalizer/measure'
import { writeOrganization } from '@equalizer/testkit'
import { beforeAll, describe, expect, test } from 'vitest'

/** The seed of the example that a first run offers. */
const simulatedSeed = 'northwind'

async function reportOf(seed: string, end: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'equalizer-story-'))
  try {
    await writeOrganization(folder, { seed, end })
    const prepared = await prepareSurvey(folder, { asOf: end })
    if (!prepared.ok) throw new Error(prepared.refusal.reason)
    return reportSchema.parse(await surveyOrganization(prepared.value))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function unitOf(report: Report, id: string): UnitReport {
  const unit = report.units.find(one => one.id === id)
  if (!unit) throw new Error(`no unit ${id}`)
  return unit
}

/** Lower ends over the months, without the months in which nothing was known. */
const past = (unit: UnitReport) => unit.history.flatMap(point => (point.low === null ? [] : [point.low]))

describe.each([
  [simulatedSeed, '2026-11-21'],
  [simulatedSeed, '2028-02-29'],
  ['eastwind', '2026-11-21'],
  ['7', '2025-01-01'],
])('the story of seed %s, measured on %s', (seed, end) => {
  let report: Report
  beforeAll(async () => {
    report = await reportOf(seed, end)
  })

  test('six units, of which one is unproven', () => {
    expect(report.units.map(({ id, state }) => [id, state])).toEqual([
      ['core-team', 'proven'],
      ['contributors', 'proven'],
      ['technology', 'proven'],
      ['finance', 'proven'],
      ['curation', 'proven'],
      ['processes', 'unproven'],
    ])
    expect(report.notes).toEqual([])
  })

  test('finance is shared in name only: all else in it is spread, and one signatory overrides it', () => {
    const finance = unitOf(report, 'finance')
    expect(finance.declared).toBe(50)
    expect(finance.measured).toEqual({ score: 0, low: 0, high: 0 })
    expect(finance.binding).toBe('bank')
    expect(report.weakest).toBe('finance')
    expect(report.headline.alarm).toContain('Finance')
    expect(`${report.headline.alarm} ${report.headline.rest}`).toContain('Amara Nwosu')
    const others = finance.surfaces.filter(surface => surface.id !== 'bank')
    expect(others.map(surface => surface.score)).toHaveLength(3)
    for (const surface of others) expect(surface.score).toBeGreaterThan(25)
    expect(new Set(past(finance))).toEqual(new Set([0]))
  })

  test('contributors, technology and curation are in step; the core team is a bit behind', () => {
    for (const id of ['contributors', 'technology', 'curation']) {
      const unit = unitOf(report, id)
      expect(
        Math.abs((unit.declared ?? Number.NaN) - (unit.measured.score ?? Number.NaN)),
      ).toBeLessThanOrEqual(10)
      expect(unit.explanation.verdict).toBe('In step')
    }
    expect(unitOf(report, 'core-team').measured).toEqual({ score: 30.1, low: 30.1, high: 47.7 })
    expect(unitOf(report, 'core-team').explanation.verdict).toBe('Promise ahead of facts')
  })

  test('of the internal processes too little is known to say', () => {
    const { coverage, measured } = unitOf(report, 'processes')
    expect(coverage).toBeGreaterThan(0.45)
    expect(coverage).toBeLessThan(0.65)
    expect((measured.high ?? 0) - (measured.low ?? 0)).toBeGreaterThan(40)
  })

  test('control was in one hand in the beginning and spread where it was handed over', () => {
    for (const id of ['core-team', 'contributors', 'technology', 'curation']) {
      const lows = past(unitOf(report, id))
      expect([id, ...lows.slice(0, 4)]).toEqual([id, 0, 0, 0, 0])
      expect(lows.at(-1)).toBeGreaterThan(30)
    }
  })

  test('damaged rows are refused with their place, and no source as a whole', () => {
    expect(report.sources.map(source => source.refused)).toEqual(report.sources.map(() => null))
    const damaged = report.sources.filter(source => source.rowsRefused > 0)
    expect(damaged.map(({ id, rowsRefused }) => [id, rowsRefused])).toEqual([
      ['log', 1],
      ['pulls', 1],
      ['governance', 2],
      ['payments', 3],
      ['curation', 2],
    ])
    for (const source of damaged) {
      expect(source.refusals.every(row => row.line !== null && row.reason !== '')).toBe(true)
    }
  })

  test('handles and employees are merged, machines dropped, and what only looks alike suggested', () => {
    const { merges, bots, suggestions } = report.identities
    const rules = new Map(merges.map(({ party, reasons }) => [party.name, reasons.map(({ rule }) => rule)]))
    expect(rules.get('Northwind Labs')).toContain('employer')
    expect(rules.get('Lanternfish Grants')).toContain('funder')
    expect(rules.get('Theo Marchetti')).toEqual(['equal name'])
    expect(bots.map(({ name }) => name)).toEqual(['dependabot[bot]', 'northwind-release-bot'])
    expect(suggestions.map(({ reason }) => reason)).toEqual(['the same short name, Wanda: one person?'])
  })
})
