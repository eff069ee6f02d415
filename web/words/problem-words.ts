// A refusal, a note or a reason in the reader's language where its code is known, else in the server's own sentence.
import type { Problem } from '@equalizer/client'
import { text } from '../messages/text.ts'
import { type Facts, fill } from './fill.ts'

export interface Coded {
  readonly code: string
  /** Left out by what was stored before facts were kept. */
  readonly facts?: Facts | undefined
}

export interface Reasoned extends Coded {
  /** The server's sentence, in English. */
  readonly reason: string
}

function templateOf(key: string): string | null {
  const all = [
    text.problems.codes,
    text.doorRefusals,
    text.capabilityRefusals,
    text.readingRefusals,
    text.readingNotes,
    text.recognitions,
    text.charterClauses,
  ]
  for (const known of all as readonly Readonly<Record<string, string | null>>[])
    if (Object.hasOwn(known, key)) return known[key] ?? null
  return null
}

/** What is said of a code: of what `facts.what` tells apart first, then of the code itself. */
function templatesOf({ code, facts }: Coded): string[] {
  const { what, because } = facts ?? {}
  const codes = typeof because === 'string' ? [because, code] : [code]
  return codes.flatMap(one => [templateOf(`${one}/${what}`), templateOf(one)]).filter(one => one !== null)
}

/** null: this language has no words for it, or a fact is missing that they need. */
export function ownWords(coded: Coded): string | null {
  for (const template of templatesOf(coded)) {
    const words = fill(template, coded.facts ?? {})
    if (words !== null) return words
  }
  return null
}

/** One sentence; where this language has none the server's, in English. */
export function problemWords(problem: Reasoned): string {
  return ownWords(problem) ?? problem.reason
}

/** Why rows were passed over; null: this language has no words for it. */
export function passedOverWords(reason: string): string | null {
  const known: Readonly<Record<string, string>> = text.passedOver
  if (Object.hasOwn(known, reason)) return known[reason] ?? null
  const event = /^event (\w+)$/.exec(reason)?.[1]
  if (event !== undefined) return fill(text.passedOver.event, { name: event })
  const unwanted = 'is none of the wanted values'
  if (!reason.endsWith(` ${unwanted}`)) return null
  return fill(text.passedOver[unwanted], { name: reason.slice(0, -unwanted.length - 1) })
}

/** The few words above it. */
export function problemTitle({ code }: Pick<Problem, 'code'>): string {
  const { titles } = text.problems
  if (code === 'server.unreachable') return titles.unreachable
  if (code.startsWith('access.')) return titles.notAllowed
  if (/\.(?:unknown|not_found)$/.test(code)) return titles.missing
  if (code === 'page.fault' || code.startsWith('server.')) return titles.fault
  return titles.refused
}
