// What is being typed into a field that asks something: sent on after a pause, and at once when the field is left.
import { useCallback, useEffect, useRef, useState } from 'react'

/** Typing is not a question yet. */
const pauseMs = 250

export interface Typed {
  readonly typed: string
  readonly type: (text: string) => void
  /** For the field's blur: whoever goes elsewhere, to another language say, has asked. */
  readonly send: () => void
}

/** `value` is what was sent last, or came from elsewhere: a link, a button that clears; that takes the place of the rest. */
export function useTyped(value: string, onSend: (text: string) => void): Typed {
  const [typed, type] = useState(value)
  const sent = useRef(value)
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    type(value)
  }, [value])
  const send = useCallback(() => {
    if (typed === sent.current) return
    sent.current = typed
    onSend(typed)
  }, [typed, onSend])
  useEffect(() => {
    const timer = setTimeout(send, pauseMs)
    return () => clearTimeout(timer)
  }, [send])
  return { typed, type, send }
}
