// Who is whom: every rule of merging, what keeps people apart, and what is a machine.
import { describe, expect, test } from 'vitest'
import type { KnownPerson } from './known-person.ts'
import { type MergingRules, resolveIdentities, type SameClaim } from './resolve.ts'
import type { SeenActor } from './seen-actor.ts'

const rules: MergingRules = {
  mailmap: true,
  noreply: true,
  name: true,
  employer: true,
  payer: true,
  funder: true,
  apart: [],
}

function seen(actor: string, name?: string, observations = 1): SeenActor {
  return { actor, names: new Map(name === undefined ? [] : [[name, observations]]), observations }
}

function resolve(
  actors: readonly SeenActor[],
  more: { claims?: SameClaim[]; people?: KnownPerson[]; bots?: string[]; rules?: Partial<MergingRules> } = {},
) {
  return resolveIdentities({
    seen: actors,
    claims: more.claims ?? [],
    people: more.people ?? [],
    bots: more.bots ?? [],
    rules: { ...rules, ...more.rules },
  })
}

const ada: KnownPerson = { id: 'ada', name: 'Ada Lovelace', identities: ['email:ada@a.org', 'github:Ada'] }

describe('one person', () => {
  test('the charter joins handles across sources, without regard to case', () => {
    const found = resolve([seen('email:ADA@a.org'), seen('github:ada'), seen('github:bo')], { people: [ada] })
    expect(found.partyOf.get('email:ADA@a.org')).toBe('person:ada')
    expect(found.partyOf.get('github:ada')).toBe('person:ada')
    expect(found.partyOf.get('github:bo')).toBe('github:bo')
    expect(found.parties.get('person:ada')?.reasons.map(reason => reason.rule)).toContain('charter')
  })

  test('a no-reply address is the login it names', () => {
    const found = resolve([seen('email:123+bo@users.noreply.github.com'), seen('github:bo')])
    expect(new Set(found.partyOf.values()).size).toBe(1)
  })

  test('a mailmap line joins two addresses, and can be switched off', () => {
    const claims = [{ a: 'email:old@x.org', b: 'email:new@x.org', rule: 'mailmap', detail: 'old is new' }]
    const actors = [seen('email:old@x.org'), seen('email:new@x.org')]
    expect(new Set(resolve(actors, { claims }).partyOf.values()).size).toBe(1)
    expect(new Set(resolve(actors, { claims, rules: { mailmap: false } }).partyOf.values()).size).toBe(2)
  })

  test('equal full names join, short ones are only suggested', () => {
    const full = resolve([seen('email:a@x.org', 'Ada  Lovelace'), seen('email:b@y.org', 'ada lovelace')])
    expect(new Set(full.partyOf.values()).size).toBe(1)
    const short = resolve([seen('email:a@x.org', 'Wanda'), seen('email:b@y.org', 'wanda')])
    expect(new Set(short.partyOf.values()).size).toBe(2)
    expect(short.suggestions.map(one => one.reason)).toContain('the same short name, Wanda: one person?')
  })

  test('characters that nobody sees make no second person; look-alike letters are suggested', () => {
    const unseen = resolve([
      seen('email:a@x.org', 'Ada\u200b Love\u00adlace'),
      seen('email:b@y.org', 'ADA LOVELACE'),
    ])
    expect(unseen.parties.size).toBe(1)
    const cyrillic = resolve([
      seen('email:a@x.org', '\u0410d\u0430 Lovel\u0430ce'),
      seen('email:b@y.org', 'Ada Lovelace'),
    ])
    expect(cyrillic.parties.size).toBe(2)
    expect(cyrillic.suggestions).toMatchObject([{ actors: ['email:a@x.org', 'email:b@y.org'] }])
    const apart = [['email:a@x.org', 'email:b@y.org']]
    const namesakes = resolve(
      [seen('email:a@x.org', 'Ada Lovelace'), seen('email:b@y.org', 'Ada Lovelace')],
      {
        rules: { apart },
      },
    )
    expect(namesakes).toMatchObject({ suggestions: [], parties: { size: 2 } })
  })

  test('a name that very many share is a placeholder, and joins nobody', () => {
    const actors = Array.from({ length: 50_000 }, (_, index) => seen(`email:u${index}@x.org`, 'Not Given'))
    expect(new Set(resolve(actors).partyOf.values()).size).toBe(50_000)
    expect(new Set(resolve(actors.slice(0, 10)).partyOf.values()).size).toBe(1)
    expect(new Set(resolve(actors.slice(0, 11)).partyOf.values()).size).toBe(11)
  })

  test('who must stay apart stays apart, even through a third', () => {
    const actors = [
      seen('email:a@x.org', 'Ada Lovelace'),
      seen('email:b@y.org', 'Ada Lovelace'),
      seen('email:c@z.org', 'Ada Lovelace'),
    ]
    const found = resolve(actors, { rules: { apart: [['email:a@x.org', 'email:b@y.org']] } })
    expect(found.partyOf.get('email:a@x.org')).not.toBe(found.partyOf.get('email:b@y.org'))
    expect(new Set(found.partyOf.values()).size).toBe(2)
  })

  test('the order of reading changes nothing', () => {
    const actors = [
      seen('email:1+bo@users.noreply.github.com', 'Bo Diddley'),
      seen('github:bo'),
      seen('email:bo@x.org', 'Bo Diddley', 9),
      seen('email:cy@x.org', 'Cy Twombly'),
    ]
    const forward = resolve(actors)
    const backward = resolve([...actors].reverse())
    expect([...backward.partyOf].sort()).toEqual([...forward.partyOf].sort())
    expect([...backward.parties.keys()].sort()).toEqual([...forward.parties.keys()].sort())
  })
})

