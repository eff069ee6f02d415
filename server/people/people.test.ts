// People through the front door: listed, made one, kept apart, called bots, edited; measured after each; taken back.
import type { Change } from '@equalizer/client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  acts,
  smallCharter,
  startOrganizations,
  type TestOrganization,
} from '../measures/test-organization.ts'

const path = '/api/organizations/{organization}'
let made: TestOrganization
let org = ''
let number = 0
const evidence = acts(
  'commit.authored',
  '2026-05-01 github:ada Ada Lovelace',
  '2026-05-02 github:ada Ada Lovelace',
  '2026-05-03 github:ada Ada Lovelace',
  '2026-05-04 email:ada@work.org Ada Lovelace',
  '2026-05-05 github:bo Bo',
  '2026-05-06 github:bo Bo',
  '2026-05-07 email:bo@home.org B.',
  '2026-05-08 github:cy',
  '2026-05-09 github:ci-bot CI',
)
beforeAll(async () => {
  made = await startOrganizations('2026-06-01')
})
afterAll(() => made.server.close())
beforeEach(async () => {
  number += 1
  org = `org-${number}`
  await made.make(org)
  await made.observe(org, evidence)
})

const call = () => made.server.stewardCall
type Answered<T> = { ok: true; value: T } | { ok: false; problem: { code: string } }

async function ok<T>(answer: Promise<Answered<T>>): Promise<T> {
  const got = await answer
  if (!got.ok) throw new Error(`refused: ${got.problem.code}`)
  return got.value
}
async function code(answer: Promise<Answered<unknown>>): Promise<string | null> {
  const got = await answer
  return got.ok ? null : got.problem.code
}
async function done(answer: Promise<Answered<Change>>): Promise<Change> {
  const change = await ok(answer)
  await made.server.desk.jobs.idle()
  return change
}

const list = (
  input: { q?: string; only?: 'all' | 'merged' | 'listed'; cursor?: string; limit?: number } = {},
) => ok(call()(`GET ${path}/people`, { organization: org, ...input }))
/** `name: handles` of every party, the handles sorted. */
async function parties(): Promise<string[]> {
  const { parties: all } = await list()
  return all
    .map(
      ({ name, members }) =>
        `${name}: ${members
          .map(({ actor }) => actor)
          .sort()
          .join(' ')}`,
    )
    .sort()
}
const merge = (actors: string[], name?: string) =>
  call()(`POST ${path}/people/merge`, { organization: org }, { body: { actors, ...(name ? { name } : {}) } })
const split = (party: string, actors: string[]) =>
  call()(`POST ${path}/people/split`, { organization: org }, { body: { party, actors } })
const bots = (actor: string, bot: boolean) =>
  call()(`POST ${path}/people/bots`, { organization: org }, { body: { actor, bot } })
const undo = (version: number) =>
  call()(`POST ${path}/changes/{version}/undo`, { organization: org, version })

const before = [
  'Ada Lovelace: email:ada@work.org github:ada',
  'B.: email:bo@home.org',
  'Bo: github:bo',
  'cy: github:cy',
]

describe('the list', () => {
  test('largest first, with handles and reasons; bots apart', async () => {
    const people = await list()
    expect(people.parties.map(({ name, observations }) => [name, observations])).toEqual([
      ['Ada Lovelace', 4],
      ['Bo', 2],
      expect.anything(),
      expect.anything(),
    ])
    expect(people.parties[0]).toMatchObject({
      members: [
        { actor: 'github:ada', observations: 3, person: null },
        { actor: 'email:ada@work.org', observations: 1 },
      ],
      reasons: [{ rule: 'equal name' }],
      people: [],
    })
    expect(people).toMatchObject({ total: 4, merged: 1, next: null })
    expect(people.bots).toEqual([
      { actor: 'github:ci-bot', name: 'CI', rule: 'the name ends in bot', observations: 1 },
    ])
  })

  test('page by page, nobody twice and nobody left out', async () => {
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ limit: 1, ...(cursor === undefined ? {} : { cursor }) })
      names.push(...page.parties.map(({ name }) => name))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(names).toHaveLength(4)
    expect(new Set(names)).toEqual(new Set(['Ada Lovelace', 'Bo', 'B.', 'cy']))
    const input = { organization: org, cursor: '1.x' }
    expect(await code(call()(`GET ${path}/people`, input))).toBe('cursor.invalid')
  })

  test('by part of a name or handle, which is taken as it stands', async () => {
    const found = async (q: string) => (await list({ q })).parties.map(({ name }) => name)
    expect(await found('LOVELACE')).toEqual(['Ada Lovelace'])
    expect(await found('work.org')).toEqual(['Ada Lovelace'])
    expect(await found('%')).toEqual([])
    expect(await found("' or 1=1 --")).toEqual([])
    expect((await list({ only: 'merged' })).parties.map(({ name }) => name)).toEqual(['Ada Lovelace'])
    expect((await list({ only: 'listed' })).parties).toEqual([])
  })
})

