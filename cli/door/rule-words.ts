// A rule and a class's filter in plain words, line by line.
import type { DecisionClass, Rule } from '@equalizer/core'
import { counting } from '../report/words.ts'
import { spanWords } from './words.ts'

export function filterWords({ acts, where }: DecisionClass['filter']): string {
  const conditions = where.map(condition => {
    if ('atMost' in condition) return `${condition.field} at most ${condition.atMost}`
    if ('moreThan' in condition) return `${condition.field} more than ${condition.moreThan}`
    return `${condition.field} one of ${condition.oneOf.join(', ')}`
  })
  const what = acts.includes('*') ? 'every act' : acts.join(', ')
  return conditions.length === 0 ? what : `${what} where ${conditions.join(' and ')}`
}

/** `name`: of a group by its id. */
export function ruleWords(rule: Rule, name: (group: string) => string): string[] {
  const { advise, veto, pause, change } = rule
  return [
    `${name(rule.propose)} proposes`,
    ...(advise
      ? [
          `${name(advise.group)} advises for ${spanWords(advise.windowMs)}; against it takes a published answer`,
        ]
      : []),
    decideWords(rule.decide, name),
    ...(veto ? [`${of(veto, name)} may veto for ${spanWords(veto.windowMs)}`] : []),
    ...(rule.delayMs > 0 ? [`executed after a wait of ${spanWords(rule.delayMs)}`] : []),
    ...(pause
      ? [
          `${of(pause, name)} may pause; it lapses after ${spanWords(pause.lapsesMs)} unless ${name(pause.ratifiedBy)} ratifies it`,
        ]
      : []),
    ...(change
      ? [`${name(change.group)} alone changes this rule, by a vote with threshold ${change.vote.threshold}`]
      : []),
  ]
}

function of({ needs, group }: { needs: number; group: string }, name: (group: string) => string): string {
  return needs === 1 ? `any one of ${name(group)}` : `${needs} of ${name(group)}`
}

function decideWords({ group, process }: Rule['decide'], name: (group: string) => string): string {
  const who = name(group)
  if (process.kind === 'some') return `${of({ needs: process.of, group }, name)} decides`
  const within = `within ${spanWords(process.windowMs)}`
  if (process.kind === 'consent') {
    return `${who} decides by consent ${within}: ${counting(process.objections, 'objection')} stop it`
  }
  const { method, quorum, threshold } = process.vote
  return `${who} votes ${within}: ${method}, quorum ${quorum}, threshold ${threshold}`
}
