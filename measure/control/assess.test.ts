// Windows, the minimum rule, wallets, explanations and the headline, each on facts small enough to count by hand.
import { describe, expect, test } from 'vitest'
import { resolveIdentities } from '../identity/resolve.ts'
import type { UnitReport } from '../report/report.ts'
import { assessUnits } from './assess.ts'
import { dayOfDate } from './days.ts'
import { Facts, Names } from './facts.ts'
import { headline } from './headline.ts'
import { rulebook } from './rulebook.ts'
import type { SurfaceInput, SurfaceSpec } from './surface.ts'

const asOf = '2026-06-30'
const today = dayOfDate(asOf)

type Row = readonly [
  actor: string | null,
  daysAgo: number | null,
  weight?: number,
  about?: string,
  required?: number,
]

function surface(
  actors: Names,
  spec: Partial<SurfaceSpec> & { id: string },
  rows: readonly Row[] | null,
): SurfaceInput {
  const facts = rows && new Facts(actors, 'commit', 0)
  for (const [actor, daysAgo, weight = 1, about, required] of rows ?? []) {
    facts?.add({
      actor,
      day: daysAgo === null ? null : today - daysAgo,
      weight: BigInt(weight),
      about,
      required,
    })
  }
  const defaults: SurfaceSpec = {
    id: spec.id,
    name: spec.id,
    necessary: true,
    blocks: false,
    decides: { rule: 'share', numerator: 1, denominator: 2 },
  }
  return { spec: { ...defaults, ...spec }, facts }
}

function assess(
  build: (actors: Names) => SurfaceInput[],
  declared: number | null = null,
  name = 'Technology',
): UnitReport {
  const actors = new Names()
  const surfaces = build(actors)
  const identities = resolveIdentities({
    seen: actors.list.map(actor => ({ actor, names: new Map([[actor.slice(5), 1]]), observations: 1 })),
    claims: [],
    people: [],
    bots: [],
    rules: { mailmap: true, noreply: true, name: true, employer: true, payer: true, funder: true, apart: [] },
  })
  const spec = { id: name.toLowerCase(), name, declared, target: null }
  const [unit] = assessUnits({
    units: [{ spec, surfaces }],
    actors,
    identities,
    asOf,
    book: rulebook,
    holdersListed: 100,
  })
  return unit as UnitReport
}

const repeat = (times: number, row: Row): Row[] => Array.from({ length: times }, () => row)
const three: Row[] = [
  ...repeat(10, ['name:ada', 5]),
  ...repeat(10, ['name:bo', 6]),
  ...repeat(10, ['name:cy', 7]),
]

describe('windows', () => {
  test('the shortest window with enough observations is scored, and every window is shown', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, [...three, ...repeat(90, ['name:ada', 200])]),
    ])
    const [ships] = unit.surfaces
    expect(ships).toMatchObject({ window: '90d', K: 2, N2: 3, observations: 30 })
    expect(ships?.windows['365d']).toMatchObject({ K: 1 })
    expect(ships?.windows.all).toMatchObject({ K: 1 })
  })

  test('too few in the short window: the next longer one', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, [...repeat(19, ['name:ada', 5]), ['name:bo', 100]]),
    ])
    expect(unit.surfaces[0]).toMatchObject({ window: '365d', observations: 20 })
  })

  test('the ends of a window belong as they should: day 0 to 89', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, [...repeat(20, ['name:ada', 89]), ...repeat(5, ['name:bo', 90])]),
    ])
    expect(unit.surfaces[0]).toMatchObject({ window: '90d', observations: 20 })
  })

  test('facts without a date stand as they are', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'holds' }, [
        ['name:ada', null, 3],
        ['name:bo', null, 3],
      ]),
    ])
    expect(unit.surfaces[0]).toMatchObject({ window: 'standing', K: 2, score: 30.1, lastDate: null })
  })

  test('history has a point a month and ends with today', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, [...three, ...repeat(25, ['name:ada', 200])]),
    ])
    const history = unit.surfaces[0]?.history ?? []
    expect(history.at(-1)).toEqual({ date: asOf, score: 30.1, low: 30.1, high: 30.1 })
    expect(history.map(point => point.date)).toEqual([...history.map(point => point.date)].sort())
    expect(history.find(point => point.date === '2025-12-31')?.score).toBe(0)
    expect(history.find(point => point.date === '2026-04-30')?.score).toBeNull()
  })
})

