// Where the reader is, for what stands outside the pages: the organization and the page of the address.
import { useRouterState } from '@tanstack/react-router'
import { calendarDay } from '../data/calendar-day.ts'
import { text } from '../messages/text.ts'

type PageName =
  | 'board'
  | 'unit'
  | 'act'
  | 'decisions'
  | 'members'
  | 'evidence'
  | 'people'
  | 'log'
  | 'compare'
  | 'settings'

export interface Here {
  readonly organization: string | null
  readonly page: PageName | null
  readonly asOf: string | undefined
}

const pages: Readonly<Record<string, PageName>> = {
  units: 'unit',
  act: 'act',
  decisions: 'decisions',
  members: 'members',
  evidence: 'evidence',
  people: 'people',
  log: 'log',
  compare: 'compare',
  settings: 'settings',
}

/** An address that a hand has cut short holds no name of anything. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Read from the address alone, so that it is known before a page has arrived. */
export function useHere(): Here {
  const path = useRouterState({ select: state => state.location.pathname })
  const asOf = useRouterState({ select: state => (state.location.search as { asOf?: unknown }).asOf })
  const [, o, organization, page] = path.split('/')
  if (o !== 'o' || !organization) return { organization: null, page: null, asOf: undefined }
  return {
    organization: decoded(organization),
    page: page ? (pages[page] ?? null) : 'board',
    asOf: calendarDay(asOf),
  }
}

/** The kind of page, for the window's title. */
export function useKindOfPage(): string | null {
  const path = useRouterState({ select: state => state.location.pathname })
  const { page } = useHere()
  if (page === 'unit' || page === 'act') return text[page].title
  if (page) return text.shell.nav[page]
  if (path === '/organizations') return text.organizations.title
  if (path === '/welcome') return text.welcome.title
  if (path === '/enter') return text.enter.title
  if (path.split('/')[1] === 'check') return text.shell.check
  return path === '/design' ? text.design.title : null
}
