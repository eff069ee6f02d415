// Whether the page is being printed: then every unit stands open and charts take the colours of paper.
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const root = document.documentElement
    let before: string | undefined
    // Synchronously: the browser takes its picture as soon as the handlers return.
    const start = () => {
      before = root.dataset.theme
      root.dataset.theme = 'light'
      flushSync(() => setPrinting(true))
    }
    const end = () => {
      if (before === undefined) delete root.dataset.theme
      else root.dataset.theme = before
      flushSync(() => setPrinting(false))
    }
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', start)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
