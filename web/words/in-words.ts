// Words of the reader's own language, or the English of a capability that brought none, to be marked as English.
import { text } from '../messages/text.ts'

export interface InWords {
  readonly words: string
  /** For the attribute `lang`; left out: it is the page's own language. */
  readonly lang?: 'en'
}

export function own(known: Readonly<Record<string, string>>, key: string): InWords | null {
  const words = Object.hasOwn(known, key) ? known[key] : undefined
  return words === undefined ? null : { words }
}

export function inEnglish(words: string): InWords {
  return text.locale === 'en' ? { words } : { words, lang: 'en' }
}
