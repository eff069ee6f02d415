// One line while the server or the network is away; it asks again by itself, ever more seldom, and says when it is back.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { connection, knock } from '../data/connection.ts'
import { useValue } from '../data/value.ts'
import { text } from '../messages/text.ts'
import { Button } from '../parts/button.tsx'
import { addToast } from '../parts/toast-list.ts'

const firstWaitMs = 2_000
const longestWaitMs = 30_000

function followBrowser(hear: () => void): () => void {
  window.addEventListener('online', hear)
  window.addEventListener('offline', hear)
  return () => {
    window.removeEventListener('online', hear)
    window.removeEventListener('offline', hear)
  }
}

export function OfflineBar() {
  const queries = useQueryClient()
  const down = useValue(connection) === 'down'
  const online = useSyncExternalStore(followBrowser, () => navigator.onLine)
  const [asking, setAsking] = useState(false)

  useEffect(() => {
    if (!down) return
    let wait = firstWaitMs
    let timer: ReturnType<typeof setTimeout>
    const again = async () => {
      await knock()
      wait = Math.min(wait * 1.6, longestWaitMs)
      timer = setTimeout(again, wait)
    }
    timer = setTimeout(again, wait)
    return () => {
      clearTimeout(timer)
      // It answers again: everything in sight is asked for anew.
      void queries.invalidateQueries()
      addToast({ text: text.shell.offline.back })
    }
  }, [down, queries])

  if (!down) return null
  const ask = async () => {
    setAsking(true)
    await knock()
    setAsking(false)
  }
  return (
    <div className="shell-offline" role="status">
      <p>{online ? text.shell.offline.sentence : text.shell.offline.browser}</p>
      <Button size="small" onPress={() => void ask()} isPending={asking}>
        {text.shell.offline.retry}
      </Button>
    </div>
  )
}
