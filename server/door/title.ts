// An act in a few words, made of its payload, for lists and sentences.
import { capabilities } from '@equalizer/capabilities'
import type { Payload } from '@equalizer/core'

const shownAtMost = 120

/** The act type's own words, else its summary with the fields that are short enough to say. */
export function titleOf(type: string, payload: Payload): string {
  const act = capabilities.flatMap(({ acts }) => acts).find(one => one.type === type)
  const words = act?.title?.(payload) ?? `${act?.summary ?? type}${said(payload)}`
  return words.length > shownAtMost ? `${words.slice(0, shownAtMost - 1)}…` : words
}

function said(payload: Payload): string {
  const parts = Object.entries(payload)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name} ${value}`)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}
