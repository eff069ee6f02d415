// What acts are called in the reader's language, and which of them have a form of their own kind elsewhere.
import type { ActTypeView } from '@equalizer/client/contract'
import { text } from '../messages/text.ts'
import { type InWords, inEnglish, own } from './in-words.ts'

type Named = Pick<ActTypeView, 'type' | 'summary'>

/** An act that nobody worded yet is called as its capability calls it, in English. */
export function actInWords({ type, summary }: Named): InWords {
  return own(text.act.types, type) ?? inEnglish(summary)
}

export const actWords = (act: Named): string => actInWords(act).words

/** Rules and the charter are changed where they are shown. */
const elsewhere: ReadonlySet<string> = new Set([
  'rule.move',
  'rule.set_group',
  'rule.remove_group',
  'rule.set_gates',
  'charter.edit',
])

export const inForms = ({ type }: Pick<ActTypeView, 'type'>): boolean => !elsewhere.has(type)
