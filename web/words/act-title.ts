// An act as a title in the reader's language, made of its fields; where something is missing, as its kind is called.
import { text } from '../messages/text.ts'
import { factsOf, type Naming } from './facts.ts'
import { plainText } from './plain-text.ts'

export interface Titled {
  readonly type: string
  /** The server's own words, in English. */
  readonly title: string | null
  readonly asked: Readonly<Record<string, unknown>>
  /** The unit that it is an act of. */
  readonly unit: string
}

/** A move names its unit itself; another act is told apart by it where its sentence asks. */
export function titleOf({ type, title, asked, unit }: Titled, naming: Naming): string {
  const say = Object.hasOwn(text.titles.acts, type) ? text.titles.acts[type] : undefined
  if (say) {
    const { fact, isWhole } = factsOf({ type, data: { unit, ...asked } }, naming)
    const words = say(fact)
    if (isWhole()) return words
  }
  return kindWords(type) ?? (title === null ? text.titles.unclear : plainText(title))
}

const kindWords = (type: string): string | null =>
  Object.hasOwn(text.act.types, type) ? (text.act.types[type] ?? null) : null
