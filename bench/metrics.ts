// Nine metrics against a plain typed-array sort of the same numbers, and the exact path for amounts beyond a double.
import { concentrationProfile } from '@equalizer/measure'
import { type Bench, type BenchLine, compare } from './bench.ts'

const rounds = 7
const atMost = 2

/** A fixed linear congruential generator, so that every run sorts the same numbers; 0 < value <= 1. */
function generator(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 1) / 2 ** 32
  }
}

/** A Pareto tail, as holdings have: a few very large, many small. */
function pareto(count: number, unit: (value: number) => number): Float64Array {
  const next = generator()
  return Float64Array.from({ length: count }, () => unit(100 * next() ** -0.9))
}

function againstSort(name: string, weights: Float64Array): Promise<BenchLine> {
  return compare({
    name,
    baseline: 'copy and sort of a Float64Array',
    rounds,
    limit: atMost,
    ours: () => concentrationProfile(weights),
    theirs: () => new Float64Array(weights).sort(),
  })
}

export const metricsBench: Bench = {
  name: 'metrics',
  async run() {
    const lines = [
      await againstSort('nine metrics, 1,000,000 whole numbers', pareto(1_000_000, Math.floor)),
      await againstSort(
        'nine metrics, 1,000,000 reals',
        pareto(1_000_000, value => value),
      ),
      await againstSort('nine metrics, 5,000,000 whole numbers', pareto(5_000_000, Math.floor)),
      await againstSort(
        'nine metrics, 5,000,000 reals',
        pareto(5_000_000, value => value),
      ),
    ]
    const next = generator()
    const wei = Array.from(pareto(252_803, Math.floor), tokens => {
      return BigInt(tokens) * 10n ** 18n + BigInt(Math.floor(next() * 1e9))
    })
    lines.push(
      await compare({
        name: 'nine metrics, 252,803 amounts in wei, exact',
        baseline: 'sort of the bigints with a comparison',
        rounds,
        limit: null,
        ours: () => concentrationProfile(wei),
        theirs: () => wei.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)),
      }),
    )
    return {
      lines,
      notes: [
        `Medians of ${rounds} rounds in turn. Totals and counts of parties are exact for all of these.`,
      ],
    }
  },
}
