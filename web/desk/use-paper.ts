// Whether the page is about to be printed: then everything has to be in it at once.
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export function usePaper(): boolean {
  const [paper, setPaper] = useState(false)
  useEffect(() => {
    // The browser takes its picture as soon as the listener returns.
    const before = () => flushSync(() => setPaper(true))
    const after = () => setPaper(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return paper
}
