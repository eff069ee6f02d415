// Rows with ties and gaps, and the list of them that is made by hand, for tests to compare with.
import { charterSchema } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import type { Asked } from './filter.ts'

export const organization = 'acme'
export const charter = charterSchema.parse({
  equalizer: 1,
  organization: { id: organization, name: 'Acme' },
  sources: [
    { id: 'git', kind: 'git', path: 'a' },
    {
      id: 'votes',
      kind: 'table',
      path: 'b',
      mapping: { kind: 'vote.cast', actor: { column: 'a', scheme: 'x' } },
    },
  ],
  units: [
    {
      id: 'code',
      name: 'Code',
      surfaces: [
        {
          id: 'source',
          name: 'Source',
          evidence: [{ source: 'git', kinds: ['commit.authored'], path: 'src/**' }],
        },
        {
          id: 'lines',
          name: 'Lines',
          evidence: [{ source: 'git', kinds: ['commit.authored'], weigh: 'lines' }],
        },
        {
          id: 'tests',
          name: 'Tests',
          evidence: [{ source: 'git', kinds: ['commit.authored'], path: '**/test/**/*.md' }],
        },
        { id: 'all', name: 'All', evidence: [{ source: 'git', kinds: ['commit.authored', 'review.given'] }] },
      ],
    },
    {
      id: 'votes',
      name: 'Votes',
      surfaces: [
        {
          id: 'topic',
          name: 'Topic',
          evidence: [{ source: 'votes', kinds: ['vote.cast'], about: 'grants *' }],
        },
      ],
    },
    { id: 'nothing', name: 'Nothing' },
  ],
})

const kinds = ['commit.authored', 'review.given', 'vote.cast'] as const
const actors = [
  'git:ada',
  'git:Bo',
  'git:zoë',
  `git:${'long'.repeat(50)}1`,
  `git:${'long'.repeat(50)}2`,
  null,
]
const abouts = ['grants 1', 'grants/2', 'ÄRGER 100%_\\', 'Fix it', undefined]
export const files = [
  [{ path: 'src/a.ts', added: 1, deleted: 0 }],
  [
    { path: 'docs/x.md', added: 0, deleted: 0 },
    { path: 'src/.hidden', added: null, deleted: null },
  ],
  [{ path: 'src', added: 0, deleted: 1 }],
  [{ path: 'lib/test/"b".md', added: 2, deleted: 0 }],
  [{ path: 'test/ä.md', added: 0, deleted: 0 }],
  [{ path: 'readme', added: 0, deleted: 0 }],
  undefined,
]

let seed = 7
const next = (below: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T

export function observations(source: string, count: number): Observation[] {
  return Array.from({ length: count }, (_, at) => {
    const [about, changed] = [pick(abouts), pick(files)]
    const actor = pick(actors)
    return {
      id: `${source}-${at}`,
      source,
      kind: source === 'votes' ? 'vote.cast' : pick(kinds.slice(0, 2)),
      actor,
      ...(actor ? { actorName: `Name of ${actor.slice(4, 7)}` } : {}),
      atMs: next(8) === 0 ? null : Date.parse('2026-01-01') + next(6) * 43_200_000,
      weight: BigInt(next(4)) * 10n ** BigInt(next(4)),
      asset: 'vote',
      decimals: next(3),
      reference: `ref${at % 7}`,
      ...(about === undefined ? {} : { about }),
      ...(changed === undefined ? {} : { files: changed }),
    } as Observation
  })
}

export const given = { git: observations('git', 90), votes: observations('votes', 60) }
type Flat = Observation & { row: number }
export const flat: Flat[] = Object.values(given).flatMap(list =>
  list.map((one, at) => ({ ...one, row: at + 1 })),
)

const inSurface: Record<string, (one: Flat) => boolean> = {
  'code/source': one =>
    one.kind === 'commit.authored' && !!one.files?.some(({ path }) => /^src(\/|$)/.test(path)),
  'code/tests': one =>
    one.kind === 'commit.authored' && !!one.files?.some(({ path }) => path.includes('test/')),
  'code/lines': one =>
    one.kind === 'commit.authored' && !!one.files?.some(file => (file.added ?? 0) + (file.deleted ?? 0) > 0),
  'code/all': one => one.source === 'git',
  'votes/topic': one => one.source === 'votes' && one.about === 'grants 1',
}
const surfacesOf = (unit: string, surface?: string) =>
  Object.entries(inSurface).filter(([key]) =>
    surface ? key === `${unit}/${surface}` : key.startsWith(`${unit}/`),
  )

function passes(one: Flat, asked: Partial<Asked>): boolean {
  const { source, unit, surface, kind, actor, q, from, to, asOf, party } = asked
  if (source !== undefined && one.source !== source) return false
  if (unit !== undefined && !surfacesOf(unit, surface).some(([, counts]) => counts(one))) return false
  if (kind !== undefined && one.kind !== kind) return false
  if (actor !== undefined && one.actor !== actor) return false
  if (party === 'them' && !['git:ada', 'git:Bo'].includes(one.actor ?? '')) return false
  if (party === 'nobody') return false
  if (from !== undefined && (one.atMs === null || one.atMs < Date.parse(from))) return false
  if (to !== undefined && (one.atMs === null || one.atMs >= Date.parse(to) + 86_400_000)) return false
  if (asOf !== undefined && one.atMs !== null && one.atMs >= Date.parse(asOf) + 86_400_000) return false
  const cells = [one.about, one.actor, one.actorName, one.reference]
  return q === undefined || cells.some(cell => cell?.toLowerCase().includes(q.toLowerCase()))
}

const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const at = (one: Flat) => one.atMs ?? -9e15
const cut = (one: Flat) => [...(one.actor ?? '')].slice(0, 100).join('')
const by: Record<Asked['sort'], (a: Flat, b: Flat) => number> = {
  at: (a, b) => at(a) - at(b),
  weight: (a, b) => Number(a.weight) / 10 ** a.decimals - Number(b.weight) / 10 ** b.decimals,
  actor: (a, b) => bytes(cut(a), cut(b)) || at(a) - at(b),
  kind: (a, b) => bytes(a.kind, b.kind) || at(a) - at(b),
  row: (a, b) => a.row - b.row,
}

export function expected(asked: Partial<Asked>): string[] {
  const { sort = 'at', order = 'desc' } = asked
  const sorted = flat
    .filter(one => passes(one, asked))
    .sort((a, b) => by[sort](a, b) || bytes(a.source, b.source) || a.row - b.row)
  return (order === 'asc' ? sorted : sorted.reverse()).map(one => `${one.source} ${one.row}`)
}
