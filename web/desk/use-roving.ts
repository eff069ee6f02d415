// Going from strip to strip by arrow keys; in a long desk one strip at a time takes part in the Tab order.
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'

export interface Roving {
  readonly active: number
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: { readonly target: EventTarget }) => void
}

const forward = new Set(['ArrowDown', 'ArrowRight'])
const backward = new Set(['ArrowUp', 'ArrowLeft'])
const pageOf = 10

function next(key: string, from: number, count: number): number | null {
  const last = count - 1
  if (forward.has(key)) return Math.min(last, from + 1)
  if (backward.has(key)) return Math.max(0, from - 1)
  if (key === 'PageDown') return Math.min(last, from + pageOf)
  if (key === 'PageUp') return Math.max(0, from - pageOf)
  if (key === 'Home') return 0
  return key === 'End' ? last : null
}

const indexOf = (target: EventTarget): number | null => {
  const strip = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return strip ? Number(strip.dataset.index) : null
}

/** The strip that is gone to has to be drawn next, in sight or not; focus brings it into sight. */
export function useRoving(count: number): Roving {
  const [active, setActive] = useState(0)
  const wanted = useRef<number | null>(null)
  const list = useRef<HTMLElement | null>(null)

  const focusWanted = useCallback(() => {
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] .strip-name a`)
    if (!link) return
    wanted.current = null
    link.focus()
  }, [])
  // A strip that was out of sight is there only after the next drawing.
  useEffect(focusWanted)

  return {
    active: Math.min(active, Math.max(0, count - 1)),
    onFocus({ target }) {
      const index = indexOf(target)
      if (index !== null) setActive(index)
    },
    onKeyDown(event) {
      if (!(event.target instanceof Element) || !event.target.matches('.strip-name a')) return
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const from = wanted.current ?? indexOf(event.target)
      const to = from === null ? null : next(event.key, from, count)
      if (to === null) return
      event.preventDefault()
      list.current = event.currentTarget
      wanted.current = to
      setActive(to)
      focusWanted()
    },
  }
}
