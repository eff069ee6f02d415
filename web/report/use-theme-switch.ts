// Light or dark: as the system says until somebody chooses, and then as chosen.
import { useCallback, useEffect, useState } from 'react'

type Theme = 'light' | 'dark'

/** Also read by the first script of the page, before anything is drawn. */
const key = 'equalizer-theme'

function systemTheme(): Theme {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function useThemeSwitch() {
  const [theme, setTheme] = useState<Theme>('light')

  useEffect(() => {
    const chosen = document.documentElement.dataset.theme
    setTheme(chosen === 'dark' || chosen === 'light' ? chosen : systemTheme())
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const follow = () => {
      if (!document.documentElement.dataset.theme) setTheme(systemTheme())
    }
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  }, [])

  const toggle = useCallback(() => {
    const next = theme === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    setTheme(next)
    try {
      localStorage.setItem(key, next)
    } catch {
      // Storage is switched off: the choice holds for this visit.
    }
  }, [theme])

  return { theme, toggle }
}
