// The list against the same list made by hand: every filter, order and page over rows with ties and gaps.

import type { ObservationRow } from '@equalizer/client'
import { charterSchema } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { fc } from '@equalizer/testkit/laws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callOf } from '../jobs/testing.ts'
import { putOrganization, putReading, testDesk } from '../measures/testing.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { charter, expected, files, flat, given, observations, organization } from './by-hand.ts'
import { csvCell } from './csv.ts'
import { type Asked, filterOf } from './filter.ts'
import { observationsHandlers } from './handlers.ts'
import { observationsJson } from './json.ts'

const listName = 'GET /api/organizations/{organization}/observations'
const csvName = 'GET /api/organizations/{organization}/observations.csv'
const jsonName = 'GET /api/organizations/{organization}/observations.json'

const oneName = 'GET /api/organizations/{organization}/observations/{source}/{row}'

const running = () => new AbortController().signal

async function whole(pieces: string | AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

let store: Store
let desk: ReturnType<typeof testDesk>['desk']

async function page(asked: object) {
  const input = { organization, sort: 'at', order: 'desc', limit: 100, ...asked }
  return observationsHandlers[listName](callOf(desk, input))
}

async function everyPage(asked: object, limit: number) {
  const found: string[] = []
  let cursor: string | undefined
  for (;;) {
    const answer = await page({ ...asked, limit, ...(cursor === undefined ? {} : { cursor }) })
    if (!answer.ok) throw new Error(answer.refusal.reason)
    const { rows, next: following, total, exact } = answer.value
    found.push(...rows.map(row => `${row.source} ${row.row}`))
    if (following === null) return { found, total, exact }
    expect(rows).toHaveLength(limit)
    cursor = following
  }
}

beforeAll(async () => {
  store = await openTestStore()
  desk = testDesk(store, '2026-06-01').desk
  await putOrganization(desk, organization, charter, true)
  await putReading(desk, organization, 'git', { observations: observations('git', 5) })
  await putReading(desk, organization, 'git', { observations: given.git })
  // As a real reading does, this one says how many of each kind it holds.
  const counted = { kinds: [{ kind: 'vote.cast', observations: given.votes.length }] }
  await putReading(desk, organization, 'votes', { observations: given.votes, account: counted })
  // Of another organization, and of a source taken back: never seen.
  await putOrganization(desk, 'other', charter, true)
  await putReading(desk, 'other', 'git', { observations: given.git })
  await putReading(desk, organization, 'gone', { observations: given.votes })
  await store.db.updateTable('sources').set({ removed_ms: 1 }).where('source_id', '=', 'gone').execute()
  await store.copy(
    'actors',
    ['organization_id', 'actor', 'name', 'party_id', 'bot_rule', 'observations'],
    [
      [organization, 'git:ada', 'Ada', 'them', null, 1],
      [organization, 'git:Bo', 'Bo', 'them', null, 1],
      [organization, 'git:zoë', null, null, 'listed', 1],
      ['other', 'git:zoë', 'Zoë', 'them', null, 1],
    ],
  )
  const partyColumns = ['organization_id', 'party_id', 'name', 'members', 'observations', 'reasons'] as const
  await store.copy('parties', partyColumns, [[organization, 'them', 'Them', 2, 2, '[]']])
})
afterAll(() => store.close())

const optional = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })
const asking = fc
  .record({
    source: optional('git', 'votes'),
    place: optional(
      { unit: 'code', surface: 'source' },
      { unit: 'code', surface: 'lines' },
      { unit: 'code', surface: 'tests' },
      { unit: 'code', surface: 'all' },
      { unit: 'code' },
      { unit: 'votes' },
      { unit: 'nothing' },
    ),
    kind: optional('commit.authored', 'vote.cast', 'none'),
    actor: optional('git:ada', 'git:zoë', `git:${'long'.repeat(50)}2`),
    party: optional('them', 'nobody'),
    q: optional('ADA', 'ärger', 'ärGER 100', 'x\u001f', 'nul\0', 'GRANTS', '100%_\\', 'ref3', 'zoË', '%'),
    from: optional('2026-01-02', '2026-01-01'),
    to: optional('2026-01-02', '2025-12-31'),
    asOf: optional('2026-01-01', '2025-12-31'),
    sort: fc.constantFrom('at', 'weight', 'actor', 'kind', 'row'),
    order: fc.constantFrom('asc', 'desc'),
    limit: fc.constantFrom(17, 40, 500),
  })
  .map(({ place, ...rest }) => {
    const asked = { ...rest, ...place }
    return Object.fromEntries(
      Object.entries(asked).filter(([, value]) => value !== undefined),
    ) as typeof asked
  })

