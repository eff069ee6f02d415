// What decisions are said with: people, phases, the time that is left, options, and what a ballot says.
import type { Decision, DecisionLine, DoorPerson } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { titleOf } from '../../words/act-title.ts'
import { calledIn, type Naming } from '../../words/facts.ts'
import { duration, exact } from '../../words/format.ts'
import { asSentence } from '../../words/rule-words.ts'
import { proposalWords } from './proposals.ts'

export type VotePhase = 'advice' | 'vote' | 'ratify'
export type Choice = NonNullable<NonNullable<Decision['vote']>['yours']>['choice']

export function personName(person: DoorPerson): string {
  const words = text.decisions
  if (person.you) return person.name === null ? words.you : `${person.name} (${words.you})`
  return person.name ?? words.erased
}

const closed = new Set(['executed', 'rejected', 'vetoed', 'stopped', 'cancelled', 'expired'])
export const isClosed = (phase: string): boolean => closed.has(phase)

export function phaseWords(phase: string): string {
  const names: Readonly<Record<string, string>> = text.decisions.phases
  return Object.hasOwn(names, phase) ? (names[phase] ?? phase) : phase
}

/** `3 days left`; null: nothing runs out. */
export function leftWords({ due, phase }: Pick<DecisionLine, 'due' | 'phase'>, nowMs: number): string | null {
  if (due === null || isClosed(phase)) return null
  const leftMs = Date.parse(due) - nowMs
  return leftMs <= 0 ? text.decisions.overdue : text.decisions.left(duration(leftMs))
}

/** In which vote ballots are cast now. */
export function votePhaseOf(phase: string): VotePhase {
  if (phase === 'advice') return 'advice'
  return phase === 'paused' ? 'ratify' : 'vote'
}

type Asked = Pick<DecisionLine, 'type' | 'title' | 'unit' | 'unitName' | 'asked' | 'names' | 'called'>

/** What the ids in a decision are called. */
export function namingOf({
  names,
  unit,
  unitName,
  called,
}: Pick<Asked, 'names' | 'unit' | 'unitName' | 'called'>): Naming {
  return {
    person: id => (Object.hasOwn(names, id) ? names[id] : undefined),
    unit: id => (id === unit ? unitName : id),
    called: calledIn(called),
  }
}

/** What is asked, in the reader's words: of the payload where that is at hand, since that is what whoever votes signs. */
export const titleWords = (decision: Asked & Partial<Pick<Decision, 'payload'>>): string =>
  titleOf({ ...decision, asked: decision.payload ?? decision.asked }, namingOf(decision))

/** Where it stands, in one sentence. */
export function standsWords(decision: Decision): string {
  const { phase, steps, vote } = decision
  const said = text.decisions.now[phase]
  if (typeof said === 'string') return said
  const group = vote?.groupName ?? steps.find(step => step.phase === phase)?.groupName ?? ''
  return asSentence(said(group))
}

/** What a vote chooses between, in the reader's words. */
export function optionWords(decision: Decision, phase: VotePhase): string[] {
  const words = text.decisions.options
  const proposals = proposalWords(decision, namingOf(decision))
  if (phase === 'ratify') return [words.keepStopped, words.goOn]
  const { options, names } = decision
  return options.map(option => {
    if (option === 'for') return words.for
    if (option === 'against') return words.against
    if (option === 'none') return words.none
    if (/^\d{1,4}$/.test(option))
      return proposals[Number(option)] ?? words.proposal(String(Number(option) + 1))
    return names[option] ?? option
  })
}

/** The option that says no; null: an election, in which none does. */
export function againstOf({ options }: Pick<Decision, 'options'>, phase: VotePhase): number | null {
  if (phase === 'ratify') return 1
  const at = options.findIndex(option => option === 'against' || option === 'none')
  return at < 0 ? null : at
}

const known = (labels: readonly string[], option: number | string): string =>
  labels[Number(option)] ?? String(option)

/** `For`; `Ada, Bo`; `1. Ada, 2. Bo`; `Ada 3, Bo 1`. */
export function choiceWords(choice: Choice, labels: readonly string[], ranked: boolean): string {
  const { abstained } = text.decisions.ballot
  if (typeof choice === 'number') return known(labels, choice)
  if (Array.isArray(choice)) {
    if (choice.length === 0) return abstained
    return choice
      .map((option, place) => `${ranked ? `${place + 1}. ` : ''}${known(labels, Number(option))}`)
      .join(', ')
  }
  if (choice !== null && typeof choice === 'object') {
    const marked = Object.entries(choice).filter(([, points]) => Number(points) > 0)
    if (marked.length === 0) return abstained
    return marked.map(([option, points]) => `${known(labels, option)}: ${String(points)}`).join(', ')
  }
  return abstained
}

export const isRanked = (method: string | null): boolean =>
  method === 'instant-runoff' || method === 'schulze' || method === 'copeland'

/** A weight with all its digits; text that is no whole number stays as it is. */
export const weightWords = (weight: string): string => (/^\d+$/.test(weight) ? exact(weight) : weight)