describe('the minimum rule', () => {
  test('without evidence for what is necessary, only what has none is named', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'merges' }, null),
      surface(actors, { id: 'reviews', necessary: false }, null),
      surface(actors, { id: 'talks', necessary: false }, three),
      surface(actors, { id: 'overrides', decides: { rule: 'override' } }, null),
    ])
    expect(unit.state).toBe('unknown')
    expect(unit.explanation.sentence).toBe('Nothing that was read says who holds merges and reviews.')
    expect(unit.explanation.said?.sentence).toEqual([
      { code: 'unit.nothing_known', facts: { surfaces: ['merges', 'reviews'] } },
    ])
  })

  test('the unit stands where the least necessary surface stands', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, three),
      surface(actors, { id: 'merges' }, repeat(30, ['name:ada', 3])),
      surface(actors, { id: 'talks', necessary: false }, repeat(30, ['name:zed', 3])),
    ])
    expect(unit).toMatchObject({
      binding: 'merges',
      state: 'proven',
      measured: { score: 0, low: 0, high: 0 },
    })
    expect(unit.explanation.actors).toEqual(['ada'])
  })

  test('a sole override forces 0', () => {
    const unit = assess(
      actors => [
        surface(actors, { id: 'ships' }, three),
        surface(actors, { id: 'root', decides: { rule: 'override' } }, [['name:bank', null]]),
      ],
      50,
    )
    expect(unit).toMatchObject({
      binding: 'root',
      measured: { score: 0 },
      explanation: { verdict: 'Promise ahead of facts' },
    })
    expect(unit.explanation.raise).toMatchObject({ change: { kind: 'override' }, to: 30.1, unitTo: 30.1 })
  })

  test('that nobody can override is no gap in the evidence', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, three),
      surface(actors, { id: 'root', decides: { rule: 'override' } }, null),
    ])
    expect(unit).toMatchObject({ state: 'proven', coverage: 1, measured: { score: 30.1 } })
  })

  test('a necessary surface without evidence leaves an upper bound, not a score', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, three),
      surface(actors, { id: 'keys' }, null),
    ])
    expect(unit).toMatchObject({
      state: 'unproven',
      coverage: 0.5,
      measured: { score: null, low: null, high: 30.1 },
    })
    expect(unit.explanation.sentence).toContain('No evidence yet for keys.')
  })

  test('an upper bound of 0 is proof, whatever else is unknown', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, repeat(30, ['name:ada', 3])),
      surface(actors, { id: 'keys' }, null),
    ])
    expect(unit).toMatchObject({ state: 'proven', measured: { score: 0, low: 0, high: 0 } })
  })

  test('under 80% known weight it is unproven, and the score is the pessimistic end', () => {
    const unit = assess(
      actors => [surface(actors, { id: 'ships' }, [...three, ...repeat(20, [null, 2])])],
      50,
    )
    expect(unit).toMatchObject({ state: 'unproven', coverage: 0.6 })
    expect(unit.measured.score).toBe(unit.measured.low)
    expect(unit.measured.high as number).toBeGreaterThan(unit.measured.low as number)
    expect(unit.explanation.raise?.change).toEqual({ kind: 'evidence', share: 0.4 })
  })

  test('well-known surfaces prove nothing about the one that binds', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, [...repeat(10, ['name:ada', 2]), ...repeat(20, [null, 2])]),
      ...['a', 'b', 'c'].map(id => surface(actors, { id }, three)),
    ])
    expect(unit).toMatchObject({ binding: 'ships', coverage: 0.8333, state: 'unproven' })
    expect(unit.explanation.sentence).toContain('67% of the weight has no known holder.')
  })

  test('the past, too, has only a bound while a surface has no evidence', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'ships' }, [...three, ...three.map(([who]): Row => [who, 60])]),
      surface(actors, { id: 'keys' }, null),
    ])
    expect(unit.history.length).toBeGreaterThan(1)
    for (const point of unit.history) expect(point).toMatchObject({ score: null, low: null, high: 30.1 })
  })

  test('nothing at all is unknown', () => {
    const unit = assess(actors => [surface(actors, { id: 'ships' }, null)])
    expect(unit).toMatchObject({
      state: 'unknown',
      measured: { score: null, low: null, high: null },
      binding: null,
    })
  })
})

