// A value as it was when it stopped changing: what is asked while somebody types is asked once they pause.
import { useEffect, useState } from 'react'

const quietMs = 350

export function useQuiet<T>(value: T): T {
  const [quiet, setQuiet] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), quietMs)
    return () => clearTimeout(timer)
  }, [value])
  return quiet
}
