// Whether a number of strips fits side by side into the window; else the desk lies down before anything runs sideways.
import { useCallback, useSyncExternalStore } from 'react'

/** As desk.css says it: the scale, each strip at its narrowest, the desk's own edge. */
const scalePixels = 108
const stripPixels = 148
const edgePixels = 2
/** As tokens.css says it: the part of the window that is left beside the gutters. */
const besideGutters = 1 - 2 * 0.026
const scrollBarPixels = 17

/** The narrowest window with this many strips side by side, in pixels. */
export function windowFor(strips: number): number {
  return Math.ceil((scalePixels + stripPixels * strips + edgePixels) / besideGutters) + scrollBarPixels
}

/** On paper drawn before a browser: true, and the browser corrects it. */
export function useFit(strips: number): boolean {
  const query = `(min-width: ${windowFor(strips)}px)`
  const follow = useCallback(
    (hear: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', hear)
      return () => list.removeEventListener('change', hear)
    },
    [query],
  )
  return useSyncExternalStore(
    follow,
    () => window.matchMedia(query).matches,
    () => true,
  )
}
