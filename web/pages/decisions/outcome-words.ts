// What a vote came to, or would come to if it closed now, in one sentence; advice is a vote that does not bind.
import { text } from '../../messages/text.ts'
import type { Result } from './tally.ts'
import type { VotePhase } from './words.ts'

export interface Outcome {
  readonly phase: VotePhase
  readonly result: Result
  readonly labels: readonly string[]
  readonly isOpen: boolean
}

/** A reason that this page does not know yet is said as the log has it. */
export function outcomeWords({ phase, result, labels, isOpen }: Outcome): string {
  const { tally } = text.decisions
  const { reason, winner, passed } = result
  const said = isOpen ? tally.soFar : tally.came
  const isChoice = phase !== 'ratify' && labels.length > 2
  if (passed && isChoice && winner !== null) return said.passedOption(labels[winner] ?? String(winner))
  const own: Readonly<Record<string, string>> =
    phase === 'advice' ? said.advice : phase === 'ratify' ? said.ratify : {}
  const known: Readonly<Record<string, unknown>> = { ...said, ...own }
  const words = known[reason]
  return typeof words === 'string' ? words : reason
}
