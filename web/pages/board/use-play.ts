// Letting the days pass by themselves, from the first one with figures to today.
import { useEffect, useRef, useState } from 'react'
import { dayOfNumber, numberOfDay } from './days.ts'
import type { PastDay } from './use-past.ts'
import type { TimeTravel } from './use-time-travel.ts'

const frames = 90
const frameMs = 80

export interface Playing {
  /** Fewer than two days with figures have nothing to play. */
  readonly possible: boolean
  readonly playing: boolean
  readonly toggle: () => void
}

export function usePlay(
  past: readonly PastDay[],
  today: string | undefined,
  { passing, pass, rest }: TimeTravel,
): Playing {
  const [playing, setPlaying] = useState(false)
  const at = useRef(0)
  const first = past[0]?.day
  const possible = past.length > 1

  useEffect(() => {
    if (!playing || today === undefined || first === undefined) return
    const [from, to] = [numberOfDay(first), numberOfDay(today)]
    const step = Math.max(1, (to - from) / frames)
    if (at.current < from || at.current >= to) at.current = from
    const timer = setInterval(() => {
      at.current += step
      if (at.current < to) return pass(dayOfNumber(Math.round(at.current)))
      setPlaying(false)
      rest(undefined)
    }, frameMs)
    return () => clearInterval(timer)
  }, [playing, today, first, pass, rest])

  return {
    possible,
    playing,
    toggle() {
      if (!playing) at.current = passing === null ? 0 : numberOfDay(passing)
      setPlaying(!playing)
    },
  }
}
