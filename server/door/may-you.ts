// What somebody can do with a decision now, found by asking the kernel itself: nothing here knows who may.
import type { Books, Command, DecisionState, Kernel, Now, Phase } from '@equalizer/core'

const parts = [
  'ballot',
  'approve',
  'decline',
  'object',
  'answer',
  'veto',
  'pause',
  'cancel',
  'retry',
] as const
export type Part = (typeof parts)[number]

/** What is worth asking for in each phase; a closed decision takes nothing. */
const inPhase: Readonly<Partial<Record<Phase, readonly Part[]>>> = {
  advice: ['ballot', 'cancel'],
  answer: ['answer', 'cancel'],
  approvals: ['approve', 'decline', 'cancel'],
  consent: ['object', 'cancel'],
  vote: ['ballot', 'pause', 'cancel'],
  veto: ['veto', 'pause'],
  delay: ['pause'],
  paused: ['ballot'],
  blocked: ['retry', 'pause'],
}

const reason = '?'

function commandOf(part: Part, decision: string): Command {
  switch (part) {
    case 'ballot':
      return { kind: 'ballot', decision, choice: null }
    case 'answer':
      return { kind: 'answer', decision, proceed: true, reason }
    case 'approve':
    case 'retry':
      return { kind: part, decision }
    default:
      return { kind: part, decision, reason }
  }
}

/** In which vote a ballot would be cast now. */
export function votePhase({ phase }: DecisionState): 'advice' | 'vote' | 'ratify' {
  if (phase === 'advice') return 'advice'
  return phase === 'paused' ? 'ratify' : 'vote'
}

/** Reads through the books: what they lack they ask for. An execution that would be refused is no reason against. */
export function mayDo(
  kernel: Kernel,
  state: DecisionState,
  person: string | null,
  books: Books,
  now: Now,
): Part[] {
  if (person === null) return []
  const asked = inPhase[state.phase] ?? []
  return asked.filter(part => {
    const handled = kernel.handle(commandOf(part, state.id), person, books, now)
    // Whether a ballot is signed is asked last: whoever only lacks the signature may cast one.
    return handled.ok || handled.refusal.code === 'ballot.unsigned'
  })
}
