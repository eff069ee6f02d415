// Counting votes: a million ballots with chains of delegations, every method, and a real election from its file.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ballotColumns, exerciseColumns, type Method, methods, tally, tallyColumns } from '@equalizer/core'
import { sharedData } from '@equalizer/testkit/shared-data'
import { type Bench, type BenchLine, type BenchResult, compare } from './bench.ts'
import { minneapolis, minneapolisBallots, unzipped } from './tally-minneapolis.ts'
import { choiceOf, electorate, numbersFrom } from './tally-votes.ts'

const options = 8
const rounds = 9
const warmings = 20
const million = { ballots: 1_000_000, delegating: 500_000 }
const each = 100_000

function delegated() {
  const { to, weights, choices, count, longestChain } = electorate(
    million.ballots,
    million.delegating,
    options,
  )
  const columns = ballotColumns('single-choice', options, choices)
  const counted = () => {
    const { exercised } = exerciseColumns({ count, to, voted: columns.state, weights })
    return tallyColumns('single-choice', options, columns, exercised)
  }
  return { to, weights, columns, longestChain, count: counted }
}

type Delegated = ReturnType<typeof delegated>

/** Every number of every array is looked at once, and no more. */
function onePass({ to, weights, columns }: Pick<Delegated, 'to' | 'weights' | 'columns'>): number {
  const { count, state, starts, options: marked } = columns
  const halves = new Uint32Array(weights.buffer)
  let [sum, at] = [0, 0]
  for (let row = 0; row < count; row += 1) {
    const end = starts[row + 1] as number
    for (; at < end; at += 1) sum += marked[at] as number
    sum += (to[row] as number) + (state[row] as number)
    sum += (halves[2 * row] as number) + (halves[2 * row + 1] as number)
  }
  return sum
}

/** Long enough that neither side is still being compiled when the clock runs. */
function warm(...works: (() => unknown)[]): void {
  for (let i = 0; i < warmings; i += 1) for (const work of works) work()
}

async function manyDelegated(): Promise<BenchResult> {
  const vote = delegated()
  warm(vote.count, () => onePass(vote))
  const line = await compare({
    name: `${million.ballots.toLocaleString('en')} ballots, chains of delegations`,
    baseline: 'one pass over the same arrays',
    rounds,
    limit: 12,
    ours: vote.count,
    theirs: () => onePass(vote),
  })
  const notes = [
    `Besides those who vote, ${million.delegating.toLocaleString('en')} delegate, in chains of up to ${vote.longestChain} hops; single choice among ${options}.`,
    'Ballots lie in columns, read and checked before; who exercises what is found anew each time. The pass only adds up.',
  ]
  return { lines: [{ ...line, peakBytes: await peakApart('delegated') }], notes }
}

/** The same ballots one by one, as they come, checked on the way, and in columns. */
async function byMethod(method: Method): Promise<BenchLine[]> {
  const below = numbersFrom(1)
  const ballots = Array.from({ length: each }, () => ({
    weight: BigInt(1 + below(1_000_000)) * 10_000_000n,
    choice: choiceOf(method, options, below),
  }))
  const columns = ballotColumns(
    method,
    options,
    ballots.map(({ choice }) => choice),
  )
  const weights = BigUint64Array.from(ballots, ({ weight }) => weight)
  const to = new Int32Array(each)
  const pass = () => onePass({ to, weights, columns })
  const inColumns = () => tallyColumns(method, options, columns, weights)
  warm(pass, inColumns)
  const named = (how: string) => `${each.toLocaleString('en')} ballots, ${method}, ${how}`
  const columnsAgainst = { baseline: 'one pass over the columns', rounds, limit: null, theirs: pass }
  const ballotsAgainst = { baseline: 'adding up their weights', rounds, limit: null }
  return [
    await compare({ ...columnsAgainst, name: named('columns'), ours: inColumns }),
    await compare({
      ...ballotsAgainst,
      name: named('one by one'),
      ours: () => tally(method, options, ballots),
      theirs: () => ballots.reduce((sum, { weight }) => sum + weight, 0n),
    }),
  ]
}

async function election(): Promise<BenchResult> {
  const path = sharedData(minneapolisBallots)
  if (path === null) {
    const missing = `Not measured: the shared data set ${minneapolisBallots} is absent.`
    console.warn(missing)
    return { lines: [], notes: [missing] }
  }
  const found = minneapolis(path)
  if (found.winner !== 'BETSY HODGES') throw new Error(`The run-off was won by ${found.winner}`)
  const line = await compare({
    name: 'Minneapolis 2013, file to winner',
    baseline: 'read and gunzip the file',
    rounds,
    limit: null,
    ours: () => minneapolis(path),
    theirs: () => unzipped(path).length,
  })
  const counted = `${found.ballots.toLocaleString('en')} ballots count, ${found.rounds} rounds`
  return { lines: [{ ...line, peakBytes: await peakApart('election') }], notes: [`Minneapolis: ${counted}.`] }
}

export const tallyBench: Bench = {
  name: 'tally',
  async run() {
    const many = await manyDelegated()
    const perMethod: BenchLine[] = []
    for (const method of methods) perMethod.push(...(await byMethod(method)))
    const real = await election()
    return {
      lines: [...many.lines, ...perMethod, ...real.lines],
      notes: [
        ...many.notes,
        ...real.notes,
        'Medians. Memory is the most above the start, of a process that makes or reads the ballots and counts them once.',
      ],
    }
  },
}

/** In a process of its own, because memory that an earlier round took is not given back. */
async function peakApart(work: 'delegated' | 'election'): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), work])
  return Number(stdout)
}

const [work] = process.argv.slice(2)
if (import.meta.main && work !== undefined) {
  const start = process.memoryUsage.rss()
  const path = sharedData(minneapolisBallots)
  if (work === 'delegated') delegated().count()
  else if (path !== null) minneapolis(path)
  console.log(process.resourceUsage().maxRSS * 1024 - start)
}
