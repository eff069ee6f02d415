// Changes the language, and says so where its words cannot be fetched.
import { chooseLanguage } from '../data/language.ts'
import type { Language } from '../data/preferences.ts'
import { text } from '../messages/text.ts'
import { addToast } from '../parts/toast-list.ts'

export function speakIn(language: Language): void {
  chooseLanguage(language).catch(() => addToast({ text: text.shell.menu.languageFailed, tone: 'warn' }))
}