describe('the list', () => {
  test('is what filtering and sorting by hand gives, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(asking, async ({ limit, ...asked }) => {
        const wanted = expected(asked as Partial<Asked>)
        expect(await everyPage(asked, limit)).toEqual({ found: wanted, total: wanted.length, exact: true })
      }),
      { numRuns: 150 },
    )
  })

  test('each order alone, both ways', async () => {
    for (const sort of ['at', 'weight', 'actor', 'kind', 'row'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        expect((await everyPage({ sort, order }, 13)).found).toEqual(expected({ sort, order }))
      }
    }
  })

  test('of a past day holds what was dated by then and what has no date', async () => {
    const asOf = '2026-01-01'
    const { found, total } = await everyPage({ asOf }, 500)
    expect(found).toEqual(expected({ asOf }))
    const undated = flat.filter(one => one.atMs === null).length
    expect(undated).toBeGreaterThan(0)
    expect(total).toBeGreaterThan(undated)
    expect((await everyPage({ asOf: '2025-12-31' }, 500)).total).toBe(undated)
  })

  test('rows say whose handle is whose', async () => {
    const answer = await page({ actor: 'git:ada', limit: 1 })
    expect(answer).toMatchObject({ value: { rows: [{ party: { id: 'them', name: 'Them' }, bot: false }] } })
    expect(await page({ actor: 'git:zoë', limit: 1 })).toMatchObject({
      value: { rows: [{ party: null, bot: true }] },
    })
  })

  test('refuses what is not there', async () => {
    expect(await page({ source: 'none' })).toMatchObject({ refusal: { code: 'source.unknown' } })
    expect(await page({ unit: 'none' })).toMatchObject({ refusal: { code: 'unit.unknown' } })
    expect(await page({ unit: 'code', surface: 'none' })).toMatchObject({ refusal: { code: 'unit.unknown' } })
  })

  test('a cursor is good for its own list only', async () => {
    const first = await page({ limit: 3 })
    const cursor = first.ok ? (first.value.next ?? '') : ''
    expect((await page({ limit: 5, cursor })).ok).toBe(true)
    const invalid = { refusal: { code: 'cursor.invalid' } }
    expect(await page({ cursor, order: 'asc' })).toMatchObject(invalid)
    expect(await page({ cursor, kind: 'vote.cast' })).toMatchObject(invalid)
    expect(await page({ cursor: 'nonsense' })).toMatchObject(invalid)
    expect(await page({ cursor: Buffer.from('[1,2]').toString('base64url') })).toMatchObject(invalid)
    await putReading(desk, organization, 'votes', { observations: given.votes })
    expect(await page({ cursor })).toMatchObject(invalid)
  })
})

describe('a list longer than one look', () => {
  const long = 'long'
  const rows = 10_500
  const every = (at: number, step: number, yes: string, no: string) => (at % step === 0 ? yes : no)
  const ofLong = Array.from({ length: rows }, (_, at): Observation => {
    const path = `src/${every(at, 700, 'rare', 'often')}/x.${every(at, 800, 'td', 'long')}`
    return {
      ...(given.git[0] as Observation),
      id: `long-${at}`,
      kind: 'commit.authored',
      actor: 'git:ada',
      atMs: Date.parse('2026-01-01') + ((at * 7_919) % rows) * 60_000,
      about: every(at, 900, 'Seldom', every(at, 2, 'half', 'other')),
      files: [{ path, added: 1, deleted: 0 }],
    } as Observation
  })
  const surfaces = {
    dense: 'src/**',
    sparse: 'src/rare/**',
    // What it ends with is not known to the database: nearly everything is looked at.
    tail: '**/*.[st]d',
  }

  beforeAll(async () => {
    const made = charterSchema.parse({
      ...charter,
      units: [
        {
          id: 'code',
          name: 'Code',
          surfaces: Object.entries(surfaces).map(([id, path]) => ({
            id,
            name: id,
            evidence: [{ source: 'git', kinds: ['commit.authored'], path }],
          })),
        },
      ],
    })
    await putOrganization(desk, long, made, true)
    await putReading(desk, long, 'git', { observations: ofLong })
  })

  const numbers = (holds: (at: number) => boolean) =>
    ofLong
      .flatMap((one, at) => (holds(at) ? [{ at: one.atMs ?? 0, row: at + 1 }] : []))
      .sort((a, b) => b.at - a.at)
      .map(one => `git ${one.row}`)

  test.each([
    ['few by text', { q: 'seldom' }, (at: number) => at % 900 === 0, true],
    ['many by text', { q: 'HALF' }, (at: number) => at % 2 === 0 && at % 900 !== 0, true],
    ['none by text', { q: 'nowhere' }, () => false, true],
    ['many of a path', { unit: 'code', surface: 'dense' }, () => true, false],
    ['few of a path', { unit: 'code', surface: 'sparse' }, (at: number) => at % 700 === 0, true],
    ['few by an ending', { unit: 'code', surface: 'tail' }, (at: number) => at % 800 === 0, false],
  ])('%s', async (_, asked, holds, exact) => {
    const wanted = numbers(holds)
    for (const limit of [4, 500]) {
      const answer = await everyPage(
        { organization: long, ...asked },
        limit === 4 ? Math.max(4, wanted.length >> 2) : limit,
      )
      expect(answer.found).toEqual(wanted)
      if (exact) expect(answer).toMatchObject({ total: wanted.length, exact })
      // Or there are more than it says.
      else if (!answer.exact) expect(answer.total).toBeLessThan(wanted.length)
      else expect(answer.total).toBe(wanted.length)
    }
  })

  test('a text on one day of several, by weight, all of which are equal', async () => {
    const day = Date.parse('2026-01-03')
    const wanted = ofLong
      .map((one, at) => ({ row: at + 1, atMs: one.atMs ?? 0, half: at % 2 === 0 && at % 900 !== 0 }))
      .filter(({ atMs, half }) => half && atMs >= day && atMs < day + 86_400_000)
      .map(({ row }) => `git ${row}`)
    expect(wanted.length).toBeGreaterThan(500)
    const asked = { organization: long, sort: 'weight', order: 'asc', q: 'half' } as const
    const answer = await everyPage({ ...asked, from: '2026-01-03', to: '2026-01-03' }, 200)
    expect(answer).toMatchObject({ found: wanted, total: wanted.length, exact: true })
  })
})

