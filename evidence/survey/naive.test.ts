// The survey against a second implementation of the score that shares no code with it: on random organizations.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CharterInput, charterSchema } from '@equalizer/core'
import type { Report, SurfaceReport } from '@equalizer/measure'
import { fc } from '@equalizer/testkit/laws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type NaiveFact, type NaiveRule, type NaiveSurface, naiveSurface, naiveUnit } from './naive.ts'
import { surveyOrganization } from './survey.ts'

const msPerDay = 86_400_000
const lastDay = Date.parse('2026-06-30') / msPerDay
const dateOf = (day: number) => new Date(day * msPerDay).toISOString().slice(0, 10)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'equalizer-naive-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Row {
  readonly who: number | null
  readonly ago: number | null
  readonly weight: number
}

interface Wallet {
  readonly required: number
  readonly signers: readonly (number | null)[]
}

interface Organization {
  readonly acts: readonly Row[]
  readonly nodes: readonly Row[]
  /** Without dates. */
  readonly balances: readonly Row[]
  readonly wallets: readonly Wallet[]
  readonly overriders: readonly Row[]
  readonly quota: readonly [number, number]
  readonly blocks: boolean
  readonly necessary: boolean
  /** People who work for one employer. */
  readonly employed: readonly number[]
  readonly bots: readonly number[]
}

const person = fc.integer({ min: 0, max: 13 })
const someone = fc.option(person, { freq: 8 })
const row = fc.record({
  who: someone,
  ago: fc.integer({ min: -20, max: 500 }) as fc.Arbitrary<number | null>,
  weight: fc.integer({ min: 1, max: 9 }),
})
const wallet: fc.Arbitrary<Wallet> = fc.uniqueArray(person, { minLength: 1, maxLength: 6 }).chain(known =>
  fc.record({
    signers: fc.boolean().map(dark => (dark ? [...known, null, null] : known)),
    required: fc.integer({ min: 1, max: known.length }),
  }),
)
const organizations: fc.Arbitrary<Organization> = fc.record({
  acts: fc.array(row, { maxLength: 70 }),
  nodes: fc.array(row, { maxLength: 30 }),
  balances: fc.array(
    fc.record({ who: someone, ago: fc.constant(null), weight: fc.integer({ min: 1, max: 9 }) }),
    {
      maxLength: 12,
    },
  ),
  wallets: fc.array(wallet, { maxLength: 3 }),
  overriders: fc.array(row, { maxLength: 1 }),
  quota: fc.constantFrom([1, 2], [2, 3], [9, 10], [1, 10]) as fc.Arbitrary<readonly [number, number]>,
  blocks: fc.boolean(),
  necessary: fc.boolean(),
  employed: fc.uniqueArray(person, { maxLength: 4 }),
  bots: fc.uniqueArray(person, { maxLength: 2 }),
})

const handle = (who: number | null) => (who === null ? '' : `h${who}`)
const line = (prefix: string) => (one: Row, index: number) =>
  `${prefix}${index},${handle(one.who)},${one.weight},${one.ago === null ? '' : dateOf(lastDay - one.ago)}`
const listed = (name: string, head: string, lines: readonly string[]) =>
  writeFileSync(join(folder, name), `${[head, ...lines].join('\n')}\n`)

function table(id: string, kind: string, dated = true) {
  return {
    id,
    kind: 'table' as const,
    path: `${id}.csv`,
    mapping: {
      kind,
      actor: { column: 'who', scheme: 'github' },
      weight: { column: 'size', decimals: 0 },
      ...(dated ? { time: { column: 'day' } } : {}),
      asset: 'post',
      id: 'id',
    },
  }
}

