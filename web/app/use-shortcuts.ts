// Keys that work everywhere but in fields; those without a modifier can be switched off (WCAG 2.1.4).
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { singleKeys } from '../data/preferences.ts'
import { useHere } from './here.ts'
import { overlay } from './open-overlay.ts'

const places = {
  b: '/o/$organization',
  e: '/o/$organization/evidence',
  p: '/o/$organization/people',
  l: '/o/$organization/log',
  c: '/o/$organization/compare',
  s: '/o/$organization/settings',
} as const

/** How long after `g` its second key is waited for. */
const secondKeyMs = 1_200

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null)
  )
}

export function useShortcuts(): void {
  const navigate = useNavigate()
  const { organization } = useHere()
  useEffect(() => {
    let sinceG = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (key === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault()
        if (organization !== null) overlay.set(overlay.get() === 'palette' ? null : 'palette')
        return
      }
      if (event.metaKey || event.ctrlKey || event.altKey || takesText(event.target)) return
      if (!singleKeys.get()) return
      const place = places[key as keyof typeof places]
      if (event.timeStamp - sinceG < secondKeyMs && place && organization !== null) {
        event.preventDefault()
        void navigate({ to: place, params: { organization } })
      } else if (key === '?') overlay.set('shortcuts')
      else if (key === '/' && organization !== null) {
        event.preventDefault()
        overlay.set('palette')
      }
      sinceG = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [navigate, organization])
}
