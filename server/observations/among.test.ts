// A list of many rows, where texts and paths are looked through together, against the same list filtered by hand.
import { charterSchema } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { fc } from '@equalizer/testkit/laws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putOrganization, putReading, testDesk } from '../measures/testing.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { charter } from './by-hand.ts'
import { type ListAsked, listObservations } from './list.ts'

const organization = 'many'
const kinds = ['commit.authored', 'commit.committed', 'review.given'] as const
const day = 86_400_000
const firstMs = Date.parse('2026-01-01')

const pathOf = (at: number) => {
  // All of what `src/rare/**` begins with, and what only begins like it.
  if (at % 2_003 === 0) return 'src/rare'
  if (at % 5 === 4) return `src/rarely/${at % 3}.ts`
  if (at % 97 === 0) return `lib/odd\u001e${at % 3}.md`
  return `src/${at % 400 === 1 ? 'rare' : `m${at % 7}`}/part-${at % 30}.${at % 11 === 0 ? 'md' : 'ts'}`
}

function observation(at: number): Observation {
  const text =
    at % 900 === 0 ? 'Seldom' : at % 31 === 0 ? 'sign\u001eed' : `${at % 2 ? 'half' : 'other'} ${at % 40}`
  return {
    id: `many-${at}`,
    source: 'git',
    kind: kinds[(at * 7 + (at >> 4)) % kinds.length],
    actor: at % 50 === 0 ? null : `git:p${at % 6}`,
    atMs: at % 64 === 0 ? null : firstMs + ((at * 7_919) % 60) * (day / 2),
    weight: BigInt((at * 31) % 17),
    asset: 'commit',
    decimals: 0,
    reference: `ref${at}`,
    about: text,
    ...(at % 13 === 0 ? {} : { files: [{ path: pathOf(at), added: 1, deleted: at % 2 }] }),
  } as Observation
}

const rows = Array.from({ length: 30_000 }, (_, at) => ({ ...observation(at), row: at + 1 }))
type Row = (typeof rows)[number]
const pathFits = (fits: (path: string) => boolean) => (one: Row) =>
  one.files?.some(({ path }) => fits(path)) ?? false
const authored = (one: Row) => one.kind === 'commit.authored'

/** Each surface with what it counts, written by hand. */
const surfaces: Record<string, { lines: object[]; counts: (one: Row) => boolean }> = {
  dense: {
    lines: [{ kinds: [...kinds], path: 'src/**' }],
    counts: pathFits(path => path.startsWith('src/')),
  },
  rare: {
    lines: [{ kinds: [...kinds], path: 'src/rare/**' }],
    counts: pathFits(path => /^src\/rare(\/|$)/.test(path)),
  },
  ending: {
    lines: [{ kinds: ['commit.authored'], path: '**/*.md' }],
    counts: one => authored(one) && pathFits(path => path.endsWith('.md'))(one),
  },
  middle: {
    lines: [{ kinds: [...kinds], path: 'src/**/part-[12]9.ts' }],
    counts: pathFits(path => /^src\/.*\/part-[12]9\.ts$/.test(path)),
  },
  either: {
    lines: [{ kinds: [...kinds], path: 'src/{rare,m3}/*-7.ts' }],
    counts: pathFits(path => /^src\/(rare|m3)\/[^/]*-7\.ts$/.test(path)),
  },
  odd: {
    lines: [{ kinds: [...kinds], path: 'lib/odd?0.md' }],
    counts: pathFits(path => /^lib\/odd.0\.md$/su.test(path)),
  },
  mixed: {
    lines: [
      { kinds: ['commit.authored'], path: 'src/m1/**' },
      { kinds: ['review.given'], path: 'src/m2/**', about: 'half *' },
    ],
    counts: one =>
      (authored(one) && pathFits(path => path.startsWith('src/m1/'))(one)) ||
      (one.kind === 'review.given' &&
        !!one.about?.startsWith('half ') &&
        pathFits(path => path.startsWith('src/m2/'))(one)),
  },
  lines: {
    lines: [{ kinds: ['commit.authored'], path: 'src/m4/*', weigh: 'lines' }],
    counts: one => authored(one) && pathFits(path => path.startsWith('src/m4/'))(one),
  },
}

