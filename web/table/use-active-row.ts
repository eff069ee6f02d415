// Moving through a table by keyboard: arrows, a screen at a time, the ends, and Enter to open.
import { type KeyboardEvent, useCallback, useState } from 'react'

/** Rows that Page Up and Page Down move by. */
const screenful = 12

function movedTo(key: string, from: number, last: number): number | null {
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + screenful,
    PageUp: from - screenful,
    Home: 0,
    End: last,
  }[key]
  return to === undefined ? null : Math.max(0, Math.min(last, to))
}

export interface ActiveRow {
  readonly active: number
  readonly setActive: (index: number) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export function useActiveRow(
  rows: number,
  show: (index: number) => void,
  open: ((index: number) => void) | undefined,
): ActiveRow {
  const [chosen, setActive] = useState(0)
  const active = Math.max(0, Math.min(chosen, rows - 1))
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      // Buttons of the head answer to their own keys.
      if (event.target !== event.currentTarget || rows === 0) return
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        open?.(active)
        return
      }
      const to = movedTo(event.key, active, rows - 1)
      if (to === null) return
      event.preventDefault()
      setActive(to)
      show(to)
    },
    [active, rows, show, open],
  )
  return { active, setActive, onKeyDown }
}
