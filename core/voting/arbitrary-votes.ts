// Made-up votes for the tests of laws: every method, a few options, ballots of every kind.
import fc from 'fast-check'
import { type Ballot, type Choice, type Method, methods } from './method.ts'

export interface Vote {
  readonly method: Method
  readonly options: number
  readonly ballots: readonly Ballot[]
}

/** Small ones, so that ties happen, and some far beyond what a double holds. */
const weights = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt(0n, 4n) },
  { weight: 1, arbitrary: fc.bigInt(2n ** 31n, 2n ** 34n) },
  { weight: 1, arbitrary: fc.bigInt(2n ** 60n, 2n ** 130n) },
)

const lists = (options: number) => fc.shuffledSubarray(Array.from({ length: options }, (_, option) => option))

const records = (options: number, least: number, most: number) =>
  fc.dictionary(fc.integer({ min: 0, max: options - 1 }).map(String), fc.integer({ min: least, max: most }), {
    maxKeys: options,
    noNullPrototype: true,
  })

function accepted(method: Method, options: number): fc.Arbitrary<Choice> {
  switch (method) {
    case 'single-choice':
      return fc.integer({ min: 0, max: options - 1 })
    case 'approval':
    case 'instant-runoff':
      return lists(options)
    case 'schulze':
    case 'copeland':
      return fc.oneof(lists(options), records(options, 1, options))
    case 'score':
      return records(options, 0, 10)
    default:
      return records(options, 0, Math.floor(1_000 / options))
  }
}

const refusedChoices = fc.constantFrom<Choice>(-1, 0.5, Number.NaN, [0, 0], [99], { '99': 1 }, { '0': -1 })

/** @param among the methods to choose from; all unless said */
export function votes(among: readonly Method[] = methods): fc.Arbitrary<Vote> {
  return fc
    .record({ method: fc.constantFrom(...among), options: fc.integer({ min: 1, max: 5 }) })
    .chain(({ method, options }) => {
      const choice = fc.oneof(
        { weight: 20, arbitrary: accepted(method, options) },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: refusedChoices },
      )
      const ballots = fc.array(fc.record({ weight: weights, choice }), { maxLength: 12 })
      return ballots.map(made => ({ method, options, ballots: made }))
    })
}

/** The same choice with every option renamed: option i becomes names[i]. */
export function renamed(choice: Choice, names: readonly number[]): Choice {
  const name = (option: number) => names[option] ?? option
  if (choice === null) return null
  if (typeof choice === 'number') return name(choice)
  if (Array.isArray(choice)) return choice.map(name)
  return Object.fromEntries(Object.entries(choice).map(([option, value]) => [name(Number(option)), value]))
}
