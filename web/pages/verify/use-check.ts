// One check at a time, in a worker that is fetched with the first; it can be stopped, and ends with the page.
import type { Progress } from '@equalizer/verify'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Job, Outcome, Said } from './messages.ts'
import { readSeen, remember } from './seen-logs.ts'

export type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly isKept: boolean }

type Given<J> = J extends unknown ? Omit<J, 'seen' | 'nowMs'> : never

export interface Checking {
  readonly state: State
  readonly start: (job: Given<Job>) => void
  readonly stop: () => void
}

const unreadable: Outcome = {
  kind: 'refused',
  refusal: { code: 'memory.unreadable', reason: 'What this browser kept of logs cannot be read', facts: {} },
}

export function useCheck(): Checking {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const worker = useRef<Worker>(undefined)
  const end = useCallback(() => {
    worker.current?.terminate()
    worker.current = undefined
  }, [])
  useEffect(() => end, [end])
  const start = (job: Given<Job>) => {
    end()
    const seen = readSeen()
    if (seen === null) return setState({ kind: 'done', outcome: unreadable, isKept: false })
    let isKept = true
    const done = (outcome: Outcome) => {
      end()
      setState({ kind: 'done', outcome, isKept })
    }
    const made = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    worker.current = made
    made.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'progress') setState({ kind: 'running', progress: data.progress })
      else if (data.kind === 'remember') isKept = remember(data.name, data.remembered) && isKept
      else if (data.kind !== 'evidence') done(data)
    })
    made.addEventListener('error', event => {
      event.preventDefault()
      done({ kind: 'fault', message: event.message ?? '' })
    })
    setState({ kind: 'running', progress: null })
    made.postMessage({ ...job, seen, nowMs: Date.now() } satisfies Job)
  }
  const stop = () => {
    end()
    setState({ kind: 'idle' })
  }
  return { state, start, stop }
}
