// What the fields of acts are called in the reader's language; a field that nobody worded by its own name, in English.
import { text } from '../messages/text.ts'
import { type InWords, inEnglish, own } from './in-words.ts'

/** `capPerPayment` as `Cap per payment`. */
export function spelledOut(name: string): string {
  const words = name.replace(/_/g, ' ').replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
  const lower = words.toLowerCase()
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

export function fieldInWords(name: string): InWords {
  return own(text.act.fields, name) ?? inEnglish(spelledOut(name))
}

export const fieldWords = (name: string): string => fieldInWords(name).words
