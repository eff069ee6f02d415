// The words of the log's pages, in every language; fetched with these pages and not before.
import type { Language } from '../data/preferences.ts'
import { check as checkInGerman } from './de/check.ts'
import { log as logInGerman } from './de/log.ts'
import { logSaid as saidInGerman } from './de/log-said.ts'
import { check as checkInEnglish } from './en/check.ts'
import { log as logInEnglish } from './en/log.ts'
import { logSaid as saidInEnglish } from './en/log-said.ts'
import { text } from './text.ts'

interface LogWords {
  readonly check: typeof checkInEnglish
  readonly log: typeof logInEnglish
  readonly said: typeof saidInEnglish
}

const all: Readonly<Record<Language, LogWords>> = {
  en: { check: checkInEnglish, log: logInEnglish, said: saidInEnglish },
  de: { check: checkInGerman, log: logInGerman, said: saidInGerman },
}

/** In the chosen language; read while something is drawn and never kept. */
export const logWords = (): LogWords => all[text.locale as Language] ?? all.en
