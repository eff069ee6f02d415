// A name that a link or the palette asked a page to show, as the address carries it: `?q=Ada`.
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'

/** What is looked for, to be typed on from; another name in the address takes its place. */
export function useAskedName(): readonly [name: string, type: (name: string) => void] {
  const { q } = useSearch({ strict: false }) as { q?: unknown }
  const asked = q === undefined ? '' : String(q).slice(0, 200)
  const [held, setHeld] = useState({ asked, typed: asked })
  // A new question; what was typed since the last one gives way to it.
  if (held.asked !== asked) setHeld({ asked, typed: asked })
  return [held.typed, typed => setHeld({ asked, typed })]
}
