// The choice of a Snapshot vote as one canonical text: a number, a list (approval, ranked) or shares by choice (weighted).
import { accepted, limits, type Result, refused } from '@equalizer/core'
import { cleanName } from '../reading/identifier.ts'

/**
 * `1` and `1.0` are `1`; `[3, 1]` is `[3,1]`, its order kept because it may be a ranking; `{"2":40,"1":60}` is
 * `{"1":60,"2":40}`. Python's spelling of the same is read too. Words (`For`) and sealed votes stay as they are.
 */
export function choiceOf(text: string): Result<string> {
  const trimmed = text.trim()
  if (trimmed === '') return refused('evidence.empty_choice', 'The vote has no choice')
  const whole = /^(\d{1,9})(\.0*)?$/.exec(trimmed)?.[1]
  if (whole !== undefined) return accepted(String(Number(whole)))
  // What is too long is refused there, before anything tries to understand it.
  if (trimmed.length > limits.textChars || !/^[[{(]/.test(trimmed)) return cleanName(trimmed)
  const value = parsed(trimmed)
  if (value === undefined)
    return refused('evidence.bad_choice', 'The choice is neither a number, a list nor shares by choice')
  return cleanName(JSON.stringify(value))
}

/** undefined: not what a choice can be. */
function parsed(text: string): unknown {
  // Only digits and signs: quotes can be exchanged without touching a word.
  const json = /^[\d\s.,:'"eE+\-[\]{}()]+$/.test(text)
    ? text
        .replaceAll("'", '"')
        .replace(/^\((.*?),?\)$/s, '[$1]')
        .replaceAll(/([{,]\s*)(\d+)(\s*:)/g, '$1"$2"$3')
    : text
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (Array.isArray(value)) return value.every(isPlain) ? value : undefined
  if (typeof value !== 'object' || value === null || !Object.values(value).every(isPlain)) return undefined
  const entries = Object.entries(value).sort(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1))
  return Object.fromEntries(entries)
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string'
}