let store: Store
beforeAll(async () => {
  store = await openTestStore()
  const { desk } = testDesk(store, '2026-06-01')
  const evidence = Object.entries(surfaces).map(([id, { lines }]) => {
    return { id, name: id, evidence: lines.map(line => ({ source: 'git', ...line })) }
  })
  const made = charterSchema.parse({ ...charter, units: [{ id: 'code', name: 'Code', surfaces: evidence }] })
  await putOrganization(desk, organization, made, true)
  const count = (kind: string) => rows.filter(one => one.kind === kind).length
  const account = { kinds: kinds.map(kind => ({ kind, observations: count(kind) })) }
  await putReading(desk, organization, 'git', { observations: rows, account } as never)
  await store.tend('observations')
})
afterAll(() => store.close())

const keyOf = {
  at: (one: Row) => one.atMs ?? -9e15,
  weight: (one: Row) => Number(one.weight),
  row: (one: Row) => one.row,
}
type Asked = Partial<ListAsked> & { sort: keyof typeof keyOf; order: 'asc' | 'desc' }

function wanted({ q, surface, kind, actor, from, sort, order }: Asked): number[] {
  const fits = rows.filter(
    one =>
      (q === undefined ||
        [one.about, one.actor, one.reference].some(text => text?.toLowerCase().includes(q.toLowerCase()))) &&
      (surface === undefined || surfaces[surface]?.counts(one)) &&
      (kind === undefined || one.kind === kind) &&
      (actor === undefined || one.actor === actor) &&
      (from === undefined || (one.atMs !== null && one.atMs >= Date.parse(from))),
  )
  const sorted = fits.sort((a, b) => keyOf[sort](a) - keyOf[sort](b) || a.row - b.row)
  return (order === 'asc' ? sorted : sorted.reverse()).map(one => one.row)
}

const optional = <T>(freq: number, ...values: T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq })
const asking = fc.record({
  q: optional(
    4,
    'seldom',
    'HALF',
    'half 7',
    'other 38',
    'nowhere',
    'ref2999',
    'n\u001ee',
    'n\uFFFDe',
    'git:p3',
  ),
  surface: optional(4, ...Object.keys(surfaces)),
  kind: optional(1, 'review.given', 'commit.authored'),
  actor: optional(1, 'git:p2'),
  from: optional(1, '2026-01-28', '2026-01-02'),
  sort: fc.constantFrom('at' as const, 'weight' as const, 'row' as const),
  order: fc.constantFrom('asc' as const, 'desc' as const),
})

test('two pages of it and how many there are', async () => {
  await fc.assert(
    fc.asyncProperty(asking, async asked => {
      const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
      const input = {
        organization,
        limit: 60,
        ...given,
        ...(asked.surface ? { unit: 'code' } : {}),
      } as ListAsked
      const all = wanted(asked as Asked)
      const first = await listObservations(store.db, input)
      if (!first.ok) throw new Error(first.refusal.reason)
      expect(first.value.rows.map(row => row.row)).toEqual(all.slice(0, 60))
      if (first.value.exact) expect(first.value.total).toBe(all.length)
      else expect(first.value.total).toBeLessThan(all.length)
      if (first.value.next === null) {
        expect(all.length).toBeLessThanOrEqual(60)
        return
      }
      const second = await listObservations(store.db, { ...input, cursor: first.value.next })
      if (!second.ok) throw new Error(second.refusal.reason)
      expect(second.value.rows.map(row => row.row)).toEqual(all.slice(60, 120))
    }),
    { numRuns: 80 },
  )
}, 120_000)
