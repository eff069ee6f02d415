// The desk while a day passes by: recorded figures, months worked out later, and units that were not there yet.
import { expect, test } from 'vitest'
import { deskUnitOf } from '../../desk/desk-unit.ts'
import { fixtureUnits } from '../../fixtures/units.ts'
import { passing } from './passing.ts'
import { pastDays } from './use-past.ts'

const units = fixtureUnits()
  .map(deskUnitOf)
  .filter(({ id }) => id === 'core-team' || id === 'finance')
const then = [{ id: 'core-team', declared: 25, score: 12, high: 20 }]

test('a recorded day has its own fader and light', () => {
  const [core] = passing(units, { day: '2026-01-01', units: then })
  expect(core).toMatchObject({ declared: 25, measured: { score: 12, low: 12, high: 20 } })
})

test('on a day worked out later the fader stays', () => {
  const [core] = passing(units, { day: '2026-01-01', units: then, isReconstructed: true })
  expect(core).toMatchObject({ declared: 38, measured: { score: 12 } })
})

test('a unit without figures is unknown and not 0', () => {
  const finance = passing(units, { day: '2026-01-01', units: then }).find(({ id }) => id === 'finance')
  expect(finance).toMatchObject({ declared: null, state: 'unknown', measured: { score: null, high: null } })
})

test('months stand before the first recorded day only', () => {
  const recorded = [{ day: '2026-03-05', units: [] }]
  const months = ['2026-01-31', '2026-02-28', '2026-03-31'].map(day => ({
    day,
    units: [],
    isReconstructed: true as const,
  }))
  expect(pastDays(recorded, months).map(({ day }) => day)).toEqual(['2026-01-31', '2026-02-28', '2026-03-05'])
  expect(pastDays([], months)).toHaveLength(3)
})
