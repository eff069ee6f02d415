// The colours that are shown: as chosen, else as the system says; light on paper. Canvases redraw by it.
import { useSyncExternalStore } from 'react'
import { useThemeChoice } from '../data/preferences.ts'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    hear => {
      const media = window.matchMedia(query)
      media.addEventListener('change', hear)
      return () => media.removeEventListener('change', hear)
    },
    () => window.matchMedia(query).matches,
  )
}

export function useShownTheme(): 'light' | 'dark' {
  const choice = useThemeChoice()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const paper = useMedia('print')
  if (paper) return 'light'
  return choice === 'system' ? (dark ? 'dark' : 'light') : choice
}
