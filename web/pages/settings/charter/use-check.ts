// What is wrong with the charter as typed, asked for a moment after the last key; an older answer never replaces a newer.
import type { Answer } from '@equalizer/client'
import { useEffect, useState } from 'react'
import { send } from '../../../data/write.ts'

export type CharterProblem =
  Answer<'POST /api/organizations/{organization}/charter/check'>['problems'][number]

export interface Check {
  /** null: not known. */
  readonly problems: readonly CharterProblem[] | null
  readonly isChecking: boolean
}

const afterMs = 450

export function useCheck(organization: string, yaml: string): Check {
  const [checked, setChecked] = useState<{ yaml: string; problems: readonly CharterProblem[] } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const ask = async () => {
      const answered = await send('POST /api/organizations/{organization}/charter/check', {
        input: { organization },
        body: { yaml },
        signal: stop.signal,
      }).catch(() => null)
      if (answered?.ok && !stop.signal.aborted) setChecked({ yaml, problems: answered.value.problems })
    }
    const timer = setTimeout(() => void ask(), afterMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [organization, yaml])
  return { problems: checked?.problems ?? null, isChecking: checked?.yaml !== yaml }
}
