// Snapshot's numbers as we reckon them beside those of Snapshot's own package, on made-up proposals.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fc } from '@equalizer/testkit/laws'
import snapshot from '@snapshot-labs/snapshot.js'
import { describe, expect, test } from 'vitest'
import { snapshotScores } from './scores.ts'
import { type SnapshotBallot, type SnapshotType, snapshotTypes } from './vote.ts'

interface Voting {
  getScores(): number[]
  getScoresTotal(): number
}
type VotingClass = new (
  proposal: { choices: string[] },
  votes: readonly (SnapshotBallot & { scores: number[] })[],
  strategies: readonly object[],
  selected: unknown,
) => Voting

// Its types speak of another kind of module than the one it ships.
const { voting: theirs } = (
  snapshot as unknown as { utils: { voting: Readonly<Record<SnapshotType, VotingClass>> } }
).utils

function ofSnapshot(type: SnapshotType, options: number, ballots: readonly SnapshotBallot[]) {
  const choices = Array.from({ length: options }, (_, i) => `Option ${i + 1}`)
  const votes = ballots.map(ballot => ({ ...ballot, scores: [ballot.balance] }))
  const voting = new theirs[type]({ choices }, votes, [{ name: 'ticket' }], undefined)
  return { scores: voting.getScores(), total: voting.getScoresTotal() }
}

/** Powers as they come: whole ones, tied ones, none, dust and millions with eighteen decimals. */
const powers = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.double({ min: 0, max: 1e7, noNaN: true }),
  fc.constantFrom(0.1, 0.2, 0.3, 1e-18, 1234567.8901234567),
)

function choices(type: SnapshotType, options: number): fc.Arbitrary<unknown> {
  const all = Array.from({ length: options }, (_, i) => i + 1)
  const points = fc.oneof(fc.nat(100), fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(0))
  const shares = fc.dictionary(fc.constantFrom(...all.map(String)), points, { noNullPrototype: true })
  const whole = fc.shuffledSubarray(all, { minLength: options })
  const partial = fc.shuffledSubarray(all)
  const strange = fc.constantFrom<unknown>(
    0,
    -1,
    1.5,
    99,
    null,
    '',
    {},
    [],
    [0],
    [1, 1],
    [99],
    [1.5],
    { '0': 1 },
    { '1': -1 },
    { '1': '1' },
    { '99': 1 },
    { '1': 0 },
  )
  const usual = {
    'single-choice': fc.constantFrom<unknown>(...all),
    basic: fc.constantFrom<unknown>(...all),
    approval: partial,
    weighted: shares,
    quadratic: shares,
    'ranked-choice': whole,
    copeland: whole,
  }[type]
  return fc.oneof(
    { weight: 12, arbitrary: usual },
    { weight: 1, arbitrary: partial },
    { weight: 1, arbitrary: strange },
  )
}

const proposals = (type: SnapshotType) =>
  fc.integer({ min: 1, max: 6 }).chain(options =>
    fc.record({
      options: fc.constant(options),
      ballots: fc.array(fc.record({ choice: choices(type, options), balance: powers }), { maxLength: 25 }),
    }),
  )

describe('the same doubles as Snapshot, digit for digit', () => {
  test.each(snapshotTypes)('%s', type => {
    fc.assert(
      fc.property(proposals(type), ({ options, ballots }) => {
        expect(snapshotScores(type, options, ballots)).toEqual(ofSnapshot(type, options, ballots))
      }),
      { numRuns: 500 },
    )
  })

  test.each(snapshotTypes)('%s: no ballots', type => {
    expect(snapshotScores(type, 3, [])).toEqual(ofSnapshot(type, 3, []))
    expect(snapshotScores(type, 3, [])).toEqual({ scores: [0, 0, 0], total: 0 })
  })
})

/** The examples that Snapshot ships beside its own tests. */
const example = (name: string) => {
  const path = createRequire(import.meta.url).resolve(
    `@snapshot-labs/snapshot.js/src/voting/examples/${name}.json`,
  )
  return JSON.parse(readFileSync(path, 'utf8')) as {
    proposal: { choices: string[] }
    votes: SnapshotBallot[]
    scores: number[]
    scoresTotal: number
  }
}

describe("Snapshot's published examples", () => {
  test.each([
    ['single-choice', 'singleChoice'],
    ['approval', 'approval'],
    ['weighted', 'weighted'],
    ['quadratic', 'quadratic'],
    ['ranked-choice', 'rankedChoice'],
  ] as const)('%s', (type, name) => {
    const { proposal, votes, scores, scoresTotal } = example(name)
    expect(snapshotScores(type, proposal.choices.length, votes)).toEqual({ scores, total: scoresTotal })
  })

  test('copeland: what its own test remembers, and not the scores written in the example', () => {
    const { proposal, votes, scores } = example('copeland')
    const ours = snapshotScores('copeland', proposal.choices.length, votes).scores
    expect(ours).toEqual([1.4871794871794872, 1, 0.5128205128205128, 0])
    expect(ours).not.toEqual(scores)
  })
})