function charterOf(org: Organization): CharterInput {
  const { blocks, necessary } = org
  const acts = { source: 'acts', kinds: ['seat.taken'] }
  const nodes = { source: 'nodes', kinds: ['node.run'] }
  const balances = { source: 'balances', kinds: ['balance.held'] }
  const share = { share: `${org.quota[0]}/${org.quota[1]}` }
  return {
    equalizer: 1,
    organization: { id: 'random', name: 'Random' },
    people: org.employed.map(who => ({
      id: `p${who}`,
      name: `P${who}`,
      identities: [`github:h${who}`],
      employer: 'Acme',
    })),
    bots: org.bots.map(who => `github:h${who}`),
    units: [
      {
        id: 'one',
        name: 'One',
        surfaces: [
          { id: 'half', name: 'Half', decides: 'share', evidence: [acts] },
          { id: 'held', name: 'Held', decides: 'share', blocks, evidence: [balances] },
          {
            id: 'quota',
            name: 'Quota',
            decides: share,
            blocks,
            necessary,
            evidence: [acts, nodes, balances],
          },
        ],
      },
      {
        id: 'two',
        name: 'Two',
        surfaces: [
          {
            id: 'safe',
            name: 'Safe',
            decides: 'threshold',
            blocks,
            necessary,
            evidence: [{ source: 'operators', kinds: ['signer.held'] }],
          },
          {
            id: 'root',
            name: 'Root',
            decides: 'override',
            evidence: [{ source: 'roots', kinds: ['override.held'] }],
          },
          { id: 'nodes', name: 'Nodes', decides: share, evidence: [{ ...nodes, weigh: 'count' }] },
        ],
      },
    ],
    sources: [
      table('balances', 'balance.held', false),
      table('acts', 'seat.taken'),
      table('nodes', 'node.run'),
      table('roots', 'override.held'),
      { id: 'operators', kind: 'operators', path: 'operators.csv' },
    ],
  }
}

const flip = <T>(list: readonly T[]): readonly T[] => [...list].reverse()

function survey(
  org: Organization,
  asOf = lastDay,
  order: <T>(list: readonly T[]) => readonly T[] = list => list,
  since?: number,
) {
  const head = 'id,who,size,day'
  listed('acts.csv', head, order(org.acts.map(line('a'))))
  listed('nodes.csv', head, order(org.nodes.map(line('n'))))
  listed('balances.csv', head, order(org.balances.map(line('b'))))
  listed('roots.csv', head, order(org.overriders.map(line('r'))))
  const signers = org.wallets.flatMap(({ required, signers }, index) =>
    signers.map(who => `wallet,w${index},${who === null ? '' : `github:${handle(who)}`},${required}`),
  )
  listed('operators.csv', 'type,id,holder,required', order(signers))
  const charter = charterOf(org)
  const standing = since === undefined ? {} : { since: dateOf(since) }
  const sources = order(charter.sources ?? []).map(source => ({ ...source, ...standing }))
  return surveyOrganization({
    charter: charterSchema.parse({ ...charter, sources }),
    charterGiven: true,
    folder,
    asOf: dateOf(asOf),
  })
}

/** The same organization as the naive implementation takes it. */
function expected(org: Organization, asOf = lastDay) {
  const partyOf = (who: number | null) =>
    who === null ? null : org.employed.includes(who) ? 'acme' : `h${who}`
  // A bot whom the charter also lists as a person is a person.
  const isBot = (who: number | null) => who !== null && org.bots.includes(who) && !org.employed.includes(who)
  const facts = (rows: readonly Row[], divisible: boolean): NaiveFact[] =>
    rows
      .filter(({ who }) => !isBot(who))
      .map(({ who, ago, weight }) => ({
        party: partyOf(who),
        day: ago === null ? null : lastDay - ago,
        weight: BigInt(weight),
        divisible,
      }))
  const acts = facts(org.acts, false)
  const nodes = facts(org.nodes, true)
  const balances = facts(org.balances, true)
  const signers = org.wallets.flatMap(({ required, signers }, index): NaiveFact[] =>
    signers
      .filter(who => !isBot(who))
      .map(who => ({ party: partyOf(who), day: null, weight: 1n, wallet: `w${index}`, required })),
  )
  const quota: NaiveRule = [BigInt(org.quota[0]), BigInt(org.quota[1])]
  const found = {
    'one/half': naiveSurface(acts, [1n, 2n], false, asOf),
    'one/held': naiveSurface(balances, [1n, 2n], org.blocks, asOf),
    'one/quota': naiveSurface([...acts, ...nodes, ...balances], quota, org.blocks, asOf),
    'two/safe': naiveSurface(signers, 'threshold', org.blocks, asOf),
    'two/root': naiveSurface(facts(org.overriders, false), 'override', false, asOf),
    'two/nodes': naiveSurface(
      nodes.map(node => ({ ...node, weight: 1n })),
      quota,
      false,
      asOf,
    ),
  } satisfies Record<string, NaiveSurface | null>
  const of = (key: keyof typeof found, necessary: boolean, override = false) => ({
    necessary,
    override,
    found: found[key]?.now ?? null,
  })
  const units = [
    naiveUnit([of('one/half', true), of('one/held', true), of('one/quota', org.necessary)]),
    naiveUnit([of('two/safe', org.necessary), of('two/root', true, true), of('two/nodes', true)]),
  ]
  return { found, units }
}

