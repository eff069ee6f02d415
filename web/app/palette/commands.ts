// What the palette can do besides finding things: pages, days, choices of the reader, downloads.
import { addressOf } from '@equalizer/client'
import type { ActTypeView } from '@equalizer/client/contract'
import type { UseNavigateResult } from '@tanstack/react-router'
import { chooseZone } from '../../data/language.ts'
import { chooseTheme, languages } from '../../data/preferences.ts'
import { text } from '../../messages/text.ts'
import { actWords, inForms } from '../../words/act-words.ts'
import { day } from '../../words/format.ts'
import { speakIn } from '../speak-in.ts'

export interface Command {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly group: 'go' | 'found' | 'act'
  readonly run: () => void
}

export interface Where {
  readonly organization: string
  readonly asOf: string | undefined
  readonly today: string
  readonly navigate: UseNavigateResult<string>
}

const pages = {
  board: '/o/$organization',
  decisions: '/o/$organization/decisions',
  members: '/o/$organization/members',
  evidence: '/o/$organization/evidence',
  people: '/o/$organization/people',
  log: '/o/$organization/log',
  compare: '/o/$organization/compare',
  settings: '/o/$organization/settings',
} as const

function pageCommands({ organization, navigate }: Where): Command[] {
  return (Object.keys(pages) as (keyof typeof pages)[]).map(page => ({
    id: `page-${page}`,
    label: text.shell.nav[page],
    group: 'go',
    run: () => void navigate({ to: pages[page], params: { organization } }),
  }))
}

/** Everything that can be done in the organization's name, each with a form. */
export function doCommands(types: readonly ActTypeView[], { organization, navigate }: Where): Command[] {
  const go = (search: object) =>
    void navigate({ to: '/o/$organization/act', params: { organization }, search: search as never })
  return [
    { id: 'do', label: text.act.title, group: 'act', run: () => go({}) },
    ...types.filter(inForms).map(type => ({
      id: `do-${type.type}`,
      label: actWords(type),
      group: 'act' as const,
      run: () => go({ type: type.type }),
    })),
  ]
}

/** A download by the browser itself, so that nothing large passes through the page. */
function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

function actCommands({ organization, asOf, navigate }: Where): Command[] {
  const words = text.shell.palette
  const { themes, languages: names, zones } = text.shell.menu
  const input = { organization, ...(asOf ? { asOf } : {}) }
  return [
    ...(Object.keys(themes) as (keyof typeof themes)[]).map(theme => ({
      id: `theme-${theme}`,
      label: words.theme(themes[theme]),
      group: 'act' as const,
      run: () => chooseTheme(theme),
    })),
    ...languages.map(language => ({
      id: `language-${language}`,
      label: words.language(names[language]),
      group: 'act' as const,
      run: () => speakIn(language),
    })),
    ...(Object.keys(zones) as (keyof typeof zones)[]).map(zone => ({
      id: `zone-${zone}`,
      label: words.zone(zones[zone]),
      group: 'act' as const,
      run: () => chooseZone(zone),
    })),
    {
      id: 'report',
      label: words.report,
      group: 'act',
      run: () =>
        download(addressOf('GET /api/organizations/{organization}/report', input), `${organization}.json`),
    },
    {
      id: 'observations',
      label: words.observations,
      group: 'act',
      run: () =>
        download(
          addressOf('GET /api/organizations/{organization}/observations.csv', { organization }),
          `${organization}.csv`,
        ),
    },
    {
      id: 'keys',
      label: words.keys,
      group: 'act',
      run: () => void navigate({ to: '/o/$organization/settings', params: { organization }, hash: 'keys' }),
    },
    {
      id: 'start',
      label: words.start,
      group: 'act',
      run: () => void navigate({ to: '/welcome' }),
    },
  ]
}

/** `2026-03-01`, typed as such. */
function dayCommand(typed: string, { organization, today, navigate }: Where): Command[] {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : null
  if (iso === null || Number.isNaN(Date.parse(iso)) || iso > today) return []
  const go = () => void navigate({ to: '/o/$organization', params: { organization }, search: { asOf: iso } })
  return [
    {
      id: 'day',
      label: text.shell.palette.day(day(iso)),
      hint: text.shell.palette.dayHint,
      group: 'go',
      run: go,
    },
  ]
}

function todayCommand({ organization, asOf, navigate }: Where): Command[] {
  if (asOf === undefined) return []
  const go = () =>
    void navigate({ to: '/o/$organization', params: { organization }, search: { asOf: undefined } })
  return [{ id: 'today', label: text.shell.palette.today, group: 'go', run: go }]
}

/** Every word that was typed must stand in the label. */
export function commandsFor(typed: string, where: Where, types: readonly ActTypeView[]): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  // A list of all acts is no help to whoever has typed nothing yet.
  const acts = doCommands(words.length === 0 ? [] : types, where)
  const all = [...pageCommands(where), ...todayCommand(where), ...acts, ...actCommands(where)]
  const fitting = all.filter(({ label }) => words.every(word => label.toLowerCase().includes(word)))
  return [...dayCommand(typed.trim(), where), ...fitting]
}
