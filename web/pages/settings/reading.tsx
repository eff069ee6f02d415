// Language, colours and time zone of this browser.

import { chooseLanguage, chooseZone } from '../../data/language.ts'
import {
  chooseTheme,
  type Language,
  type ThemeChoice,
  useLanguage,
  useThemeChoice,
  useZone,
} from '../../data/preferences.ts'
import { text } from '../../messages/text.ts'
import { Section } from '../../parts/section.tsx'
import { Select } from '../../parts/select.tsx'
import { addToast } from '../../parts/toast-list.ts'
import type { Zone } from '../../words/zone.ts'

function optionsOf<Value extends string>(names: Readonly<Record<Value, string>>) {
  return (Object.keys(names) as Value[]).map(value => ({ value, label: names[value] }))
}

export function Reading() {
  const words = text.settings.reading
  const { languages, themes, zones, languageFailed } = text.shell.menu
  const speak = (language: Language) =>
    chooseLanguage(language).catch(() => addToast({ text: languageFailed, tone: 'warn' }))
  return (
    <Section title={words.title} hint={words.hint} id="reading">
      <div className="settings-choices">
        <Select<Language>
          label={words.language}
          value={useLanguage()}
          onChange={language => void speak(language)}
          options={optionsOf(languages)}
        />
        <Select<ThemeChoice>
          label={words.theme}
          value={useThemeChoice()}
          onChange={chooseTheme}
          options={optionsOf(themes)}
        />
        <Select<Zone> label={words.zone} value={useZone()} onChange={chooseZone} options={optionsOf(zones)} />
      </div>
    </Section>
  )
}
