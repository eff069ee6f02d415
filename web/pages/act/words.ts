// What capabilities, choices and descriptions of fields are called in the reader's language; what is new says it in English.
import { text } from '../../messages/text.ts'
import { spelledOut } from '../../words/field-words.ts'
import { count } from '../../words/format.ts'
import { type InWords, inEnglish, own } from '../../words/in-words.ts'
import type { Wrong } from './draft.ts'

const known = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined

export const capabilityWords = (name: string): string =>
  known(text.act.capabilities, name) ?? spelledOut(name)

export const choiceWords = (value: string): string => known(text.act.choices, value) ?? value

export function descriptionInWords(description: string): InWords {
  return own(text.act.descriptions, description) ?? inEnglish(description)
}

export function wrongWords(wrong: Wrong): string {
  const words = text.act.wrong
  if (typeof wrong === 'string') return words[wrong]
  if ('least' in wrong) return words.least(count(wrong.least))
  if ('most' in wrong) return words.most(count(wrong.most))
  return 'atLeast' in wrong ? words.atLeast(count(wrong.atLeast)) : words.atMost(count(wrong.atMost))
}
