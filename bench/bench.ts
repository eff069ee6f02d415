// A small harness: what we do and what it is measured against run in turn, and medians make one ratio.
export interface BenchLine {
  readonly name: string
  readonly ms: number
  readonly baseline: string
  readonly baselineMs: number
  readonly ratio: number
  /** The ratio may be at most this; null: only stated. */
  readonly limit: number | null
  /** Most memory, as a note says of what; taken in a process of its own, for earlier work hides it. Null: not looked at. */
  readonly peakBytes: number | null
  readonly peakLimitBytes: number | null
}

export interface BenchResult {
  readonly lines: readonly BenchLine[]
  /** What a reader must know to judge the figures; or why nothing was measured. */
  readonly notes: readonly string[]
}

export interface Bench {
  readonly name: string
  run(): Promise<BenchResult>
}

interface Comparison {
  readonly name: string
  readonly baseline: string
  readonly rounds: number
  readonly limit: number | null
  /** The result is looked at, so that the work cannot be left out as unused. */
  ours(): unknown
  theirs(): unknown
}

/** Runs both in turn, `rounds` times after one round to warm up. Milliseconds of wall time; memory is not looked at. */
export async function compare(comparison: Comparison): Promise<BenchLine> {
  const { name, baseline, limit, rounds } = comparison
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    const [first, second] = [await timed(comparison.theirs), await timed(comparison.ours)]
    if (round === 0) continue
    theirs.push(first)
    ours.push(second)
  }
  const [ms, baselineMs] = [median(ours), median(theirs)]
  return {
    name,
    ms,
    baseline,
    baselineMs,
    ratio: ms / baselineMs,
    limit,
    peakBytes: null,
    peakLimitBytes: null,
  }
}

async function timed(work: () => unknown): Promise<number> {
  collectGarbage()
  const start = performance.now()
  if ((await work()) === undefined) throw new Error('Work that gives nothing cannot be seen to be done')
  return performance.now() - start
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

function collectGarbage(): void {
  globalThis.gc?.()
}

/** Whether every limit of the line holds. */
export function holds(line: BenchLine): boolean {
  const quick = line.limit === null || line.ratio <= line.limit
  const small =
    line.peakLimitBytes === null || (line.peakBytes !== null && line.peakBytes <= line.peakLimitBytes)
  return quick && small
}
