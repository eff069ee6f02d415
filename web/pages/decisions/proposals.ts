// What several proposals are told apart by: the fields in which they differ.
import type { Decision } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import type { Naming } from '../../words/facts.ts'
import { fieldValue } from '../../words/payload-words.ts'
import { plainText } from '../../words/plain-text.ts'

type Payload = Readonly<Record<string, unknown>>

interface Opening {
  readonly act?: { readonly alternatives?: readonly Payload[] }
}

/** What is called what in it stands beside. */
type Proposed = Pick<Decision, 'type' | 'payload' | 'timeline'>

const longest = 80

/** The same act done otherwise, as the opening has it. */
export function alternativesOf({ timeline }: Pick<Decision, 'timeline'>): readonly Payload[] {
  const opened = timeline.find(({ event }) => event === 'decision.opened')?.data as Opening | undefined
  return opened?.act?.alternatives ?? []
}

/** One line each, the first being the act itself: `Proposal 2: A better drill, drill2`. None where there is no choice. */
export function proposalWords(decision: Proposed, naming: Naming): string[] {
  const others = alternativesOf(decision)
  if (others.length === 0) return []
  const all: readonly Payload[] = [decision.payload, ...others]
  const fields = [...new Set(all.flatMap(one => Object.keys(one)))]
  const differing = fields.filter(field => new Set(all.map(one => JSON.stringify(one[field]))).size > 1)
  return all.map((one, place) => {
    const name = text.decisions.options.proposal(String(place + 1))
    const told = differing.flatMap(field =>
      Object.hasOwn(one, field)
        ? [plainText(fieldValue({ type: decision.type, data: one }, field, naming))]
        : [],
    )
    const words = told.length === 0 ? name : `${name}: ${told.join(', ')}`
    return Array.from(words).length > longest
      ? `${Array.from(words)
          .slice(0, longest - 1)
          .join('')}…`
      : words
  })
}
