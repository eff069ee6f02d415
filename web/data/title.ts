// What the page in sight is called, where that is more than the name of its kind: a unit, a source.
import { useEffect } from 'react'
import { createValue } from './value.ts'

export const pageTitle = createValue<string | null>(null)

/** Names the page in the window's title while it is shown; undefined: not known yet. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return
    pageTitle.set(title)
    return () => pageTitle.set(null)
  }, [title])
}
