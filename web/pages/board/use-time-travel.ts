// Going through the days: a day passes by while the hand moves, and is asked for when the hand rests.
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAsOf } from '../../data/organization.ts'

/** After this long on one day, the reader means it. */
const restMs = 350

export interface TimeTravel {
  /** The day in the address; undefined: today. */
  readonly asOf: string | undefined
  /** The day that is passing by; null: none. */
  readonly passing: string | null
  /** Shows a day in passing; it is asked for once the hand rests. */
  readonly pass: (day: string) => void
  /** Asks for the day at once; undefined: today. */
  readonly rest: (day: string | undefined) => void
}

export function useTimeTravel(today: string | undefined): TimeTravel {
  const asOf = useAsOf()
  const navigate = useNavigate()
  const [passing, setPassing] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const rest = useCallback(
    (day: string | undefined) => {
      clearTimeout(timer.current)
      setPassing(null)
      const meant = day === today ? undefined : day
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, asOf: meant }) as never,
        replace: true,
        resetScroll: false,
      })
    },
    [navigate, today],
  )
  const pass = useCallback(
    (day: string) => {
      clearTimeout(timer.current)
      setPassing(day)
      timer.current = setTimeout(() => rest(day), restMs)
    },
    [rest],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return { asOf, passing, pass, rest }
}