describe('making one', () => {
  test('handles become one person, by the name that is given; taken back they are who they were', async () => {
    const change = await done(merge(['github:bo', 'email:bo@home.org'], 'Bo Diddley'))
    expect(change).toMatchObject({
      kind: 'people.merged',
      facts: { names: ['Bo', 'B.'], person: 'bo-diddley' },
    })
    expect(await parties()).toContain('Bo Diddley: email:bo@home.org github:bo')
    const { parties: listed } = await list({ only: 'listed' })
    expect(listed).toMatchObject([{ people: [{ id: 'bo-diddley', name: 'Bo Diddley', employer: null }] }])
    await done(undo(change.version))
    expect(await parties()).toEqual(before)
  })

  test('without a name the one that most observations go with; later handles join the person', async () => {
    await done(merge(['email:bo@home.org', 'github:bo']))
    await done(merge(['github:bo', 'github:cy']))
    expect(await parties()).toContain('Bo: email:bo@home.org github:bo github:cy')
  })

  test('two people of the charter become the first of them', async () => {
    await done(merge(['email:bo@home.org', 'github:bo'], 'Bo'))
    await done(merge(['github:cy', 'github:ada'], 'Cy'))
    const change = await done(merge(['github:bo', 'github:cy']))
    expect(change.facts.person).toBe('bo')
    expect((await list()).parties).toMatchObject([{ name: 'Bo', people: [{ id: 'bo' }] }])
    await done(undo(change.version))
    expect((await list()).parties.map(({ name }) => name).sort()).toEqual(['Bo', 'Cy'])
  })

  test('what was kept apart before is one now', async () => {
    await done(
      split('github:ada', ['email:ada@work.org']).then(async answer => {
        // The party is called by the handle that stands first.
        return answer.ok ? answer : split('email:ada@work.org', ['email:ada@work.org'])
      }),
    )
    expect((await list({ only: 'merged' })).parties).toEqual([])
    await done(merge(['github:ada', 'email:ada@work.org']))
    expect(await parties()).toEqual(before)
  })

  test('a handle that nobody has seen is refused', async () => {
    expect(await code(merge(['github:ada', 'github:nobody']))).toBe('people.unknown_actor')
    expect(await parties()).toEqual(before)
  })
})

describe('keeping apart', () => {
  const partyOf = async (name: string) => (await list()).parties.find(one => one.name === name)?.id ?? ''

  test('a handle leaves what rules made one', async () => {
    const change = await done(split(await partyOf('Ada Lovelace'), ['email:ada@work.org']))
    expect(change).toMatchObject({ kind: 'people.split', facts: { name: 'Ada Lovelace' } })
    expect((await list()).total).toBe(5)
    await done(undo(change.version))
    expect(await parties()).toEqual(before)
  })

  test('a handle leaves a person of the charter; two that leave stay one', async () => {
    await done(merge(['github:ada', 'github:bo', 'email:bo@home.org', 'github:cy'], 'Crowd'))
    await done(split(await partyOf('Crowd'), ['github:bo', 'email:bo@home.org']))
    expect(await parties()).toEqual([
      'Bo: email:bo@home.org github:bo',
      'Crowd: email:ada@work.org github:ada github:cy',
    ])
  })

  test('one of an employer’s people leaves and stays a person', async () => {
    for (const [actor, name] of [
      ['github:bo', 'Bo'],
      ['github:cy', 'Cy'],
    ] as const) {
      const body = { actors: [actor], name, employer: 'Acme' }
      await done(call()(`PUT ${path}/people`, { organization: org }, { body }))
    }
    expect(await parties()).toContain('Acme: github:bo github:cy')
    await done(split(await partyOf('Acme'), ['github:cy']))
    expect((await list({ only: 'merged' })).parties.map(({ name }) => name)).toEqual(['Ada Lovelace'])
    expect((await list({ only: 'listed' })).total).toBe(2)
  })

  test('refusals', async () => {
    const ada = await partyOf('Ada Lovelace')
    expect(await code(split('github:nobody', ['github:ada']))).toBe('people.unknown_party')
    expect(await code(split(ada, ['github:bo']))).toBe('people.unknown_actor')
    expect(await code(split(ada, ['github:ada', 'email:ada@work.org']))).toBe('people.nothing_left')
  })
})

describe('bots', () => {
  test('a handle is a bot, and taken back it is not', async () => {
    const change = await done(bots('github:cy', true))
    expect((await list()).bots.map(({ actor }) => actor).sort()).toEqual(['github:ci-bot', 'github:cy'])
    await done(undo(change.version))
    expect(await parties()).toEqual(before)
  })

  test('a handle that a rule takes for a bot is none; a listed person can be called one', async () => {
    await done(bots('github:ci-bot', false))
    expect(await list()).toMatchObject({ bots: [], total: 5 })
    await done(bots('github:ci-bot', true))
    expect((await list()).bots.map(({ rule }) => rule)).toEqual(['listed in the charter'])
    expect((await list({ only: 'listed' })).total).toBe(0)
    await done(bots('github:ci-bot', false))
    expect((await list()).bots).toEqual([])
  })

  test('an unknown handle is refused', async () => {
    expect(await code(bots('github:nobody', true))).toBe('people.unknown_actor')
  })
})

test('a person is named and employed, and edited again by any of their handles', async () => {
  const put = (body: { actors: string[]; name: string; employer: string | null; payer?: string | null }) =>
    done(call()(`PUT ${path}/people`, { organization: org }, { body }))
  await put({ actors: ['github:bo', 'email:bo@home.org'], name: 'Bo', employer: 'Acme', payer: 'Acme' })
  await put({ actors: ['github:bo'], name: 'Bo D.', employer: null })
  expect((await list({ only: 'listed' })).parties).toMatchObject([
    { people: [{ id: 'bo', name: 'Bo D.', employer: null, payer: 'Acme' }], observations: 3 },
  ])
})

test('another organization’s people are not touched', async () => {
  const mine = org
  org = 'neighbour'
  await made.make(org, smallCharter())
  await made.observe(org, evidence)
  org = mine
  await done(merge(['github:bo', 'github:cy']))
  org = 'neighbour'
  expect(await parties()).toEqual(before)
})
