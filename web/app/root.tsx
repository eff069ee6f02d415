// Around every page: who is asked for first, then the bar, the page, the messages and what opens over it.
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ThemeContext } from '../charts/theme-context.ts'
import { sessionEnded } from '../data/connection.ts'
import { useSession } from '../data/session.ts'
import { useValue } from '../data/value.ts'
import { text } from '../messages/text.ts'
import { Announce } from '../parts/announce.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Toasts } from '../parts/toasts.tsx'
import { useHere } from './here.ts'
import { OfflineBar } from './offline-bar.tsx'
import { Overlays } from './overlays.tsx'
import { mainId, usePageTitle, useRouteFocus } from './route-focus.ts'
import { SimulatedBand } from './simulated-band.tsx'
import { TopBar } from './top-bar.tsx'
import { Unreachable } from './unreachable.tsx'
import { useShownTheme } from './use-shown-theme.ts'

const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }))

/** Pages that show nothing of any organization. */
const open = new Set(['enter', 'design', 'check'])
const isOpen = (path: string): boolean => open.has(path.split('/')[1] ?? '')

function Gated() {
  const path = useRouterState({ select: state => state.location.pathname })
  const { data, problem } = useSession()
  const ended = useValue(sessionEnded)
  if (isOpen(path)) return <Outlet />
  if (!data) return problem ? <Unreachable problem={problem} /> : <Skeleton height="60vh" />
  if (data.user === null || ended) {
    return (
      <Suspense fallback={<Skeleton height="60vh" />}>
        <SignIn ended={ended} />
      </Suspense>
    )
  }
  return <Outlet />
}

/** Nothing of the frame is drawn before it is known what belongs into it: the band of a made-up organization, the pages. */
function Waiting() {
  return (
    <main className="shell-waiting" id={mainId} tabIndex={-1} aria-busy="true">
      <Skeleton height="60vh" />
    </main>
  )
}

export function Root() {
  const { organization } = useHere()
  const path = useRouterState({ select: state => state.location.pathname })
  const { data, problem } = useSession()
  const name = data?.memberships.find(one => one.organization === organization)?.name
  const title = usePageTitle(name)
  const theme = useShownTheme()
  useRouteFocus()
  if (!data && !problem && !isOpen(path)) return <Waiting />
  return (
    <ThemeContext value={theme}>
      <a className="skip" href={`#${mainId}`}>
        {text.shell.skip}
      </a>
      <OfflineBar />
      <SimulatedBand />
      <TopBar />
      <main className="shell-main" id={mainId} tabIndex={-1}>
        <Gated />
      </main>
      <Announce>{title}</Announce>
      <Toasts />
      <Overlays />
    </ThemeContext>
  )
}
