// Acts about people, sent through the one door: each says what came of it, done or to be decided.
import type { Problem } from '@equalizer/client'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Command, useDoor } from '../../data/door.ts'
import { useOrganization } from '../../data/organization.ts'
import { useToast } from '../../parts/toast-list.ts'
import { problemWords } from '../../words/problem-words.ts'
import { answerWords } from '../decisions/answer-words.ts'

export type PersonAct =
  | 'charter.admit'
  | 'charter.dismiss'
  | 'charter.grant_role'
  | 'charter.revoke_role'
  | 'charter.erase_person'
export type Came = 'executed' | 'opened' | 'refused'

/** Where a refusal is shown: by the dialog that asked for it, or in a message where there is none. */
type Told = 'here' | 'message'

export interface MemberActs {
  readonly act: (type: PersonAct, payload: Readonly<Record<string, string>>, told?: Told) => Promise<Came>
  readonly send: (command: Command, done: string, told?: Told) => Promise<boolean>
  readonly isPending: boolean
  /** Of the last one; shown where it was pressed. */
  readonly problem: Problem | null
  readonly forget: () => void
}

export function useMemberActs(): MemberActs {
  const organization = useOrganization()
  const navigate = useNavigate()
  const { send, isPending } = useDoor()
  const [problem, setProblem] = useState<Problem | null>(null)
  const toast = useToast()
  return {
    isPending,
    problem,
    forget: () => setProblem(null),
    async act(type, payload, told = 'here') {
      const answered = await send({ kind: 'act', act: { type, unit: 'organization', payload } })
      if (!answered.ok) {
        setProblem(answered.problem)
        if (told === 'message') toast({ text: problemWords(answered.problem) })
        return 'refused'
      }
      setProblem(null)
      toast({ text: answerWords(answered.value) })
      const { outcome, decision } = answered.value
      if (outcome !== 'opened' || decision === null) return 'executed'
      void navigate({ to: '/o/$organization/decisions/$decision', params: { organization, decision } })
      return 'opened'
    },
    async send(command, done, told = 'here') {
      const answered = await send(command)
      setProblem(answered.ok ? null : answered.problem)
      if (answered.ok) toast({ text: done })
      else if (told === 'message') toast({ text: problemWords(answered.problem) })
      return answered.ok
    },
  }
}
