// A refusal in the reader's language where its code is known, else in the server's own sentence.
import type { Problem } from '@equalizer/client'
import { text } from '../messages/text.ts'

type Facts = Problem['facts']
type Wording = string | ((facts: Facts) => string)

function wordingOf({ code }: Problem): Wording | undefined {
  const known: Readonly<Record<string, Wording>> = text.problems.codes
  return Object.hasOwn(known, code) ? known[code] : undefined
}

/** One sentence; English comes from the server, which knows most. */
export function problemWords(problem: Problem): string {
  const wording = wordingOf(problem)
  if (wording === undefined) return problem.reason
  return typeof wording === 'string' ? wording : wording(problem.facts)
}

/** The few words above it. */
export function problemTitle({ code }: Problem): string {
  const { titles } = text.problems
  if (code === 'server.unreachable') return titles.unreachable
  if (code.startsWith('access.')) return titles.notAllowed
  if (/\.(?:unknown|not_found)$/.test(code)) return titles.missing
  if (code === 'page.fault' || code.startsWith('server.')) return titles.fault
  return titles.refused
}
