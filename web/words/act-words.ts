// What acts are called in the reader's language, and which of them have a form of their own kind elsewhere.
import type { ActTypeView } from '@equalizer/client/contract'
import { text } from '../messages/text.ts'

/** New ones say it in English. */
export function actWords({ type, summary }: Pick<ActTypeView, 'type' | 'summary'>): string {
  const { types } = text.act
  return Object.hasOwn(types, type) ? (types[type] ?? summary) : summary
}

/** Rules and the charter are changed where they are shown. */
const elsewhere: ReadonlySet<string> = new Set([
  'rule.move',
  'rule.set_group',
  'rule.remove_group',
  'rule.set_gates',
  'charter.edit',
])

export const inForms = ({ type }: Pick<ActTypeView, 'type'>): boolean => !elsewhere.has(type)
