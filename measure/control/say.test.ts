// What is said apart from any language: it is what the English sentences are made of, with raw facts.
import { describe, expect, test } from 'vitest'
import { reportSchema } from '../report/report.ts'
import { explanationSaidSchema, headlineSaidSchema, saidSchema } from '../report/said.ts'
import { assessUnits } from './assess.ts'
import { Facts, Names } from './facts.ts'
import { headline } from './headline.ts'
import { rulebook } from './rulebook.ts'
import { say, verdictWords } from './say.ts'
import type { SurfaceInput } from './surface.ts'

function unitOf(votes: readonly (readonly [string | null, number])[], declared: number | null = null) {
  const actors = new Names()
  const facts = new Facts(actors, 'vote', 0)
  for (const [actor, weight] of votes) facts.add({ actor, day: null, weight: BigInt(weight) })
  const surface: SurfaceInput = {
    spec: {
      id: 'votes',
      name: 'Votes',
      necessary: true,
      blocks: false,
      decides: { rule: 'share', numerator: 1, denominator: 2 },
    },
    facts: votes.length > 0 ? facts : null,
  }
  const partyOf = new Map(actors.list.map(actor => [actor, actor]))
  const parties = new Map(
    actors.list.map(actor => [actor, { id: actor, name: actor, members: [], reasons: [] }]),
  )
  const [unit] = assessUnits({
    units: [{ spec: { id: 'u', name: 'processes', declared, target: null }, surfaces: [surface] }],
    actors,
    identities: { partyOf, parties, bots: [], suggestions: [] },
    asOf: '2026-01-31',
    book: rulebook,
    holdersListed: 100,
  })
  if (!unit) throw new Error('no unit')
  return unit
}

describe('an explanation', () => {
  test.each([
    ['one holder', [['ada', 3]], null, 'one_decides', ['surface.decided'], 'raise.spread'],
    ['a promise', [['ada', 3]], 50, 'promise_ahead', ['surface.decided'], 'raise.spread'],
    [
      'nobody known',
      [
        [null, 9],
        [null, 9],
      ],
      null,
      'unproven',
      ['surface.decided_by_unknown', 'unit.weight_unknown'],
      'raise.evidence',
    ],
    ['nothing', [], null, 'no_evidence', ['unit.nothing_known'], null],
    [
      'many',
      Array.from({ length: 20 }, (_, i) => [`p${i}`, 1] as const),
      null,
      'widely_held',
      ['surface.decided_by_many'],
      null,
    ],
  ] as const)('%s', (_, votes, declared, verdict, codes, raise) => {
    const { explanation } = unitOf(votes, declared)
    const said = explanationSaidSchema.parse(explanation.said)
    expect(said).toEqual(explanation.said)
    expect(said.verdict).toBe(verdict)
    expect(said.sentence.map(({ code }) => code)).toEqual(codes)
    expect(said.raise?.code ?? null).toBe(raise)
    expect(explanation.verdict).toBe(verdictWords[verdict])
    expect(explanation.sentence).toBe(say(...said.sentence))
    expect(explanation.raise?.sentence ?? '').toBe(said.raise ? say(said.raise) : '')
  })

  test('gives numbers as they are', () => {
    const { explanation } = unitOf([
      ['ada', 2],
      ['bo', 1],
    ])
    const facts = { surface: 'Votes', asset: 'vote', window: 'standing', names: ['ada'], share: 0.666667 }
    expect(explanation.said?.sentence).toEqual([{ code: 'surface.decided', facts }])
    expect(explanation.sentence).toBe('Votes: ada makes 67% of the votes as it stands.')
  })
})

describe('the headline', () => {
  test.each([
    [[unitOf([['ada', 1]], 60)], 'headline.in_step', 'headline.name_only', ['because.one']],
    [[unitOf([['ada', 1]])], null, 'headline.stands', ['because.one']],
    [[unitOf([])], 'headline.nothing_measured', null, ['headline.no_evidence']],
    [[], 'headline.nothing_measured', null, ['headline.no_unit']],
  ] as const)('%#', (units, lead, alarm, rest) => {
    const { said, ...english } = headline(units)
    const parsed = headlineSaidSchema.parse(said)
    expect(parsed.lead?.code ?? null).toBe(lead)
    expect(parsed.alarm?.code ?? null).toBe(alarm)
    expect(parsed.rest.map(({ code }) => code)).toEqual(rest)
    expect(english.rest).toBe(say(...parsed.rest))
  })
})

test('a report written before there were codes is still a report', () => {
  const { shape } = reportSchema
  expect(shape.headline.safeParse({ lead: '', alarm: '', rest: 'x' }).success).toBe(true)
  expect(saidSchema.safeParse({ code: 'made.up', facts: {} }).success).toBe(false)
})
