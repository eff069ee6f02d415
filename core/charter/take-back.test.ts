// Taking a change back: exactly what it did, wherever other changes came after it.
import { isDeepStrictEqual } from 'node:util'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { type Charter, charterSchema } from './charter.ts'
import { takeBack } from './take-back.ts'

const base = charterSchema.parse({
  equalizer: 1,
  organization: { id: 'x', name: 'X' },
  people: [{ id: 'ada', name: 'Ada', identities: ['github:ada'] }],
  bots: ['github:ci'],
  units: ['a', 'b', 'c'].map(id => ({
    id,
    name: id.toUpperCase(),
    declared: 10,
    surfaces: [{ id: 's', name: 'S', evidence: [{ source: 'r', kinds: ['vote.cast'] }] }],
  })),
  sources: [{ id: 'r', kind: 'snapshot', path: 'r' }],
})

type Edit = (charter: Charter) => Charter
const unit =
  (id: string, change: (unit: Charter['units'][number]) => Partial<Charter['units'][number]>): Edit =>
  charter => ({
    ...charter,
    units: charter.units.map(one => (one.id === id ? { ...one, ...change(one) } : one)),
  })
const declare = (id: string, declared: number) => unit(id, () => ({ declared }))
const person = (id: string, ...identities: string[]) => ({ id, name: id, identities })
const edits: Readonly<Record<string, Edit>> = {
  'slider a': declare('a', 40),
  'slider b': declare('b', 60),
  'target a': unit('a', () => ({ target: { position: 80, by: '2027-01-01' } })),
  'name a': unit('a', () => ({ name: 'Alpha' })),
  'line a': unit('a', one => ({
    surfaces: one.surfaces.map(surface => ({
      ...surface,
      evidence: [...surface.evidence, { source: 'r', kinds: ['proposal.created'] }],
    })),
  })),
  'surface b': unit('b', one => ({ surfaces: [] as typeof one.surfaces })),
  'unit gone': charter => ({ ...charter, units: charter.units.filter(one => one.id !== 'b') }),
  'unit new': charter => ({ ...charter, units: [unitD, ...charter.units] }),
  order: charter => ({ ...charter, units: charter.units.toReversed() }),
  'bot gone': charter => ({ ...charter, bots: [] }),
  'bot new': charter => ({ ...charter, bots: [...charter.bots, 'github:bot'] }),
  'person new': charter => ({ ...charter, people: [...charter.people, person('bo', 'github:bo')] }),
  handle: charter => ({
    ...charter,
    people: charter.people.map(one =>
      one.id === 'ada' ? { ...one, identities: [...one.identities, 'email:ada@x.org'] } : one,
    ),
  }),
  apart: charter => ({
    ...charter,
    merging: { ...charter.merging, apart: [...charter.merging.apart, ['github:a', 'github:b']] },
  }),
  flag: charter => ({ ...charter, merging: { ...charter.merging, name: false } }),
}
const unitD = { id: 'd', name: 'D', declared: null, surfaces: [] }

const names = Object.keys(edits)
const apply = (name: string, charter: Charter) => edits[name]?.(charter) ?? charter

describe('taking back', () => {
  test.each(names)('%s alone: all is as it was', name => {
    expect(takeBack(base, apply(name, base), apply(name, base))).toEqual({ ok: true, value: base })
  })

  test('any change after any other: what comes out is the other one alone, or a refusal', () => {
    const together = fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...names))
      .filter(([first, second]) => first !== second)
    fc.assert(
      fc.property(together, ([first, second]) => {
        const after = apply(first, base)
        const now = apply(second, after)
        const back = takeBack(base, after, now)
        // Only where the second would have done the same without the first is it known what should stand there.
        const did = !isDeepStrictEqual(after, now)
        const independent = did && isDeepStrictEqual(sorted(apply(first, apply(second, base))), sorted(now))
        if (back.ok && independent) expect(sorted(back.value)).toEqual(sorted(apply(second, base)))
        if (!back.ok) expect(back.refusal.code).toBe('change.superseded')
      }),
    )
  })

  test.each([
    ['slider a', 'slider b'],
    ['slider a', 'target a'],
    ['slider a', 'name a'],
    ['line a', 'slider a'],
    ['order', 'slider a'],
    ['unit gone', 'slider a'],
    ['unit new', 'order'],
    ['bot gone', 'bot new'],
    ['person new', 'handle'],
    ['apart', 'flag'],
  ])('%s goes back though %s came after', (first, second) => {
    const after = apply(first, base)
    expect(takeBack(base, after, apply(second, after)).ok).toBe(true)
  })

  test.each([
    ['the slider again', declare('a', 40), declare('a', 50), 'units[a].declared'],
    ['the unit gone', declare('a', 40), (c: Charter) => ({ ...c, units: c.units.slice(1) }), 'units[a]'],
    ['a person with one handle more', apply.bind(null, 'person new'), addHandle('bo'), 'people[bo]'],
    ['the bot gone again', apply.bind(null, 'bot new'), apply.bind(null, 'bot gone'), 'bots["github:bot"]'],
  ] as const)('%s: superseded', (_, first, second, path) => {
    const after = first(base)
    expect(takeBack(base, after, second(after))).toMatchObject({
      ok: false,
      refusal: { code: 'change.superseded', facts: { path } },
    })
  })
})

function addHandle(id: string): Edit {
  return charter => ({
    ...charter,
    people: charter.people.map(one =>
      one.id === id ? { ...one, identities: [...one.identities, 'name:More More'] } : one,
    ),
  })
}

/** Where a thing that comes back stands among those that came since is nobody's to say. */
function sorted(charter: Charter): unknown {
  return {
    ...charter,
    units: charter.units.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    bots: charter.bots.toSorted(),
  }
}
