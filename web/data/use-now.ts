// The moment, for countdowns: it moves on once a minute, and not at all while nobody looks.
import { useEffect, useState } from 'react'

const paceMs = 60_000

/** UTC milliseconds by this device's clock: good enough for words, never for a decision. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') setNow(Date.now())
    }
    const timer = setInterval(look, paceMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return now
}
