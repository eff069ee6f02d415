// Made-up votes from a seed: ballots of every method, and people of whom some delegate, in chains.
import type { Choice, Method } from '@equalizer/core'

/** A generator of whole numbers below a bound; small and good enough for made-up ballots (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export function choiceOf(method: Method, options: number, below: (bound: number) => number): Choice {
  switch (method) {
    case 'single-choice':
      return below(options)
    case 'approval':
      return shuffled(options, below).slice(0, 1 + below(3))
    case 'weighted':
    case 'quadratic':
    case 'score':
      return Object.fromEntries(
        shuffled(options, below)
          .slice(0, 1 + below(3))
          .map(option => [option, 1 + below(10)]),
      )
    default:
      return shuffled(options, below).slice(0, 1 + below(options))
  }
}

function shuffled(options: number, below: (bound: number) => number): number[] {
  const order = Array.from({ length: options }, (_, option) => option)
  for (let i = options - 1; i > 0; i -= 1) {
    const j = below(i + 1)
    ;[order[i], order[j]] = [order[j] as number, order[i] as number]
  }
  return order
}

export interface Electorate {
  readonly count: number
  readonly to: Int32Array
  readonly weights: BigUint64Array
  /** An option; undefined: has no ballot. */
  readonly choices: readonly (number | undefined)[]
  readonly longestChain: number
}

/**
 * `ballots` people vote and `delegating` do not; who delegates does so to anybody who came before, so that chains run together
 * and never in a circle. Weights reach past 32 bits.
 */
export function electorate(ballots: number, delegating: number, options: number): Electorate {
  const below = numbersFrom(2013)
  const count = ballots + delegating
  const [to, weights, hops] = [new Int32Array(count), new BigUint64Array(count), new Uint16Array(count)]
  const choices: (number | undefined)[] = []
  let longestChain = 0
  for (let row = 0, left = ballots; row < count; row += 1) {
    const votes = row === 0 || below(count - row) < left
    if (votes) left -= 1
    choices.push(votes ? below(options) : undefined)
    to[row] = votes ? -1 : below(row)
    weights[row] = BigInt(1 + below(1_000_000)) * 10_000_000n
    hops[row] = votes ? 0 : 1 + (hops[to[row] as number] as number)
    longestChain = Math.max(longestChain, hops[row] as number)
  }
  return { count, to, weights, choices, longestChain }
}
