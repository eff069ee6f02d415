// The measures' sentences in the reader's language: rendered from their facts, or as the server said them.
import type { Report, Said, UnitReport } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { surfaceName } from './surface-name.ts'

type Explanation = UnitReport['explanation']
type Headline = Report['headline']

const ofOneSurface = new Set(['surface', 'heldBy', 'by'])

/** Surfaces are facts by their names; those of the own log have one in each language. */
function withSurfaceNames(facts: Said['facts']): Said['facts'] {
  const named = Object.entries(facts).map(([key, value]) => {
    if (ofOneSurface.has(key) && typeof value === 'string') return [key, surfaceName(value)]
    if (key === 'surfaces' && Array.isArray(value)) return [key, value.map(one => surfaceName(String(one)))]
    return [key, value]
  })
  return Object.fromEntries(named) as Said['facts']
}

function sayAll(all: readonly Said[]): string | null {
  const { said } = text
  if (said === null) return null
  const clause = ({ code, facts }: Said) =>
    (said.clauses[code] as (facts: Said['facts']) => string)(withSurfaceNames(facts))
  return all.map(clause).join(' ')
}

/** Two or three words: “Promise ahead of facts”. */
export function verdictOf({ verdict, said }: Explanation): string {
  return (said && text.said?.verdicts[said.verdict]) ?? verdict
}

export function sentenceOf({ sentence, said }: Explanation): string {
  return (said && sayAll(said.sentence)) ?? sentence
}

/** What would raise it most; null where nothing would. */
export function raiseOf({ raise, said }: Explanation): string | null {
  if (!raise) return null
  return (said?.raise && sayAll([said.raise])) ?? raise.sentence
}

export interface HeadlineWords {
  readonly lead: string
  readonly alarm: string
  readonly rest: string
}

export function headlineOf({ lead, alarm, rest, said }: Headline): HeadlineWords {
  if (!said || text.said === null) return { lead, alarm, rest }
  return {
    lead: (said.lead && sayAll([said.lead])) ?? '',
    alarm: (said.alarm && sayAll([said.alarm])) ?? '',
    rest: sayAll(said.rest) ?? '',
  }
}
