// Changing the language or the zone: the words are fetched first, then everything is drawn anew at once.
import type { Messages } from '../messages/en.ts'
import { en } from '../messages/en.ts'
import { speak } from '../messages/text.ts'
import { tellTimeIn, type Zone } from '../words/zone.ts'
import {
  firstLanguage,
  firstZone,
  keepLanguage,
  keepZone,
  type Language,
  language,
  zoneChoice,
} from './preferences.ts'

const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => en,
  de: async () => (await import('../messages/de.ts')).de,
}

async function use(chosen: Language): Promise<void> {
  speak(await loaders[chosen]())
  document.documentElement.lang = chosen
  language.set(chosen)
}

/** Rejects where the words cannot be fetched; the page then stays as it was. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  await use(chosen)
  keepLanguage(chosen)
}

export function chooseZone(chosen: Zone): void {
  tellTimeIn(chosen)
  keepZone(chosen)
  zoneChoice.set(chosen)
}

/** Before the first drawing; English where another language's words cannot be fetched. */
export async function startSpeaking(): Promise<void> {
  tellTimeIn(firstZone())
  zoneChoice.set(firstZone())
  await use(firstLanguage()).catch(() => use('en'))
}
