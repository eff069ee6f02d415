// Which unit stands open: by its strip, by its own line, by the page's address; Escape closes it.
import type { UnitReport } from '@equalizer/measure'
import { useCallback, useEffect, useState } from 'react'
import { anchorOf } from '../words/unit-words.ts'

function fromAddress(units: readonly UnitReport[]): string | null {
  const { hash } = window.location
  return units.find(unit => `#${anchorOf(unit.id)}` === hash)?.id ?? null
}

/** A file opened from disk or a sandboxed frame may not change its address; the unit opens all the same. */
function toAddress(id: string | null): void {
  try {
    const { pathname, search } = window.location
    window.history.replaceState(null, '', id ? `#${anchorOf(id)}` : `${pathname}${search}`)
  } catch {
    // The address then stays as it was.
  }
}

function show(id: string): void {
  const line = document.getElementById(`open-${id}`)
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  line?.focus({ preventScroll: true })
  line?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' })
}

export function useOpenUnit(units: readonly UnitReport[]) {
  const [openId, setOpenId] = useState<string | null>(null)

  const open = useCallback((id: string) => {
    setOpenId(id)
    toAddress(id)
    // After React has drawn it: only then is its place known.
    requestAnimationFrame(() => requestAnimationFrame(() => show(id)))
  }, [])

  const onToggle = useCallback((id: string, isOpen: boolean) => {
    setOpenId(current => {
      if (isOpen) return id
      return current === id ? null : current
    })
    if (isOpen) toAddress(id)
  }, [])

  useEffect(() => {
    const follow = () => {
      const id = fromAddress(units)
      if (id) open(id)
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [units, open])

  useEffect(() => {
    if (openId === null) return
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpenId(null)
      toAddress(null)
      document.querySelector<HTMLElement>(`[aria-describedby="says-${CSS.escape(openId)}"]`)?.focus()
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [openId])

  return { openId, open, onToggle }
}