describe('wallets and keys', () => {
  const wallet = (about: string, required: number, ...holders: string[]): Row[] =>
    holders.map(holder => [holder, null, 1, about, required])

  test('the weakest wallet counts', () => {
    const unit = assess(actors => [
      surface(actors, { id: 'signers', decides: { rule: 'threshold' } }, [
        ...wallet('safe', 3, 'name:a', 'name:b', 'name:c', 'name:d', 'name:e'),
        ...wallet('hot', 1, 'name:a', 'name:b'),
      ]),
    ])
    expect(unit.surfaces[0]).toMatchObject({
      name: 'signers (hot)',
      K: 1,
      score: 0,
      quota: { required: 1, of: 2 },
    })
    expect(unit.explanation.raise).toMatchObject({ change: { kind: 'signers', required: 2 } })
  })
})

describe('what would raise it', () => {
  const root = (actors: Names, id: string) =>
    surface(actors, { id, decides: { rule: 'override' } }, [[`name:${id}`, null]])

  test('two overrides: the change takes both away', () => {
    const unit = assess(actors => [
      root(actors, 'bank'),
      root(actors, 'owner'),
      surface(actors, { id: 'ships' }, three),
    ])
    expect(unit.explanation.raise).toMatchObject({ to: 30.1, unitTo: 30.1 })
  })

  test('an override over what one party decides anyway: nothing is promised', () => {
    const unit = assess(actors => [
      root(actors, 'bank'),
      surface(actors, { id: 'merges' }, repeat(30, ['name:ada', 3])),
    ])
    expect(unit.binding).toBe('bank')
    expect(unit.explanation.raise?.sentence).toBe(
      'If no single party could override, the unit would still be held at 0 by merges.',
    )
  })

  test('a second wallet as weak holds the unit where it is', () => {
    const signers = (about: string): Row[] => [
      ['name:a', null, 1, about, 1],
      ['name:b', null, 1, about, 1],
    ]
    const unit = assess(actors => [
      surface(actors, { id: 'signers', decides: { rule: 'threshold' } }, [
        ...signers('hot'),
        ...signers('warm'),
      ]),
    ])
    expect(unit.explanation.raise).toMatchObject({ to: 30.1, unitTo: 0 })
    expect(unit.explanation.raise?.sentence).toContain('held at 0 by signers (warm)')
  })

  test('the change named does raise it to what is said', () => {
    const rows: Row[] = [...repeat(55, ['name:ada', 3]), ...repeat(45, ['name:bo', 4])]
    const unit = assess(actors => [surface(actors, { id: 'Commits' }, rows)])
    const raise = unit.explanation.raise
    expect(raise?.sentence).toBe('If one more person took one in ten of the commits, 0 would become 30.')
    const share = raise?.change.kind === 'spread' ? raise.change.share : 0
    const people = raise?.change.kind === 'spread' ? raise.change.people : 0
    const after: Row[] = [
      ['name:ada', 3, 55 * (1 - share) * people * 100],
      ['name:bo', 3, 45 * (1 - share) * people * 100],
      ...Array.from({ length: people }, (_, index): Row => [`name:new${index}`, 3, share * 100 * 100]),
    ]
    const then = assess(actors => [surface(actors, { id: 'Commits' }, after)])
    expect(then.measured.score).toBe(raise?.to)
  })
})

describe('the headline', () => {
  const shared = assess(actors => [surface(actors, { id: 'ships' }, three)], 30)
  const finance = assess(
    actors => [surface(actors, { id: 'root', decides: { rule: 'override' } }, [['name:the bank', null]])],
    50,
    'Finance',
  )
  const dark = assess(actors => [surface(actors, { id: 'decides' }, null)], 40, 'Processes')

  test('names the promise that is furthest ahead of the facts', () => {
    expect(headline([shared, finance, dark])).toMatchObject({
      lead: 'One of three units is in step with what was promised.',
      alarm: 'Finance is Shared in name only:',
      rest: 'the bank can still override everything. One unit cannot be seen yet.',
    })
  })

  test('all in step; nothing measured; no unit', () => {
    expect(headline([shared])).toMatchObject({
      lead: 'The one unit is in step with what was promised.',
      alarm: '',
      rest: '',
    })
    expect(headline([dark]).lead).toBe('Nothing is measured yet.')
    expect(headline([]).rest).toBe('There is no unit to measure.')
  })
})
