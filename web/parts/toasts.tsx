// Short messages at the edge of the page: what was done, and the way back; they wait while one points at them.
import './toasts.css'
import { useEffect, useState } from 'react'
import { useValue } from '../data/value.ts'
import { text } from '../messages/text.ts'
import { Button, IconButton } from './button.tsx'
import { removeToast, type Shown, toasts } from './toast-list.ts'

/** A message with a way back stays longer (WCAG 2.2.1: time enough to act on it). */
const plainMs = 7_000
const undoMs = 20_000

function Toast({ toast }: { readonly toast: Shown }) {
  const [held, setHeld] = useState(false)
  const [undoing, setUndoing] = useState(false)
  useEffect(() => {
    if (held || undoing) return
    const timer = setTimeout(() => removeToast(toast.id), toast.undo ? undoMs : plainMs)
    return () => clearTimeout(timer)
  }, [held, undoing, toast])
  const undo = async () => {
    setUndoing(true)
    await toast.undo?.()
    removeToast(toast.id)
  }
  return (
    <li
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
      <IconButton label={text.parts.close} icon="close" onPress={() => removeToast(toast.id)} />
    </li>
  )
}

export function Toasts() {
  const shown = useValue(toasts)
  return (
    <section className="toasts" aria-label={text.parts.messages}>
      <ol aria-live="polite" aria-relevant="additions">
        {shown.map(toast => (
          <Toast key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  )
}
