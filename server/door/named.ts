// The people whose ids stand in what is shown of a decision: its title, its payload, what it chooses between.
import type { DecisionState } from '@equalizer/core'
import { titleOf } from './title.ts'

const personId = /\bp-[a-z0-9]{4,40}\b/g
/** One payload may list a thousand. */
const namedAtMost = 500

/** Candidates come first, for a ballot is of no use without their names. */
export function peopleMentioned({ act, options }: DecisionState): string[] {
  const text = JSON.stringify([options, titleOf(act.type, act.payload), act.payload, act.alternatives ?? []])
  return [...new Set(text.match(personId) ?? [])].slice(0, namedAtMost)
}

/** As people read it: with names, where they are known. */
export function withNames(text: string, nameOf: (id: string) => string | null): string {
  return text.replace(personId, id => nameOf(id) ?? id)
}
