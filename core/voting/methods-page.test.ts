// docs/methods.md as a test: every example is counted, and every method says what the others say.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ballotProblems } from './ballot-reader.ts'
import { type Choice, type Method, methods, type Rational } from './method.ts'
import { tally } from './tally.ts'

interface Example {
  readonly method: Method
  readonly options: readonly string[]
  readonly ballots: readonly (readonly [number, Choice])[]
  readonly result: {
    readonly scores: readonly string[]
    readonly ranking: readonly (readonly string[])[]
    readonly rounds?: readonly (readonly (number | null)[])[]
    readonly counted: number
    readonly abstained?: number
    readonly invalid?: number
  }
}

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'methods.md'), 'utf8')
const sections = new Map(
  page
    .split(/^## /m)
    .map(section => [section.split('\n')[0]?.toLowerCase().replaceAll(' ', '-') ?? '', section]),
)
/** The heading says "Instant run-off", the method is called instant-runoff. */
const sectionOf = (method: Method) => sections.get(method.replace('runoff', 'run-off')) ?? ''
const examplesOf = (section: string) =>
  [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json) as Example)

const spelled = ({ numerator, denominator }: Rational) =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`

function counted({ method, options, ballots }: Example): Example['result'] {
  const result = tally(
    method,
    options.length,
    ballots.map(([weight, choice]) => ({ weight: BigInt(weight), choice })),
  )
  const { abstained, invalid, rounds } = result
  return {
    scores: result.scores.map(spelled),
    ranking: result.ranking.map(tier => tier.map(option => options[option] ?? '')),
    ...(rounds && {
      rounds: rounds.map(round => round.weights.map(weight => (weight === null ? null : Number(weight)))),
    }),
    counted: Number(result.counted.weight),
    ...(abstained.ballots > 0 && { abstained: Number(abstained.weight) }),
    ...(invalid.ballots > 0 && { invalid: Number(invalid.weight) }),
  }
}

describe('docs/methods.md', () => {
  test.each(methods)('%s: its examples count as it says, one with a winner and one with a tie', method => {
    const examples = examplesOf(sectionOf(method))
    expect(examples.map(example => example.method)).toEqual(examples.map(() => method))
    expect(examples.map(counted)).toEqual(examples.map(({ result }) => result))
    const best = examples.map(({ result }) => Math.min(2, result.ranking[0]?.length ?? 0))
    expect([...new Set(best)].sort()).toEqual([1, 2])
  })

  test.each(methods)('%s: says what winner, tie, invalid, empty, quorum and abstain mean', method => {
    const rows = [...sectionOf(method).matchAll(/^\| ([A-Z][\w ]*) \| (.+) \|$/gm)].map(([, name]) => name)
    expect(rows).toEqual(['Ballot', 'Winner', 'Tie', 'Empty ballot', 'Abstain', 'Invalid ballot', 'Quorum'])
  })

  test('every refusal of a ballot is listed', () => {
    const listed = [...page.matchAll(/^\| `(ballot\.\w+)`/gm)].map(([, code]) => code)
    expect(listed).toEqual(Object.keys(ballotProblems))
  })
})
