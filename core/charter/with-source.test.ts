// Joining a source and taking it out again: what people said stays, whatever order sources came in.
import { describe, expect, test } from 'vitest'
import { type Charter, charterSchema } from './charter.ts'
import { inferCharter } from './infer.ts'
import { validCharter } from './valid.ts'
import { withoutSource, withSource } from './with-source.ts'

const git = { id: 'repo', kind: 'git', path: '.' } as const
const pulls = { id: 'pulls', kind: 'github', path: 'pulls.jsonl' } as const
const votes = { id: 'votes', kind: 'snapshot', path: 'votes' } as const
const comp = { id: 'comp', kind: 'holders', path: 'comp.csv', asset: 'COMP' } as const
const empty = inferCharter({ name: 'Test', sources: [] }).charter
const inferred = { given: false }
const given = { given: true }

function feeds(charter: Charter): string[] {
  return charter.units.flatMap(unit =>
    unit.surfaces.map(
      ({ id, evidence }) =>
        `${unit.id}/${id}: ${evidence.map(({ source, kinds }) => `${source} ${kinds.join('+')}`).join(', ')}`,
    ),
  )
}

describe('an inferred charter', () => {
  test('is what inferring all sources at once gives', () => {
    const one = [git, pulls, votes, comp].reduce(
      (charter, source) => withSource(charter, source, inferred),
      empty,
    )
    expect(one).toEqual(inferCharter({ name: 'Test', sources: [git, pulls, votes, comp] }).charter)
  })

  test('loses a source as if it had never come, and merge commits count again', () => {
    const both = withSource(withSource(empty, git, inferred), pulls, inferred)
    expect(feeds(both)).toContain('technology/merges: pulls pull.merged')
    expect(withoutSource(both, 'pulls', inferred)).toEqual(withSource(empty, git, inferred))
  })

  test('keeps names, sliders, people and bots that somebody set', () => {
    const before = withSource(empty, git, inferred)
    const said: Charter = {
      ...before,
      bots: ['github:ci'],
      people: [{ id: 'ada', name: 'Ada', identities: ['github:ada'] }],
      units: before.units.map(unit =>
        unit.id === 'technology' ? { ...unit, name: 'Code', declared: 40, target: { position: 60 } } : unit,
      ),
    }
    const after = withSource(said, votes, inferred)
    expect(after).toMatchObject({ bots: said.bots, people: said.people })
    expect(after.units.find(unit => unit.id === 'technology')).toEqual(
      said.units.find(unit => unit.id === 'technology'),
    )
    expect(feeds(after)).toContain('processes/votes: votes vote.cast')
    expect(withoutSource(after, 'votes', inferred)).toEqual(said)
  })

  test('believes what a source is known to tell, also when another one comes later', () => {
    const some = withSource(empty, pulls, { given: false, observationKinds: ['issue.opened'] })
    expect(feeds(some)).toEqual(['contributors/voices: pulls issue.opened'])
    expect(feeds(withSource(some, git, inferred))).toContain('technology/merges: repo commit.merged')
  })

  test('takes more sources of one kind than a surface used to have lines', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...git, id: `repo-${i}` }))
    const charter = many.reduce((before, source) => withSource(before, source, inferred), empty)
    expect(validCharter(charter).ok).toBe(true)
    const tokens = Array.from({ length: 60 }, (_, i) => ({ ...comp, id: `token-${i}` }))
    expect(validCharter(tokens.reduce((b, source) => withSource(b, source, inferred), empty)).ok).toBe(true)
  })
})

describe('a given charter', () => {
  const own = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'x', name: 'X' },
    units: [
      {
        id: 'technology',
        name: 'Our code',
        declared: 20,
        surfaces: [
          { id: 'merges', name: 'Who merges', evidence: [{ source: 'repo', kinds: ['commit.merged'] }] },
          { id: 'mine', name: 'Only ours', evidence: [{ source: 'repo', kinds: ['commit.authored'] }] },
        ],
      },
    ],
    sources: [git],
  })

  test('gets the usual surfaces of a new source in units of the same id, and units where they are missing', () => {
    expect(feeds(withSource(own, { ...git, id: 'second' }, given))).toEqual([
      'technology/merges: repo commit.merged, second commit.merged',
      'technology/mine: repo commit.authored',
      'technology/ships: second commit.authored+commit.coauthored',
      'technology/approves: second commit.approved',
    ])
    const voted = withSource(own, votes, given)
    expect(voted.units.map(unit => [unit.id, unit.declared])).toEqual([
      ['technology', 20],
      ['processes', null],
    ])
  })

  test('counts no merge twice where it counts merge commits already', () => {
    expect(feeds(withSource(own, pulls, given))).toContain('technology/merges: repo commit.merged')
  })

  test('that names the source already is left as it is written', () => {
    const named = { ...own, sources: [] }
    expect(withSource(named, git, given)).toEqual(own)
  })

  test('loses the lines of a source, its usual surfaces too, and keeps its own ones as reminders', () => {
    expect(feeds(withoutSource(own, 'repo', given))).toEqual(['technology/mine: '])
    const second = withSource(own, { ...git, id: 'second' }, given)
    expect(withoutSource(second, 'second', given)).toEqual(own)
  })

  test('is not changed by a source that no usual surface asks for', () => {
    const table = { id: 't', kind: 'table', path: 't.csv', mapping: { kind: 'content.removed' } } as const
    expect(withSource(own, table, given)).toEqual({ ...own, sources: [git, table] })
  })
})
