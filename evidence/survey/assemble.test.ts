// Assembling with reuse: a unit is assessed again exactly when something that its report is made of changed.
import { type CharterInput, charterSchema } from '@equalizer/core'
import { dayOfDate, type Observation, type UnitReport } from '@equalizer/measure'
import { describe, expect, test } from 'vitest'
import { assembleReport } from './assemble.ts'
import { Intake } from './intake.ts'

const asOf = '2026-01-31'

function charterOf(change: Partial<CharterInput> = {}) {
  const unit = (id: string) => ({
    id,
    name: id,
    surfaces: [{ id: 'all', name: 'All', evidence: [{ source: 's', kinds: [id] }] }],
  })
  return charterSchema.parse({
    equalizer: 1,
    organization: { id: 'x', name: 'X' },
    units: [unit('code'), unit('money')],
    sources: [{ id: 's', kind: 'table', path: 'a.csv', mapping: { kind: 'code' }, supply: '100' }],
    ...change,
  })
}

function act(id: string, kind: string, actor: string | null, more: Partial<Observation> = {}): Observation {
  return {
    id,
    source: 's',
    kind,
    actor,
    atMs: Date.parse('2026-01-15'),
    weight: 1n,
    asset: 'act',
    decimals: 0,
    reference: id,
    ...more,
  }
}

const acts = [
  act('1', 'code', 'github:ada'),
  act('2', 'code', 'github:bo'),
  act('3', 'money', 'github:bo'),
  act('4', 'money', 'email:bo@x.org', { actorName: 'Bo' }),
]

function assemble(
  observations: readonly Observation[],
  charter = charterOf(),
  before?: ReturnType<typeof assembleReport>,
  day = asOf,
) {
  const intake = new Intake(charter, dayOfDate(day))
  const taken = { observations: 0, duplicates: 0, unrouted: 0, later: 0 }
  for (const observation of observations) intake.take(observation, taken)
  const kept = new Map<string, UnitReport>(
    before?.report.units.map(unit => [`${unit.id} ${before.fingerprints.get(unit.id)}`, unit]),
  )
  return assembleReport({
    charter,
    charterGiven: true,
    asOf: day,
    intake,
    claims: [],
    sources: [],
    later: taken.later,
    ...(before ? { reuse: (unit, fingerprint) => kept.get(`${unit} ${fingerprint}`) ?? null } : {}),
  })
}

describe('reusing units', () => {
  const first = assemble(acts)

  test('the first time all are assessed; unchanged, in any order, none is', () => {
    expect(first.assessed).toEqual(['code', 'money'])
    const again = assemble(acts.toReversed(), charterOf(), first)
    expect(again.assessed).toEqual([])
    expect(again.report).toEqual(first.report)
  })

  const bo = { id: 'bo', name: 'Bo', identities: ['github:bo', 'email:bo@x.org'] }
  test.each([
    ['a new fact of one unit', [...acts, act('5', 'money', 'github:cy')], charterOf(), ['money']],
    ['a fact that nobody counts', [...acts, act('5', 'other', 'github:cy')], charterOf(), []],
    ['two handles of both units become one', acts, charterOf({ people: [bo] }), ['code', 'money']],
    ['a bot of one unit', acts, charterOf({ bots: ['email:bo@x.org'] }), ['money']],
    [
      'a slider',
      acts,
      charterOf({ units: charterOf().units.map((unit, i) => (i === 0 ? { ...unit, declared: 10 } : unit)) }),
      ['code'],
    ],
    [
      'a quota',
      acts,
      charterOf({
        units: charterOf().units.map((unit, i) =>
          i === 1
            ? { ...unit, surfaces: unit.surfaces.map(one => ({ ...one, decides: { share: '2/3' } })) }
            : unit,
        ),
      }),
      ['money'],
    ],
  ] as const)('%s', (_, observations, charter, expected) => {
    const after = assemble(observations, charter, first)
    expect(after.assessed).toEqual(expected)
    expect(after.report).toEqual(assemble(observations, charter).report)
  })

  test('another day is another report', () => {
    expect(assemble(acts, charterOf(), first, '2026-02-01').assessed).toEqual(['code', 'money'])
  })

  test('what could have been voted with counts, though it is no fact of its own', () => {
    const vote = [act('v', 'vote.cast', 'github:ada', { about: 'p1', choice: 'yes' })]
    const votes = (supply: string) => {
      const [unit] = charterOf().units
      const [surface] = unit?.surfaces ?? []
      const [source] = charterOf().sources
      if (!unit || !surface || !source) throw new Error('nothing to vote on')
      return charterOf({
        units: [{ ...unit, surfaces: [{ ...surface, evidence: [{ source: 's', kinds: ['vote.cast'] }] }] }],
        sources: [{ ...source, supply }],
      })
    }
    const before = assemble(vote, votes('10'))
    const after = assemble(vote, votes('20'), before)
    expect(before.report.units[0]?.surfaces[0]?.metrics.participation).toBe(0.1)
    expect(after.assessed).toEqual(['code'])
    expect(after.report.units[0]?.surfaces[0]?.metrics.participation).toBe(0.05)
  })
})
