// Sends an act about rules, says what came of it, and closes the dialog; a refusal stays in it.
import { useState } from 'react'
import { useDoor } from '../../../data/door.ts'
import { useToast } from '../../../parts/toast-list.ts'
import { problemWords } from '../../../words/problem-words.ts'
import { answerWords } from '../../decisions/answer-words.ts'

export function useRuleAct(onDone: () => void) {
  const { send, isPending } = useDoor()
  const toast = useToast()
  const [refused, setRefused] = useState<string | null>(null)
  const act = async (type: string, unit: string, payload: object) => {
    setRefused(null)
    const answered = await send({ kind: 'act', act: { type, unit, payload: payload as never } })
    if (!answered.ok) return setRefused(problemWords(answered.problem))
    toast({ text: answerWords(answered.value) })
    onDone()
  }
  return { act, isPending, refused }
}
