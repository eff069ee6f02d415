// Facts of a refusal or note as they can be stored and sent.
import type { Refusal } from '@equalizer/core'
import type { PlainFacts } from '../reader.ts'

/** A bigint becomes its decimal text. */
export function plainFacts(facts: Refusal['facts']): PlainFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'bigint' ? String(fact) : fact]),
  )
}
