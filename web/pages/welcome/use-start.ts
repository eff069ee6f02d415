// Starts an organization in one of the ways there are; a refusal stays to be shown where it was asked for.
import type { Answer, Body, Problem } from '@equalizer/client'
import { useState } from 'react'
import { useWrite } from '../../data/write.ts'

type Start = Body<'POST /api/organizations'>['start']
export type Started = Answer<'POST /api/organizations'>

export interface Starting {
  /** The way that is under way. */
  readonly pending: Start['from'] | null
  readonly refused: { readonly from: Start['from']; readonly problem: Problem } | null
  readonly start: (start: Start, name?: string) => Promise<Started | null>
}

/** What each way to begin is given. */
export interface ChoicesProps {
  readonly starting: Starting
  readonly onStarted: (started: Started) => void
}

export function useStart(): Starting {
  const writing = useWrite('POST /api/organizations')
  const [pending, setPending] = useState<Start['from'] | null>(null)
  const [refused, setRefused] = useState<Starting['refused']>(null)
  return {
    pending,
    refused,
    async start(start, name) {
      setPending(start.from)
      setRefused(null)
      const answered = await writing.mutateAsync({
        input: {},
        body: { start, ...(name ? { name } : {}) },
      })
      setPending(null)
      if (answered.ok) return answered.value
      setRefused({ from: start.from, problem: answered.problem })
      return null
    },
  }
}
