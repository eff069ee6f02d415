// Inferring a charter, and writing one: what is written reads back as the same.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { charterSchema } from './charter.ts'
import { idFrom, inferCharter } from './infer.ts'
import { charterJsonSchema } from './json-schema.ts'
import { readCharter } from './read.ts'
import { writeCharter } from './write.ts'

const git = { id: 'repo', kind: 'git', path: '.' } as const
const pulls = { id: 'pulls', kind: 'github', path: 'pulls.jsonl' } as const
const votes = { id: 'votes', kind: 'snapshot', path: 'votes' } as const
const holders = (id: string, asset?: string) =>
  ({ id, kind: 'holders', path: `${id}.csv`, ...(asset ? { asset } : {}) }) as const

function surfacesOf(sources: Parameters<typeof inferCharter>[0]['sources']): string[] {
  const { charter } = inferCharter({ name: 'Test', sources })
  return charter.units.flatMap(unit =>
    unit.surfaces.map(({ id, necessary, evidence }) => {
      const from = evidence.map(({ source, kinds }) => `${source}: ${kinds.join('+')}`).join('; ')
      return `${unit.id}/${id}${necessary ? '' : ' (shown)'}: ${from}`
    }),
  )
}

describe('inferring', () => {
  test('a repository tells about technology alone; the other units stay, empty', () => {
    expect(surfacesOf([git])).toEqual([
      'technology/ships: repo: commit.authored+commit.coauthored',
      'technology/approves: repo: commit.approved',
      'technology/merges: repo: commit.merged',
    ])
    const { charter, notes } = inferCharter({ name: 'Köln DAO', sources: [git] })
    expect(charter.organization).toMatchObject({ id: 'koln-dao', name: 'Köln DAO' })
    expect(charter.units.map(unit => unit.declared)).toEqual([null, null, null, null, null])
    expect(notes).toContain(
      'Nothing that was found tells about Core team, External contributors, Finance, Internal processes.',
    )
  })

  test('who merges comes from pull requests where there are any, so that no merge counts twice', () => {
    expect(surfacesOf([git, pulls]).find(line => line.startsWith('technology/merges'))).toBe(
      'technology/merges: pulls: pull.merged',
    )
  })

  test('holdings count only where there are no votes, each token by itself', () => {
    expect(surfacesOf([holders('comp')])).toEqual(['finance/holds: comp: balance.held'])
    expect(surfacesOf([holders('comp', 'COMP'), holders('uni'), votes])).toEqual([
      'finance/holds-comp (shown): comp: balance.held',
      'finance/holds-uni (shown): uni: balance.held',
      'processes/votes: votes: vote.cast',
      'processes/proposes (shown): votes: proposal.created',
    ])
  })

  test('keys need a threshold, an override stands alone', () => {
    const { charter } = inferCharter({
      name: 'T',
      sources: [{ id: 'keys', kind: 'operators', path: 'o.yaml' }],
    })
    const decides = charter.units.flatMap(unit => unit.surfaces.map(({ id, decides }) => `${id} ${decides}`))
    expect(decides).toEqual(['keys threshold', 'nodes share', 'override override', 'signs threshold'])
  })

  test('kinds of a table that no surface asks for are told', () => {
    const mapping = { kind: 'content.removed' }
    const { charter, notes } = inferCharter({
      name: 'T',
      sources: [{ id: 't', kind: 'table', path: 't.csv', mapping }],
    })
    expect(charter.units.every(unit => unit.surfaces.length === 0)).toBe(true)
    expect(notes.at(-1)).toBe('No surface asks for content.removed; a charter can add one.')
  })

  test('any name gives an id that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        expect(idFrom(name, 'fallback')).toMatch(/^[a-z0-9][a-z0-9_-]{0,62}$/)
      }),
    )
  })
})

describe('writing', () => {
  const full = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'x', name: 'a: "b" # c', simulated: true },
    people: [
      { id: 'ada', name: 'null', identities: ['email:ada@x.org', 'name:Ada, the first'], employer: 'yes' },
    ],
    bots: ['github:*[bot]'],
    merging: { employer: false, apart: [['name:A', 'name:B']] },
    groups: [{ id: 'g', name: '1', members: ['ada'] }],
    units: [
      {
        id: 'u',
        name: '- u',
        declared: 0,
        target: { position: 50, by: '2027-01-01' },
        surfaces: [
          {
            id: 's',
            name: 'S',
            necessary: false,
            decides: { share: '2/3' },
            blocks: true,
            evidence: [{ source: 'r', kinds: ['vote.cast'], about: '*', weigh: 'count' }],
          },
        ],
      },
    ],
    sources: [{ id: 'r', kind: 'snapshot', path: 'a b.csv', supply: '1000000000000000000000000' }],
  })

  test.each([
    ['everything', full],
    ['almost nothing', charterSchema.parse({ equalizer: 1, organization: { id: 'x', name: 'X' } })],
    ['an inferred one', inferCharter({ name: 'T', sources: [git, pulls, votes, holders('comp')] }).charter],
  ])('%s reads back as the same', (_, charter) => {
    expect(readCharter(writeCharter(charter), 'c')).toMatchObject({ ok: true, value: charter })
  })

  test('it teaches by comments and names the schema on the first line', () => {
    const text = writeCharter(full, { schema: 'a.json\nequalizer: 2' })
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=a.jsonequalizer: 2')
    expect(text).toContain('# The parts that can be handed over one by one.')
    expect(text).not.toContain('noreply')
  })

  test('any name survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), name => {
        const charter = charterSchema.parse({ equalizer: 1, organization: { id: 'x', name } })
        expect(readCharter(writeCharter(charter), 'c')).toMatchObject({ ok: true, value: charter })
      }),
    )
  })
})

test('the JSON schema asks for no more than a charter must have', () => {
  const schema = charterJsonSchema()
  expect(schema.required).toEqual(['equalizer', 'organization'])
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})
