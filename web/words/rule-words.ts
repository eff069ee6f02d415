// A rule in plain words: who decides within what time, who may stop it; the same words wherever a rule is shown.
import type { Answer } from '@equalizer/client'
import type { UnitRules } from '@equalizer/client/contract'
import { text } from '../messages/text.ts'
import { count, duration } from './format.ts'
import { voteWords } from './rule-words-vote.ts'

export type Rule = UnitRules['classes'][number]['rule']
export type Group = Answer<'GET /api/organizations/{organization}/rules'>['groups'][number]['group']
export type VoteRule = NonNullable<Rule['advise']>['vote']

/** What a group's id is called. */
export type GroupNames = (group: string) => string

/** From the groups of `GET …/rules`; a group that is not among them is called by its id. */
export function groupNames(groups: readonly { readonly group: Pick<Group, 'id' | 'name'> }[]): GroupNames {
  const names = new Map(groups.map(({ group }) => [group.id, group.name]))
  return id => names.get(id) ?? id
}

/** A step as `foresee` and a decision list them. */
export interface SpokenStep {
  readonly phase: string
  readonly groupName: string | null
  /** Milliseconds. */
  readonly ms: number
}

const dayMs = 86_400_000

/** A day is a day and not 24 hours, where it is whole. */
export function spanWords(ms: number): string {
  return ms > 0 && ms % dayMs === 0 ? text.format.duration.days(count(ms / dayMs)) : duration(ms)
}

/** First letter as at the beginning of a sentence. */
export function asSentence(words: string): string {
  const [first = '', ...rest] = Array.from(words)
  const whole = first.toLocaleUpperCase(text.locale) + rest.join('')
  return /[.!?]$/.test(whole) ? whole : `${whole}.`
}

function decides({ decide }: Rule, nameOf: GroupNames): string {
  const words = text.rules
  const { process } = decide
  const group = nameOf(decide.group)
  const span = spanWords(process.windowMs)
  if (process.kind === 'consent') return words.consent(group, span, process.objections)
  if (process.kind === 'vote') return words.vote(group, span)
  return process.of === 1 ? words.alone(group) : words.some(count(process.of), group, span)
}

/** In order of what happens; each without its full stop. */
function partsOf(rule: Rule, nameOf: GroupNames): string[] {
  const words = text.rules
  const { advise, veto, pause, delayMs } = rule
  return [
    ...(advise ? [words.advise(nameOf(advise.group), spanWords(advise.windowMs))] : []),
    decides(rule, nameOf),
    ...(veto ? [words.veto(nameOf(veto.group), spanWords(veto.windowMs), veto.needs)] : []),
    ...(pause ? [words.pause(nameOf(pause.group), spanWords(pause.lapsesMs), pause.needs)] : []),
    ...(delayMs > 0 ? [words.delay(spanWords(delayMs))] : []),
  ]
}

/** One sentence: `Community votes for 5 days; Team may veto within 2 days.` */
export function ruleSentence(rule: Rule, nameOf: GroupNames): string {
  return asSentence(partsOf(rule, nameOf).join('; '))
}

/** All that the rule says, a sentence a line: who proposes, how votes are counted, what ratifies, who changes it. */
export function ruleSentences(rule: Rule, nameOf: GroupNames): string[] {
  const words = text.rules
  const { advise, decide, veto, pause, change, delayMs, expiresMs } = rule
  const { process } = decide
  const lines = [
    words.proposes(nameOf(rule.propose)),
    ...(advise
      ? [
          `${words.advise(nameOf(advise.group), spanWords(advise.windowMs))}: ${voteWords(advise.vote)}`,
          words.answers(nameOf(decide.group), spanWords(advise.answerMs)),
        ]
      : []),
    process.kind === 'vote' ? `${decides(rule, nameOf)}: ${voteWords(process.vote)}` : decides(rule, nameOf),
    ...(veto ? [words.veto(nameOf(veto.group), spanWords(veto.windowMs), veto.needs)] : []),
    ...(pause
      ? [
          words.pause(nameOf(pause.group), spanWords(pause.lapsesMs), pause.needs),
          `${words.ratifies(nameOf(pause.ratifiedBy))}: ${voteWords(pause.vote)}`,
        ]
      : []),
    ...(delayMs > 0 ? [words.delay(spanWords(delayMs))] : []),
    words.expires(spanWords(expiresMs)),
    ...(change
      ? [`${words.changes(nameOf(change.group), spanWords(change.windowMs))}: ${voteWords(change.vote)}`]
      : []),
  ]
  return lines.map(asSentence)
}

/** Steps that lie ahead in one sentence, as `foresee` answers them; none: it is done at once. */
export function stepsSentence(steps: readonly SpokenStep[]): string {
  const words = text.rules
  const said = steps.flatMap(({ phase, groupName, ms }) => {
    const group = groupName ?? ''
    const span = spanWords(ms)
    switch (phase) {
      case 'advice':
        return [words.advise(group, span)]
      case 'approvals':
        return [words.approvals(group, span)]
      case 'consent':
        return [words.consent(group, span, 1)]
      case 'vote':
        return [words.vote(group, span)]
      case 'veto':
        return [words.veto(group, span, 1)]
      case 'delay':
        return [words.delay(span)]
      default:
        return []
    }
  })
  return said.length === 0 ? asSentence(words.atOnce) : asSentence(said.join('; '))
}
