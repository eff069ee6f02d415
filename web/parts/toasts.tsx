// Short messages at the edge of the page: what was done, and the way back; they wait while one points at them.
import './toasts.css'
import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { useValue } from '../data/value.ts'
import { text } from '../messages/text.ts'
import { Button, IconButton } from './button.tsx'
import { removeToast, type Shown, toasts } from './toast-list.ts'

/** A message with a way back stays longer (WCAG 2.2.1: time enough to act on it). */
const plainMs = 7_000
const undoMs = 20_000

interface ToastProps {
  readonly toast: Shown
  /** The focus goes back to where it came from, for what has it goes away. */
  readonly onLeave: () => void
}

function Toast({ toast, onLeave }: ToastProps) {
  const [held, setHeld] = useState(false)
  const [undoing, setUndoing] = useState(false)
  useEffect(() => {
    if (held || undoing) return
    const timer = setTimeout(() => removeToast(toast.id), toast.undo ? undoMs : plainMs)
    return () => clearTimeout(timer)
  }, [held, undoing, toast])
  const item = useRef<HTMLLIElement>(null)
  const hasFocus = () => item.current?.contains(document.activeElement) === true
  const remove = () => {
    if (hasFocus()) onLeave()
    removeToast(toast.id)
  }
  const undo = async () => {
    setUndoing(true)
    await toast.undo?.()
    removeToast(toast.id)
    // What was taken back may have taken the message away already.
    if (document.activeElement === document.body || hasFocus()) onLeave()
  }
  return (
    <li
      ref={item}
      className={`toast toast-${toast.tone ?? 'plain'}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast-text">{toast.text}</span>
      {toast.undo && (
        <Button size="small" onPress={() => void undo()} isPending={undoing}>
          {text.parts.undo}
        </Button>
      )}
      <IconButton label={text.parts.close} icon="close" onPress={remove} />
    </li>
  )
}

export function Toasts() {
  const shown = useValue(toasts)
  const before = useRef<Element | null>(null)
  const remember = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget
  }
  const leave = () => {
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
    else document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }
  return (
    <section className="toasts" aria-label={text.parts.messages} onFocus={remember}>
      <ol aria-live="polite" aria-relevant="additions">
        {shown.map(toast => (
          <Toast key={toast.id} toast={toast} onLeave={leave} />
        ))}
      </ol>
    </section>
  )
}
