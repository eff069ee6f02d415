// What several proposals are told apart by: the fields in which they differ.
import type { Decision } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'

type Payload = Readonly<Record<string, unknown>>

interface Opening {
  readonly act?: { readonly alternatives?: readonly Payload[] }
}

const longest = 80

/** The same act done otherwise, as the opening has it. */
export function alternativesOf({ timeline }: Pick<Decision, 'timeline'>): readonly Payload[] {
  const opened = timeline.find(({ event }) => event === 'decision.opened')?.data as Opening | undefined
  return opened?.act?.alternatives ?? []
}

/** One line each, the first being the act itself: `Proposal 2: A better drill, drill2`. None where there is no choice. */
export function proposalWords(decision: Pick<Decision, 'payload' | 'names' | 'timeline'>): string[] {
  const others = alternativesOf(decision)
  if (others.length === 0) return []
  const all: readonly Payload[] = [decision.payload, ...others]
  const fields = [...new Set(all.flatMap(one => Object.keys(one)))]
  const differing = fields.filter(field => new Set(all.map(one => JSON.stringify(one[field]))).size > 1)
  return all.map((one, place) => {
    const name = text.decisions.options.proposal(String(place + 1))
    const told = differing.flatMap(field => {
      const value = one[field]
      if (typeof value === 'number') return [String(value)]
      return typeof value === 'string' ? [decision.names[value] ?? value] : []
    })
    const words = told.length === 0 ? name : `${name}: ${told.join(', ')}`
    return words.length > longest ? `${words.slice(0, longest - 1)}…` : words
  })
}
