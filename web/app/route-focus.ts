// After moving to another page: its title in the window, and the focus at its beginning, so that it is read out.
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { pageTitle } from '../data/title.ts'
import { useValue } from '../data/value.ts'
import { useKindOfPage } from './here.ts'

export const mainId = 'main'

/** Sets the window's title and answers it, for being spoken. */
export function usePageTitle(organization: string | undefined): string {
  const kind = useKindOfPage()
  const own = useValue(pageTitle)
  const title = [own ?? kind, organization, 'Equalizer'].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
  return title
}

/** A change of the day or of a filter leaves the focus where it is. */
export function useRouteFocus(): void {
  const path = useRouterState({ select: state => state.resolvedLocation?.pathname })
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (last.current !== undefined && path !== last.current) {
      document.getElementById(mainId)?.focus({ preventScroll: true })
    }
    last.current = path
  }, [path])
}
