// A ballot while it is being filled in, by method, and the choice that it comes to.
import type { Choice } from '../words.ts'

export type Form = 'single' | 'approval' | 'ranking' | 'points'

export interface Draft {
  readonly single: number | null
  /** Marked, or ranked from the best. */
  readonly list: readonly number[]
  readonly points: Readonly<Record<string, number>>
}

/** What one ballot shares out at most, by the limits of the door. */
export const ballotPoints = 1_000
/** Where points are shared out, a hundred are easy to think in; any total counts by its proportions. */
export const sharedPoints = 100

export function formOf(method: string): Form {
  if (method === 'single-choice') return 'single'
  if (method === 'approval') return 'approval'
  return method === 'weighted' || method === 'quadratic' || method === 'score' ? 'points' : 'ranking'
}

const empty: Draft = { single: null, list: [], points: {} }

/** Begins with the ballot that was cast before. A ranking with shared places becomes one in a row. */
export function draftFrom(choice: Choice | undefined, method: string): Draft {
  if (choice === null || choice === undefined) return empty
  if (typeof choice === 'number') return { ...empty, single: choice }
  if (Array.isArray(choice)) return { ...empty, list: choice.map(Number) }
  if (typeof choice !== 'object') return empty
  const points = Object.fromEntries(Object.entries(choice).map(([option, value]) => [option, Number(value)]))
  if (formOf(method) === 'points') return { ...empty, points }
  const list = Object.entries(points)
    .sort((a, b) => a[1] - b[1])
    .map(([option]) => Number(option))
  return { ...empty, list }
}

/** undefined: nothing is filled in that could be cast. */
export function choiceOf({ single, list, points }: Draft, method: string): NonNullable<Choice> | undefined {
  switch (formOf(method)) {
    case 'single':
      return single ?? undefined
    case 'approval':
    case 'ranking':
      return list.length === 0 ? undefined : [...list]
    case 'points': {
      const marked = Object.entries(points).filter(([, value]) => value > 0)
      if (marked.length === 0) return undefined
      // In a score vote, 0 says something; where points are shared out, it says nothing.
      return method === 'score' ? { ...points } : Object.fromEntries(marked)
    }
  }
}

/** Puts one option a place up or down; at the ends nothing moves. */
export function moved(list: readonly number[], option: number, by: -1 | 1): number[] {
  const from = list.indexOf(option)
  const to = from + by
  if (from < 0 || to < 0 || to >= list.length) return [...list]
  const without = list.filter(other => other !== option)
  return [...without.slice(0, to), option, ...without.slice(to)]
}

/** Points that are still to be shared out; null: each option has points of its own. */
export function leftOf({ points }: Draft, method: string): number | null {
  if (method === 'score') return null
  return sharedPoints - Object.values(points).reduce((sum, value) => sum + value, 0)
}

/** The most that an option can have now. */
export function mostOf(draft: Draft, option: number, method: string, scoreMax: number): number {
  const left = leftOf(draft, method)
  return left === null ? Math.min(scoreMax, ballotPoints) : (draft.points[option] ?? 0) + Math.max(0, left)
}

export const scoreMaxOf = ({ scoreMax }: { readonly scoreMax?: number }): number => scoreMax ?? 10
