// A name that is looked for, as the address carries it: `?q=Ada`; typed here, or asked for by a link or the palette.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type Typed, useTyped } from './typed.ts'

const charsAtMost = 200

/** What is typed goes into the address, so that it outlives a reload and another language. */
export function useAskedName(): Typed {
  const { q } = useSearch({ strict: false }) as { q?: unknown }
  const navigate = useNavigate()
  const asked = q === undefined ? '' : String(q).slice(0, charsAtMost)
  const ask = useCallback(
    (typed: string) => {
      const next = typed.slice(0, charsAtMost)
      void navigate({
        to: '.',
        search: ((now: Record<string, unknown>) => ({ ...now, q: next === '' ? undefined : next })) as never,
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return useTyped(asked, ask)
}
