// A fader under a hand or under keys: what it would stand at, kept when let go, put back by Escape.
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { moved, positionAt, snapped } from './fader-keys.ts'

export interface FaderState {
  readonly value: number | null
  readonly lying: boolean
  readonly locked: boolean
  /** Called once per change, when it is let go, left or confirmed. */
  readonly onCommit: (value: number) => void
}

interface Drag {
  readonly pointer: number
  /** From the middle of the cap to where the hand took hold of it. */
  readonly offset: number
}

export function useFader({ value, lying, locked, onCommit }: FaderState) {
  const [pending, setPending] = useState<number | null>(null)
  const drag = useRef<Drag | null>(null)

  function commit(): void {
    drag.current = null
    setPending(null)
    if (pending !== null && pending !== value) onCommit(pending)
  }
  function putBack(): void {
    drag.current = null
    setPending(null)
  }

  const track = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (locked || event.button !== 0 || drag.current) return
      const cap = event.currentTarget.querySelector<HTMLElement>('[role="slider"]')
      const onCap = cap?.contains(event.target as Node) ?? false
      // A finger that scrolls past must not move anything; it has to take the cap.
      if (!onCap && event.pointerType === 'touch') return
      event.preventDefault()
      const at = positionAt(event, event.currentTarget.getBoundingClientRect(), lying)
      const held = pending ?? value
      drag.current = { pointer: event.pointerId, offset: onCap && held !== null ? at - held : 0 }
      event.currentTarget.setPointerCapture(event.pointerId)
      cap?.focus({ preventScroll: true })
      if (!onCap) setPending(snapped(at, event.shiftKey))
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag.current?.pointer !== event.pointerId) return
      const at = positionAt(event, event.currentTarget.getBoundingClientRect(), lying)
      setPending(snapped(at - drag.current.offset, event.shiftKey))
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (drag.current?.pointer === event.pointerId) commit()
    },
    onPointerCancel: putBack,
  }
  const cap = {
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape' && pending !== null) {
        event.stopPropagation()
        putBack()
      } else if (event.key === 'Enter' && pending !== null) commit()
      else {
        const to = moved(pending ?? value ?? 0, event.key, event.shiftKey)
        if (to === null) return
        // The page must not scroll, also under a fader that may not move.
        event.preventDefault()
        if (!locked) setPending(to)
      }
    },
    onBlur: commit,
  }
  return { shown: pending ?? value, isPending: pending !== null, track, cap }
}
