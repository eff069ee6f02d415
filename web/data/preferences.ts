// What this reader chose for this browser: language, colours, time zone, and where they were last.
import { type Zone, zone } from '../words/zone.ts'
import { createValue, useValue } from './value.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]
export type ThemeChoice = 'system' | 'light' | 'dark'

/** Also read by the first script of the page, before anything is drawn. */
const keys = {
  language: 'equalizer-language',
  theme: 'equalizer-theme',
  zone: 'equalizer-zone',
  organization: 'equalizer-organization',
  singleKeys: 'equalizer-single-keys',
} as const

function read(key: keyof typeof keys): string | null {
  try {
    return localStorage.getItem(keys[key])
  } catch {
    return null
  }
}

/** Storage may be switched off: then the choice holds for this visit. */
function keep(key: keyof typeof keys, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(keys[key])
    else localStorage.setItem(keys[key], value)
  } catch {
    // For this visit only.
  }
}

const isLanguage = (value: unknown): value is Language => languages.some(one => one === value)

/** The choice, else the first language of the browser that there is, else English. */
export function firstLanguage(): Language {
  const chosen = read('language')
  if (isLanguage(chosen)) return chosen
  const spoken = navigator.languages.map(one => one.slice(0, 2).toLowerCase())
  return spoken.find(isLanguage) ?? 'en'
}

export const language = createValue<Language>('en')
export const keepLanguage = (chosen: Language): void => keep('language', chosen)

function firstTheme(): ThemeChoice {
  const chosen = read('theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

const theme = createValue<ThemeChoice>(typeof window === 'undefined' ? 'system' : firstTheme())

export function chooseTheme(chosen: ThemeChoice): void {
  keep('theme', chosen === 'system' ? null : chosen)
  const root = document.documentElement
  if (chosen === 'system') delete root.dataset.theme
  else root.dataset.theme = chosen
  theme.set(chosen)
}

export const firstZone = (): Zone => (read('zone') === 'utc' ? 'utc' : 'local')
export const zoneChoice = createValue<Zone>(zone)
export const keepZone = (chosen: Zone): void => keep('zone', chosen)

export const lastOrganization = (): string | null => read('organization')
export const rememberOrganization = (id: string | null): void => keep('organization', id)

/** Whether keys without a modifier do something. */
export const singleKeys = createValue(typeof window === 'undefined' || read('singleKeys') !== 'off')

export function chooseSingleKeys(on: boolean): void {
  keep('singleKeys', on ? null : 'off')
  singleKeys.set(on)
}

export const useLanguage = (): Language => useValue(language)
export const useThemeChoice = (): ThemeChoice => useValue(theme)
export const useZone = (): Zone => useValue(zoneChoice)
