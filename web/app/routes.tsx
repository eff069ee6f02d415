// Every address of the app and the page that answers it; pages arrive when they are first asked for.
import { createRootRoute, createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router'
import { calendarDay } from '../data/calendar-day.ts'
import { Home } from './home.tsx'
import { NotFound } from './not-found.tsx'
import { OrganizationFrame } from './organization-frame.tsx'
import { PageFailed } from './page-failed.tsx'
import { Root } from './root.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: PageFailed })

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })

const enter = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  component: lazyRouteComponent(() => import('../pages/enter/enter-page.tsx'), 'EnterPage'),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../pages/welcome/welcome-page.tsx'), 'WelcomePage'),
})

const organizations = createRoute({
  getParentRoute: () => root,
  path: '/organizations',
  component: lazyRouteComponent(
    () => import('../pages/organizations/organizations-page.tsx'),
    'OrganizationsPage',
  ),
})

const design = createRoute({
  getParentRoute: () => root,
  path: '/design',
  component: lazyRouteComponent(() => import('../pages/design/design-page.tsx'), 'DesignPage'),
})

const checkFile = createRoute({
  getParentRoute: () => root,
  path: '/check',
  component: lazyRouteComponent(() => import('../pages/verify/check-page.tsx'), 'CheckPage'),
})

const check = createRoute({
  getParentRoute: () => root,
  path: '/check/$log',
  component: lazyRouteComponent(() => import('../pages/verify/check-page.tsx'), 'CheckPage'),
})

/** A day in the address, kept while moving between an organization's pages. */
interface OrganizationSearch {
  readonly asOf?: string | undefined
}

const dayIn = ({ asOf }: Record<string, unknown>): OrganizationSearch => ({ asOf: calendarDay(asOf) })

const organization = createRoute({
  getParentRoute: () => root,
  path: '/o/$organization',
  component: OrganizationFrame,
  validateSearch: dayIn,
  search: { middlewares: [retainSearchParams<OrganizationSearch>(['asOf'])] },
})

const board = createRoute({
  getParentRoute: () => organization,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/board/board-page.tsx'), 'BoardPage'),
})

const unit = createRoute({
  getParentRoute: () => organization,
  path: '/units/$unit',
  component: lazyRouteComponent(() => import('../pages/unit/unit-page.tsx'), 'UnitPage'),
})

const evidence = createRoute({
  getParentRoute: () => organization,
  path: '/evidence',
  component: lazyRouteComponent(() => import('../pages/evidence/evidence-page.tsx'), 'EvidencePage'),
})

const source = createRoute({
  getParentRoute: () => organization,
  path: '/evidence/$source',
  component: lazyRouteComponent(() => import('../pages/evidence/source-page.tsx'), 'SourcePage'),
})

const people = createRoute({
  getParentRoute: () => organization,
  path: '/people',
  component: lazyRouteComponent(() => import('../pages/people/people-page.tsx'), 'PeoplePage'),
})

const act = createRoute({
  getParentRoute: () => organization,
  path: '/act',
  component: lazyRouteComponent(() => import('../pages/act/act-page.tsx'), 'ActPage'),
})

const decisions = createRoute({
  getParentRoute: () => organization,
  path: '/decisions',
  component: lazyRouteComponent(() => import('../pages/decisions/decisions-page.tsx'), 'DecisionsPage'),
})

const decision = createRoute({
  getParentRoute: () => organization,
  path: '/decisions/$decision',
  component: lazyRouteComponent(() => import('../pages/decisions/decision-page.tsx'), 'DecisionPage'),
})

const members = createRoute({
  getParentRoute: () => organization,
  path: '/members',
  component: lazyRouteComponent(() => import('../pages/members/members-page.tsx'), 'MembersPage'),
})

const log = createRoute({
  getParentRoute: () => organization,
  path: '/log',
  component: lazyRouteComponent(() => import('../pages/log/log-page.tsx'), 'LogPage'),
})

const logEntry = createRoute({
  getParentRoute: () => organization,
  path: '/log/$entry',
  component: lazyRouteComponent(() => import('../pages/log/entry-page.tsx'), 'EntryPage'),
})

const compare = createRoute({
  getParentRoute: () => organization,
  path: '/compare',
  component: lazyRouteComponent(() => import('../pages/compare/compare-page.tsx'), 'ComparePage'),
})

const settings = createRoute({
  getParentRoute: () => organization,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
})

export const routes = root.addChildren([
  home,
  enter,
  welcome,
  organizations,
  design,
  checkFile,
  check,
  organization.addChildren([
    board,
    unit,
    act,
    decisions,
    decision,
    members,
    evidence,
    source,
    people,
    log,
    logEntry,
    compare,
    settings,
  ]),
])
