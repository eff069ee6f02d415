// Taking part in a decision: sends, says what came of it, and keeps a refusal to be shown.
import type { Problem } from '@equalizer/client'
import { useState } from 'react'
import { type Command, useDoor } from '../../data/door.ts'
import { useToast } from '../../parts/toast-list.ts'
import { answerWords } from './answer-words.ts'

export interface TakingPart {
  /** True: it was taken. */
  readonly send: (command: Command) => Promise<boolean>
  readonly isPending: boolean
  /** A refusal from elsewhere, to be shown in the same place. */
  readonly refuse: (problem: Problem) => void
  readonly problem: Problem | null
  readonly forget: () => void
}

export function usePart(): TakingPart {
  const { send, isPending } = useDoor()
  const [problem, setProblem] = useState<Problem | null>(null)
  const toast = useToast()
  return {
    isPending,
    problem,
    refuse: setProblem,
    forget: () => setProblem(null),
    async send(command) {
      const answered = await send(command)
      setProblem(answered.ok ? null : answered.problem)
      if (answered.ok) toast({ text: answerWords(answered.value) })
      return answered.ok
    },
  }
}