function shown({ K, K_b, N2, coverage, low, high }: NaiveSurface['now']) {
  return { K, K_b, N2: Math.round(N2 * 100) / 100, coverage: Math.round(coverage * 1e4) / 1e4, low, high }
}

/** What the report says of a surface, in the words of the naive one. */
function said(surface: SurfaceReport) {
  if (surface.window === null) return null
  const pick = (
    of: Parameters<typeof shown>[0] | SurfaceReport['windows'][string & keyof SurfaceReport['windows']],
  ) =>
    of && {
      K: of.K,
      K_b: of.K_b,
      N2: of.N2,
      coverage: of.coverage,
      low: of.low,
      high: of.high,
    }
  return {
    window: surface.window,
    now: pick(surface),
    windows: Object.fromEntries(Object.entries(surface.windows).map(([name, of]) => [name, pick(of)])),
  }
}

function surfacesOf(report: Report): [string, SurfaceReport][] {
  return report.units.flatMap(unit =>
    unit.surfaces.map((surface): [string, SurfaceReport] => [`${unit.id}/${surface.id}`, surface]),
  )
}

describe('a second implementation', () => {
  test('agrees about every surface, window and unit of random organizations', async () => {
    await fc.assert(
      fc.asyncProperty(organizations, fc.integer({ min: 0, max: 450 }), async (org, back) => {
        const report = await survey(org, lastDay - back)
        const naive = expected(org, lastDay - back)
        const plain = Object.entries(naive.found).map(([key, found]) => [
          key,
          found && {
            window: found.window,
            now: shown(found.now),
            windows: Object.fromEntries(Object.entries(found.windows).map(([name, of]) => [name, shown(of)])),
          },
        ])
        expect(surfacesOf(report).map(([key, surface]) => [key, said(surface)])).toEqual(plain)
        expect(report.units.map(unit => unit.measured)).toEqual(naive.units)
      }),
      { numRuns: 300 },
    )
  })

  test('rows and sources in another order change neither the report nor its hash', async () => {
    await fc.assert(
      fc.asyncProperty(organizations, async org => {
        const [one, other] = [await survey(org), await survey(org, lastDay, flip)]
        // The accounts of the sources stand in the order of the charter.
        expect({ ...other, sources: other.sources.toReversed() }).toEqual(one)
      }),
      { numRuns: 100 },
    )
  })

  test('a point of the history is what a survey of that day says of the same window, whatever has no date', async () => {
    await fc.assert(
      fc.asyncProperty(organizations, fc.integer({ min: 0, max: 60 }), async (org, ago) => {
        const since = lastDay - ago
        const report = await survey(org, lastDay, undefined, since)
        const [, point] = [...(report.units[0]?.history ?? [])].reverse()
        if (!point) return
        const earlier = await survey(org, Date.parse(point.date) / msPerDay, undefined, since)
        const then = surfacesOf(earlier)
        const windows = ({ surfaces }: Report['units'][number]) => surfaces.map(({ window }) => window)
        report.units.forEach((unit, number) => {
          const before = earlier.units[number]
          const past = unit.history.find(({ date }) => date === point.date)
          const alike =
            before && windows(before).every((one, at) => one === null || one === windows(unit)[at])
          if (past && alike) expect(past).toEqual({ date: point.date, ...before.measured })
        })
        for (const [key, surface] of surfacesOf(report)) {
          const past = surface.history.find(({ date }) => date === point.date)
          if (!past || surface.window === null) continue
          const was = then.find(([other]) => other === key)?.[1].windows
          // Everything there ever was is called `standing` as long as nothing of it has a date.
          const own = was?.[surface.window] ?? (surface.window === 'all' ? was?.standing : undefined)
          const { score = null, low = null, high = null } = own ?? {}
          expect([key, past]).toEqual([key, { date: point.date, score, low, high }])
        }
      }),
      { numRuns: 100 },
    )
  })
})
