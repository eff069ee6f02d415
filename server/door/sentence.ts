// What came of a command as one English sentence, for the API and the command line: "executed", or what is to follow.
import { type Answered, type DecisionState, type Phase, stepsOf } from '@equalizer/core'

const did: Readonly<Partial<Record<Phase, string>>> = {
  executed: 'is executed',
  rejected: 'is rejected',
  vetoed: 'is vetoed',
  stopped: 'is stopped',
  cancelled: 'is cancelled',
  expired: 'has expired',
  blocked: 'was decided, but its execution was refused',
  paused: 'is paused',
}

const does: Readonly<Partial<Record<Phase, string>>> = {
  advice: 'advises',
  answer: 'answers the advice',
  approvals: 'approves',
  consent: 'may object',
  vote: 'votes',
  veto: 'may veto',
}

/** `Friday 27 November, 18:00 UTC`: the same wherever it is read. */
export function saidTime(ms: number): string {
  const at = new Date(ms)
  const day = at.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return `${day}, ${at.toISOString().slice(11, 16)} UTC`
}

export function sentenceOf(answer: Answered, state: DecisionState | null): string {
  if (answer.outcome === 'executed') return 'executed'
  if (answer.outcome === 'noted') return 'noted'
  if (!state) return `decision ${answer.decision}`
  const closed = did[state.phase]
  if (closed) {
    const why = state.refusal && state.phase === 'blocked' ? `: ${state.refusal.reason}` : ''
    return `decision ${state.id} ${closed}${why}`
  }
  const head = answer.outcome === 'opened' ? `decision ${state.id} opened` : `decision ${state.id}`
  return `${head}: ${ahead(state)}`
}

/** Each step still to come, with when it ends if nothing hastens or halts it. */
function ahead(state: DecisionState): string {
  const { process } = state.rule.decide
  const steps = stepsOf(state.rule, process.kind === 'some' && state.approvals.length >= process.of)
  const from = steps.findIndex(step => step.phase === state.phase)
  let endsMs = state.dueMs
  const words: string[] = []
  for (const [index, step] of steps.slice(Math.max(from, 0)).entries()) {
    if (index > 0 && endsMs !== null) endsMs += step.ms
    const group = step.group === null ? null : (state.groups[step.group]?.name ?? step.group)
    const until = endsMs === null ? '' : ` until ${saidTime(endsMs)}`
    const verb = does[step.phase]
    if (step.phase === 'answer') continue
    if (verb && group) words.push(`${group} ${verb}${until}`)
    else if (step.phase === 'delay')
      words.push(`it is executed after ${endsMs === null ? 'a delay' : saidTime(endsMs)}`)
  }
  return words.join('; ')
}