describe('as CSV', () => {
  test('it holds the same rows in the same order', async () => {
    const asked = { organization, sort: 'weight', order: 'asc', source: 'git', q: 'ref' }
    const call = callOf(desk, asked)
    const answer = await observationsHandlers[csvName](call)
    if (!answer.ok) throw new Error(answer.refusal.reason)
    const lines = (await whole(answer.value)).split('\r\n')
    expect(lines[0]).toBe(
      'source,row,kind,actor,name,party,party_name,bot,at,weight,asset,about,choice,reference',
    )
    const rows = lines.slice(1, -1).map(row => row.split(',').slice(0, 2).join(' '))
    expect(rows).toEqual(expected({ source: 'git', q: 'ref', sort: 'weight', order: 'asc' }))
    expect(call.headers.get('content-disposition')).toContain('observations.csv')
  })

  test('no cell runs as a formula, and numbers stay numbers', () => {
    expect(['=1+1', '+x', '-x', '@x', '\tx', '＝x'].map(csvCell).every(cell => /^"?'/.test(cell))).toBe(true)
    expect(['-12.5', 'a,b', 'a"b', 'a\nb', '', null, 3].map(csvCell)).toEqual([
      '-12.5',
      '"a,b"',
      '"a""b"',
      '"a\nb"',
      '',
      '',
      '3',
    ])
  })
})

describe('as JSON', () => {
  test('it holds the same rows in the same order, as the list has them, and says that these are all', async () => {
    const asked = { organization, sort: 'weight', order: 'asc', source: 'git', q: 'ref' }
    const call = callOf(desk, asked)
    const answer = await observationsHandlers[jsonName](call)
    if (!answer.ok) throw new Error(answer.refusal.reason)
    const { rows, more } = JSON.parse(await whole(answer.value)) as { rows: ObservationRow[]; more: boolean }
    const wanted = expected({ source: 'git', q: 'ref', sort: 'weight', order: 'asc' })
    expect(rows.map(({ source, row }) => `${source} ${row}`)).toEqual(wanted)
    expect(more).toBe(false)
    expect(call.headers.get('content-disposition')).toContain('observations.json')
    const listed = await page({ ...asked, limit: 20 })
    expect(listed.ok && listed.value.rows).toEqual(rows.slice(0, 20))
  })

  test('over the most it says that there are more; with nobody reading on it is left without an end', async () => {
    const filter = await filterOf(desk.store.db, { organization, sort: 'at', order: 'desc' })
    if (!filter.ok) throw new Error(filter.refusal.reason)
    const cut = JSON.parse(await whole(observationsJson(desk.store.db, filter.value, 3, running())))
    expect([cut.rows.length, cut.more]).toEqual([3, true])
    const stopped = await whole(observationsJson(desk.store.db, filter.value, 3, AbortSignal.abort()))
    expect(() => JSON.parse(stopped)).toThrow()
  })

  test('without a row it is a document too', async () => {
    const asked = { organization, q: 'nobody-at-all', sort: 'at', order: 'desc' }
    const answer = await observationsHandlers[jsonName](callOf(desk, asked))
    if (!answer.ok) throw new Error(answer.refusal.reason)
    expect(JSON.parse(await whole(answer.value))).toEqual({ rows: [], more: false })
  })
})

describe('one observation', () => {
  const ask = (source: string, row: number, of = organization) =>
    observationsHandlers[oneName](callOf(desk, { organization: of, source, row }))

  test('says everything, and which surfaces count it', async () => {
    const chosen = flat.find(
      one => one.source === 'git' && one.kind === 'commit.authored' && one.files === files[0],
    )
    const answer = await ask('git', chosen?.row ?? 0)
    expect(answer).toMatchObject({
      value: {
        id: chosen?.id,
        files: [{ path: 'src/a.ts', added: 1, deleted: 0 }],
        filesMore: 0,
        countedBy: [{ surface: 'source' }, { surface: 'lines', weight: '1' }, { surface: 'all' }],
      },
    })
  })

  test('is refused where it does not count', async () => {
    for (const refusedOne of [ask('git', 91), ask('gone', 1), ask('none', 1), ask('git', 1, 'none')]) {
      expect(await refusedOne).toMatchObject({ refusal: { code: 'observation.unknown' } })
    }
  })
})
