// Facts without a date: from their day on they count, before it they are unknown, today as in every month of the past.
import { describe, expect, test } from 'vitest'
import { resolveIdentities } from '../identity/resolve.ts'
import type { UnitReport } from '../report/report.ts'
import { assessUnits } from './assess.ts'
import { dayOfDate } from './days.ts'
import { Facts, Names } from './facts.ts'
import { rulebook } from './rulebook.ts'
import type { SurfaceInput, SurfaceSpec } from './surface.ts'

type Row = readonly [who: string, day: string | null, weight?: bigint]

function surface(actors: Names, spec: Partial<SurfaceSpec>, rows: readonly Row[] | null, since?: string) {
  const facts = rows && new Facts(actors, 'act', 0)
  for (const [actor, day, weight = 1n] of rows ?? []) {
    facts?.add({ actor, day: day === null ? null : dayOfDate(day), weight })
  }
  const input: SurfaceInput = {
    spec: {
      id: 's',
      name: 'S',
      necessary: true,
      blocks: false,
      decides: { rule: 'share', numerator: 1, denominator: 2 },
      ...spec,
    },
    facts,
    ...(since === undefined ? {} : { standsFrom: dayOfDate(since) }),
  }
  return input
}

function assess(asOf: string, build: (actors: Names) => SurfaceInput[]): UnitReport {
  const actors = new Names()
  const surfaces = build(actors)
  const identities = resolveIdentities({
    seen: actors.list.map(actor => ({ actor, names: new Map(), observations: 1 })),
    claims: [],
    people: [],
    bots: [],
    rules: {
      mailmap: true,
      noreply: true,
      name: true,
      employer: true,
      payer: true,
      funder: true,
      apart: [],
    },
  })
  const spec = { id: 'u', name: 'U', declared: null, target: null }
  const [unit] = assessUnits({
    units: [{ spec, surfaces }],
    actors,
    identities,
    asOf,
    book: rulebook,
    holdersListed: 100,
  })
  if (!unit) throw new Error('no unit')
  return unit
}

const two: Row[] = Array.from({ length: 30 }, (_, i) => [i % 2 ? 'name:bo' : 'name:ada', '2026-01-05'])
const holders: Row[] = [
  ['name:ada', null],
  ['name:bo', null],
  ['name:cy', null],
]
const on = (unit: UnitReport, date: string) => unit.history.find(point => point.date === date)
const atMost = { score: null, low: null, high: 30.1 }

describe('a list of holders beside dated evidence', () => {
  const build = (since?: string) => (actors: Names) => [
    surface(actors, { id: 'ships' }, two),
    surface(actors, { id: 'holds' }, holders, since),
  ]

  test('its past begins on the day it was known, and before it only the bound is known', () => {
    const unit = assess('2026-03-31', build('2026-02-10'))
    expect(on(unit, '2026-01-31')).toEqual({ date: '2026-01-31', ...atMost })
    expect(on(unit, '2026-02-28')).toEqual({ date: '2026-02-28', score: 30.1, low: 30.1, high: 30.1 })
    expect(unit.surfaces[1]?.history.map(({ date, score }) => [date, score])).toEqual([
      ['2026-02-28', 30.1],
      ['2026-03-31', 30.1],
    ])
  })

  test('a day before it says the same as the history of a later day', () => {
    const early = assess('2026-01-31', actors => [
      surface(actors, { id: 'ships' }, two),
      surface(actors, { id: 'holds' }, null, '2026-02-10'),
    ])
    expect(early.measured).toEqual(atMost)
    expect(early.state).toBe('unproven')
  })

  test('nobody says since when: from the day that is measured', () => {
    expect(on(assess('2026-03-31', build()), '2026-02-28')).toMatchObject(atMost)
  })
})

describe('who can override', () => {
  const decides = { rule: 'override' } as const

  test('a list that was not known yet is a gap; a known list that names nobody is none', () => {
    const later = assess('2026-01-31', actors => [
      surface(actors, { id: 'ships' }, two),
      surface(actors, { id: 'root', decides }, null, '2026-02-10'),
    ])
    expect(later.measured).toEqual(atMost)
    const nobody = assess('2026-01-31', actors => [
      surface(actors, { id: 'ships' }, two),
      surface(actors, { id: 'root', decides }, null),
    ])
    expect(nobody.measured).toEqual({ score: 30.1, low: 30.1, high: 30.1 })
  })

  test('in the past too', () => {
    const unit = assess('2026-03-31', actors => [
      surface(actors, { id: 'ships' }, two),
      surface(actors, { id: 'root', decides }, [['name:ada', null]], '2026-02-10'),
    ])
    expect(on(unit, '2026-01-31')).toMatchObject(atMost)
    expect(on(unit, '2026-02-28')).toMatchObject({ score: 0, low: 0, high: 0 })
    const dated = assess('2026-03-31', actors => [
      surface(actors, { id: 'ships' }, two),
      surface(actors, { id: 'root', decides }, [['name:ada', '2026-02-10']]),
    ])
    expect(on(dated, '2026-01-31')).toMatchObject({ score: 30.1 })
    expect(on(dated, '2026-02-28')).toMatchObject({ score: 0 })
  })
})

test('dated and undated facts of one surface: only the windows of days are known before the list is', () => {
  const rows: Row[] = [...two, ...holders]
  const all = assess('2027-06-30', actors => [surface(actors, {}, rows, '2027-07-10')])
  expect(all.surfaces[0]).toMatchObject({ window: null, score: null })
  const year = assess('2026-06-30', actors => [surface(actors, {}, two, '2027-07-10')])
  expect(year.surfaces[0]).toMatchObject({ window: '365d', score: 30.1 })
  expect(year.surfaces[0]?.windows.all).toBeUndefined()
})
