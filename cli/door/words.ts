// Times, spans, stages and steps in the words of the command line.
import { type Stage, stageNames } from '@equalizer/core'
import { counting } from '../report/words.ts'

const hourMs = 3_600_000
const units = [
  [24 * hourMs, 'day'],
  [hourMs, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
] as const

/** In the largest unit that it is a whole number of: 5 days, 36 hours. */
export function spanWords(ms: number): string {
  const whole = units.find(([size]) => ms >= size && ms % size === 0)
  return whole ? counting(ms / whole[0], whole[1]) : counting(ms, 'millisecond')
}

/** `2026-03-06 12:00 UTC`. */
export function timeWords(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`
}

export function stageWords(stage: Stage): string {
  return `${stage} ${stageNames[stage]}`
}

interface Step {
  readonly phase: string
  readonly groupName: string | null
  readonly ms: number
}

const verbs: Readonly<Record<string, string>> = {
  advice: 'advises',
  answer: 'answers the advice',
  approvals: 'approves',
  consent: 'may object',
  vote: 'votes',
  veto: 'may veto',
}

/** `Community votes for 5 days; Team may veto for 2 days; then it is executed`. */
export function stepsWords(steps: readonly Step[]): string {
  const said = steps.map(({ phase, groupName, ms }) => {
    if (phase === 'delay') return `a wait of ${spanWords(ms)}`
    const often = phase === 'answer' || phase === 'approvals' ? 'within' : 'for'
    return `${groupName ?? ''} ${verbs[phase] ?? phase} ${often} ${spanWords(ms)}`
  })
  return [...said, 'then it is executed'].join('; ')
}
