// Which surfaces the log feeds: by the rules in force on the day, and never kept away by what something else is called.
import { expect, test } from 'vitest'
import { charterSchema } from './charter.ts'
import { type GovernedUnit, ownLogSource, withOwnLog } from './own-log.ts'

const day = 86_400_000
const start = Date.UTC(2026, 0, 5)
const finance: GovernedUnit = {
  unit: 'finance',
  firstMs: start + day,
  powers: [
    { fromMs: start, decidesAlone: true, vetoesAlone: false },
    { fromMs: start + 10 * day, decidesAlone: false, vetoesAlone: true },
    { fromMs: start + 200 * day, decidesAlone: false, vetoesAlone: false },
  ],
  overruled: [{ about: 'finance/D-7', atMs: start + 20 * day }],
}
const charter = (change: object = {}) =>
  charterSchema.parse({
    equalizer: 1,
    organization: { id: 'o', name: 'O' },
    units: [
      { id: 'finance', name: 'Finance' },
      { id: 'code', name: 'Code' },
    ],
    ...change,
  })
const surfacesOn = (days: number, of = charter()) =>
  withOwnLog(of, [finance], start + days * day).units.map(({ surfaces }) =>
    surfaces.map(({ id, decides }) => `${id} ${typeof decides === 'string' ? decides : decides.share}`),
  )

test('the surfaces of a day are those of the rules then in force', () => {
  expect(surfacesOn(0)).toEqual([[], []])
  expect(surfacesOn(5)).toEqual([['own-decisions override', 'own-stops share'], []])
  expect(surfacesOn(15)).toEqual([['own-decisions share', 'own-stops share'], []])
  const overruled = ['own-decisions share', 'own-overrides override', 'own-stops share']
  expect(surfacesOn(30)).toEqual([overruled, []])
  expect(surfacesOn(109)).toEqual([overruled, []])
  expect(surfacesOn(110)).toEqual([['own-decisions share', 'own-stops share'], []])
  // The right to it is gone, however lately it was used.
  const late = { ...finance, overruled: [{ about: 'finance/D-8', atMs: start + 199 * day }] }
  const [unit] = withOwnLog(charter(), [late], start + 201 * day).units
  expect(unit?.surfaces.map(({ id }) => id)).toEqual(['own-decisions', 'own-stops'])
})

test('a source that takes its id does not keep the log from counting', () => {
  const sources = [{ id: 'own-decisions', kind: 'snapshot', path: 'votes' }]
  const taken = charter({ sources })
  expect(ownLogSource(taken).id).toBe('own-decisions-2')
  const joined = withOwnLog(taken, [finance], start + 5 * day)
  expect(joined.sources.map(({ id }) => id)).toEqual(['own-decisions', 'own-decisions-2'])
  expect(joined.units[0]?.surfaces[0]?.evidence[0]?.source).toBe('own-decisions-2')
})

test('a log that the charter names is that one, and a surface that people wrote stays', () => {
  const surface = { id: 'own-decisions', name: 'Ours', evidence: [{ source: 'ours', kinds: ['vote.cast'] }] }
  const named = charter({
    units: [{ id: 'finance', name: 'Finance', surfaces: [surface] }],
    sources: [{ id: 'ours', kind: 'log', path: 'log' }],
  })
  const joined = withOwnLog(named, [finance], start + 5 * day)
  expect(joined.sources).toEqual(named.sources)
  expect(joined.units[0]?.surfaces.map(({ name }) => name)).toEqual([
    'Ours',
    'Vetoes, pauses and gates overridden',
  ])
})
