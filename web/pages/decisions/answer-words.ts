// What came of a command, in the reader's words.
import type { DoorAnswer } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { instant } from '../../words/format.ts'
import { isClosed, phaseWords } from './words.ts'

export function answerWords({ outcome, decision, phase, due }: DoorAnswer): string {
  const words = text.decisions.answers
  if (outcome === 'opened' && decision !== null) {
    if (phase === null || due === null) return words.opened(decision)
    return words.openedUntil(decision, phaseWords(phase), instant(due))
  }
  if (outcome === 'taken' && phase !== null && isClosed(phase)) return words.takenAndOver(phaseWords(phase))
  return words[outcome === 'opened' ? 'executed' : outcome]
}