describe('one party', () => {
  const people: KnownPerson[] = [
    { ...ada, employer: 'Acme' },
    { id: 'bo', name: 'Bo', identities: ['github:bo'], employer: 'Acme' },
    { id: 'cy', name: 'Cy', identities: ['github:cy'], funder: 'Fund' },
  ]
  const actors = [seen('github:ada'), seen('github:bo'), seen('github:cy')]

  test('people of one employer count as one, named after it', () => {
    const found = resolve(actors, { people })
    expect(found.partyOf.get('github:ada')).toBe('organization:acme')
    expect(found.partyOf.get('github:bo')).toBe('organization:acme')
    expect(found.partyOf.get('github:cy')).toBe('organization:fund')
    expect(found.parties.get('organization:acme')?.name).toBe('Acme')
  })

  test('who employs one and pays another is one party', () => {
    const mixed = [
      people[0],
      { id: 'bo', name: 'Bo', identities: ['github:bo'], payer: 'acme' },
    ] as KnownPerson[]
    const found = resolve(actors, { people: mixed })
    expect(found.partyOf.get('github:bo')).toBe(found.partyOf.get('github:ada'))
  })

  test('an organization that decentralizes among its own employees switches that off', () => {
    const found = resolve(actors, { people, rules: { employer: false } })
    expect(found.partyOf.get('github:ada')).not.toBe(found.partyOf.get('github:bo'))
  })
})

describe('bots', () => {
  test('machines are dropped, by name, by address and by the charter', () => {
    const found = resolve(
      [
        seen('email:49699333+dependabot[bot]@users.noreply.github.com', 'dependabot[bot]', 5),
        seen('github:eth-bot'),
        seen('email:noreply@ci.example.org', 'CI'),
        seen('github:release-robot'),
        seen('github:abbot'),
      ],
      { bots: ['github:release-*'] },
    )
    expect(found.bots.map(bot => bot.actor).sort()).toEqual([
      'email:49699333+dependabot[bot]@users.noreply.github.com',
      'email:noreply@ci.example.org',
      'github:eth-bot',
      'github:release-robot',
    ])
    expect(found.partyOf.get('github:abbot')).toBe('github:abbot')
  })

  test('a person of the charter is no bot, whatever the name', () => {
    const people = [{ id: 'rob', name: 'Rob Bot', identities: ['github:rob-bot'] }]
    expect(resolve([seen('github:rob-bot')], { people }).bots).toEqual([])
  })
})
