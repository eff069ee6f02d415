// What a capability's table and its columns are called in the reader's language; what is new says it in English.
import { text } from '../messages/text.ts'
import { type InWords, inEnglish, own } from './in-words.ts'

export function viewWords({ name, summary }: { readonly name: string; readonly summary: string }): InWords {
  return own(text.views.names, name) ?? inEnglish(summary)
}

export function columnWords(column: string): InWords {
  return own(text.views.columns, column) ?? inEnglish(column)
}
