// One decision as text: where it stands, what its vote comes to so far, what you can do, and what happened.
import type { Answer } from '@equalizer/client'
import { harmless } from '../terminal/text.ts'
import { tableText } from './put-out.ts'
import { stageWords, stepsWords, timeWords } from './words.ts'

export type Decision = Answer<'GET /api/organizations/{organization}/decisions/{decision}'>
type Result = NonNullable<Decision['result']>

export function decisionText(decision: Decision): string {
  const { id, title, type, unitName, className, stage, by, opened } = decision
  const lines = [
    `${id}: ${title}`,
    `${type} in ${unitName}; ${className}, stage ${stageWords(stage)}`,
    `sent by ${called(by)} on ${timeWords(opened)}${noteWords(decision)}`,
    `by the rule: ${stepsWords(decision.steps)}`,
    `now: ${decision.phase}${decision.due === null ? '' : ` until ${timeWords(decision.due)}`}`,
    ...voteLines(decision),
    ...saidLines(decision),
    ...(decision.mayYou.length === 0 ? [] : [`you can: ${decision.mayYou.map(verbOf).join(', ')}`]),
  ]
  const events = timelineRows(decision)
  return [...lines.map(harmless), tableText(events)].join('\n')
}

/** One row an entry: when, what, by whom. */
function timelineRows({ timeline }: Decision): string[][] {
  const entries = new Map<number, { at: string; who: string; words: Set<string> }>()
  for (const { seq, at, by, event, data } of timeline) {
    const entry = entries.get(seq) ?? { at, who: by === null ? '' : called(by), words: new Set() }
    entries.set(seq, entry)
    const words = eventWords(event, data)
    if (words !== null) entry.words.add(words)
  }
  return [...entries.values()].map(({ at, who, words }) => ['', timeWords(at), [...words].join(', '), who])
}

/** Null: said by another event of the same entry. */
function eventWords(event: string, { phase }: Decision['timeline'][number]['data']): string | null {
  if (event.startsWith('decisions.')) return null
  if (event === 'decision.entered') return phase === 'paused' ? null : `now ${phase}`
  if (event === 'decision.ended') return String(phase)
  return event.startsWith('decision.') ? event.slice('decision.'.length).replaceAll('_', ' ') : event
}

const erasedWords = '(erased)'

function noteWords({ note, noteErased }: Decision): string {
  if (noteErased) return `: ${erasedWords}`
  return note === null ? '' : `: ${note}`
}

const verbOf = (part: string) => (part === 'ballot' ? 'vote' : part)

function called({ id, name }: Decision['by']): string {
  return name ?? id
}

/** An option as a person reads it: a candidate by name. */
function optionName({ options, names }: Decision, index: number): string {
  const option = options[index] ?? String(index)
  return names[option] ?? option
}

function voteLines(decision: Decision): string[] {
  const { vote, advice, result, ratification } = decision
  const open =
    vote === null
      ? []
      : [
          `vote of ${vote.groupName}: ${vote.ballots} of ${vote.eligible.members} cast a ballot, quorum ${vote.quorum}, threshold ${vote.threshold}`,
          ...(vote.soFar === null ? [] : [`so far: ${resultWords(decision, vote.soFar)}`]),
        ]
  const over = [
    ['advice', advice],
    ['vote', result],
    ['vote on the pause', ratification],
  ] as const
  return [...open, ...over.flatMap(([name, one]) => (one ? [`${name}: ${resultWords(decision, one)}`] : []))]
}

function resultWords(decision: Decision, { passed, reason, scores, taking, eligible }: Result): string {
  const each = scores.map((score, index) => `${optionName(decision, index)} ${score}`).join(', ')
  const came = passed ? 'passes' : `does not pass (${reason.replaceAll('_', ' ')})`
  return `${each}; ${taking} of ${eligible.weight} took part; ${came}`
}

function saidLines({
  answer,
  approvals,
  declines,
  objections,
  vetoes,
  pauses,
  refusal,
  closing,
}: Decision): string[] {
  const lists = [
    ['answered', answer === null ? [] : [answer]],
    ['declined', declines],
    ['objected', objections],
    ['vetoed', vetoes],
    ['paused', pauses],
    ['ended', closing === null ? [] : [closing]],
  ] as const
  return [
    ...(approvals.length === 0
      ? []
      : [`approved by ${approvals.map(({ person }) => called(person)).join(', ')}`]),
    ...lists.flatMap(([what, said]) =>
      said.map(({ person, reason }) => `${what} by ${called(person)}: ${reason ?? erasedWords}`),
    ),
    ...(refusal === null ? [] : [`execution refused: ${refusal.reason} (${refusal.code})`]),
  ]
}
