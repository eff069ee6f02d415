// An entry of the log as a sentence, and what came of it as further ones.
import { logWords } from '../../messages/log-words.ts'
import { text } from '../../messages/text.ts'
import { titleOf } from '../../words/act-title.ts'
import { factsOf, personWords } from '../../words/facts.ts'
import { moveChanges } from '../../words/move-changes.ts'
import { asSentence } from '../../words/rule-words.ts'
import { choiceWords, phaseWords } from '../decisions/words.ts'
import { clockSentence } from './clock-sentence.ts'
import { type Entry, eventsOf, type LogEvent, type Reading } from './entry.ts'

export interface EntrySaid {
  readonly sentence: string
  /** Further sentences. */
  readonly came: readonly string[]
  /** The decision that it is part of, or that it opened. */
  readonly decision: string | null
}

interface Asked {
  readonly type: string
  readonly unit: string
  readonly payload: Readonly<Record<string, unknown>>
}

interface Told {
  readonly kind?: string
  readonly decision?: string
  readonly choice?: unknown
  readonly act?: Asked
}

/** What is asked in a decision, in the reader's words where there are any. */
function decisionTitle(id: string | null, reading: Reading): string {
  if (id === null) return logWords().said.unnamed
  const known = reading.decisions[id]
  return known ? titleOf(known, reading) : id
}

/** The event in words, told of whoever did it; null: bookkeeping, or of a kind that has no words here. */
function eventWords(event: LogEvent, who: string | null, reading: Reading): string | null {
  const { events } = logWords().said
  const say = Object.hasOwn(events, event.type) ? events[event.type] : undefined
  const words = say?.(who, factsOf(event, reading).fact)
  return words ? asSentence(words) : null
}

function openedBy(entry: Entry): string | null {
  const opened = eventsOf(entry).find(event => event.type === 'decisions.opened')?.data.decision
  return typeof opened === 'string' ? opened : null
}

export function decisionOf(entry: Entry): string | null {
  return (entry.command as Told).decision ?? openedBy(entry)
}

/** Of an entry that sends an act: made of the act itself. */
function actTitle(entry: Entry, reading: Reading): string | null {
  const { act } = entry.command as Told
  if (!act) return null
  const { type, unit, payload } = act
  return titleOf({ type, unit, title: entry.title, asked: payload ?? {} }, reading)
}

function ballotSentence(entry: Entry, who: string, id: string | null, reading: Reading): string {
  const words = logWords().said
  const title = decisionTitle(id, reading)
  const cast = eventsOf(entry).find(event => event.type === 'decision.ballot_cast')?.data
  const { choice } = entry.command as Told
  if (choice === null || (Array.isArray(choice) && choice.length === 0)) return words.abstained(who, title)
  const said = choiceWords(choice as never, optionWords(id, cast?.phase, reading), false)
  return cast?.phase === 'advice' ? words.advised(who, said, title) : words.voted(who, said, title)
}

function optionWords(id: string | null, phase: unknown, { decisions, person }: Reading): string[] {
  const words = text.decisions.options
  if (phase === 'ratify' || phase === 'paused') return [words.keepStopped, words.goOn]
  const own: Readonly<Record<string, string>> = {
    for: words.for,
    against: words.against,
    none: words.none,
  }
  const options = (id === null ? undefined : decisions[id]?.options) ?? []
  return options.map(option => {
    if (/^\d{1,4}$/.test(option)) return words.proposal(String(Number(option) + 1))
    return own[option] ?? personWords(option, { person })
  })
}

/** Who sent it; null: nobody did, it was the clock or the founding. */
export const senderWords = ({ by }: Entry, reading: Reading): string | null =>
  by === null ? null : personWords(by, reading)

interface Main {
  readonly sentence: string
  /** The event that the sentence already says. */
  readonly said: LogEvent | null
}

function mainOf(entry: Entry, reading: Reading): Main {
  const words = logWords().said
  const { kind = '' } = entry.command as Told
  const who = senderWords(entry, reading)
  const id = decisionOf(entry)
  if (kind === 'found') return { sentence: words.found, said: null }
  if (kind === 'advance') return clockSentence(eventsOf(entry), decisionTitle(id, reading))
  if (kind === 'ballot')
    return { sentence: ballotSentence(entry, who ?? words.nobody, id, reading), said: null }
  const part = Object.hasOwn(words.parts, kind) ? words.parts[kind] : undefined
  if (part) return { sentence: part(who ?? words.nobody, decisionTitle(id, reading)), said: null }
  if (kind === 'act' && openedBy(entry) !== null)
    return {
      sentence: words.proposed(who ?? words.nobody, actTitle(entry, reading) ?? decisionTitle(id, reading)),
      said: null,
    }
  const spoken = eventsOf(entry).find(event => eventWords(event, who, reading) !== null)
  if (spoken) return { sentence: eventWords(spoken, who, reading) ?? '', said: spoken }
  const title = actTitle(entry, reading) ?? logWords().log.unclear
  return { sentence: words.did(who ?? words.nobody, title), said: null }
}

/** Told apart from what the first sentence says already. */
const silent = new Set(['decision.opened', 'decision.ballot_cast', 'decision.approved'])

function cameWords(event: LogEvent, reading: Reading): string | null {
  const words = text.decisions.happened
  if (silent.has(event.type)) return null
  const phase = phaseWords(String(event.data.phase ?? ''))
  if (event.type === 'decision.entered') return words.entered(phase)
  if (event.type === 'decision.ended') return words.ended(phase)
  const own = eventWords(event, null, reading)
  if (own !== null) return own
  const isOfDecision = event.type.startsWith('decision.')
  return isOfDecision && Object.hasOwn(words.events, event.type) ? (words.events[event.type] ?? null) : null
}

/** A group that this entry takes away is called as it was. */
function knowingBefore({ before }: Entry, reading: Reading): Reading {
  const group = before?.group as { readonly id?: string; readonly name?: string } | null | undefined
  if (!group?.id || typeof group.name !== 'string') return reading
  const was = { name: group.name, decimals: null }
  return {
    ...reading,
    called: stream => (stream === `group/${group.id}` ? was : reading.called(stream)),
    group: id => (id === group.id ? was.name : reading.group(id)),
  }
}

export function entrySaid(entry: Entry, given: Reading): EntrySaid {
  const reading = knowingBefore(entry, given)
  const { sentence, said } = mainOf(entry, reading)
  const { kind } = entry.command as Told
  const opened = openedBy(entry)
  const rest = kind === 'found' ? [] : eventsOf(entry).filter(event => event !== said)
  const came = rest.flatMap(event => cameWords(event, reading) ?? [])
  const names = { person: (id: string) => personWords(id, reading), group: reading.group }
  const moved = eventsOf(entry).flatMap(event => moveChanges(event, entry.before, names))
  const all = [...(opened === null ? [] : [logWords().said.opened(opened)]), ...came, ...moved]
  return { sentence: asSentence(sentence), came: [...new Set(all)], decision: decisionOf(entry) }
}
