// What happened and when, entry by entry of the log.
import type { Decision } from '@equalizer/client/contract'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { logWords } from '../../messages/log-words.ts'
import { text } from '../../messages/text.ts'
import { Section } from '../../parts/section.tsx'
import { factsOf, type Naming } from '../../words/facts.ts'
import { count, instant, instantShort } from '../../words/format.ts'
import { asSentence } from '../../words/rule-words.ts'
import { namingOf, personName, phaseWords } from './words.ts'

type Happening = Decision['timeline'][number]

/** An act's own events as the log says them; what nobody worded by its name in the log. */
function eventWords({ event, data }: Happening, naming: Naming): string {
  const words = text.decisions.happened
  const phase = phaseWords(String((data as { phase?: unknown }).phase ?? ''))
  if (event === 'decision.entered') return words.entered(phase)
  if (event === 'decision.ended') return words.ended(phase)
  const { events } = logWords().said
  const say = Object.hasOwn(events, event) ? events[event] : undefined
  const said = say?.(null, factsOf({ type: event, data }, naming).fact)
  if (said) return asSentence(said)
  return Object.hasOwn(words.events, event) ? (words.events[event] ?? event) : event
}

/** Bookkeeping that says nothing further. */
const silent = new Set([
  'decisions.opened',
  'decisions.closed',
  'decision.ballot_cast',
  'standing.set',
  'curation.recommendation_given',
  'treasury.outside_changed',
])

/** Events of one entry stand together. */
function byEntry(timeline: Decision['timeline']) {
  const entries = new Map<number, Happening[]>()
  for (const one of timeline) {
    if (silent.has(one.event)) continue
    entries.set(one.seq, [...(entries.get(one.seq) ?? []), one])
  }
  return [...entries.entries()]
}

export interface HappenedProps {
  readonly decision: Decision
  readonly hasBallots: boolean
}

export function Happened({ decision, hasBallots }: HappenedProps) {
  const organization = useOrganization()
  const words = text.decisions.happened
  const naming = namingOf(decision)
  return (
    <Section title={words.title} {...(hasBallots ? { hint: words.hint } : {})}>
      <ol className="happened">
        {byEntry(decision.timeline).map(([seq, events]) => {
          const [first] = events
          if (!first) return null
          return (
            <li key={seq} className="happened-entry">
              <time dateTime={first.at} title={instant(first.at)} className="happened-time soft">
                {instantShort(first.at)}
              </time>
              <span className="happened-what">
                {events.map((one, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the log does not change
                  <span key={place}>{eventWords(one, naming)} </span>
                ))}
                <span className="soft" dir="auto">
                  {first.by ? personName(first.by) : words.clock}
                </span>
              </span>
              <Link
                to="/o/$organization/log/$entry"
                params={{ organization, entry: String(seq) }}
                className="happened-entry-number soft"
              >
                {words.entry(count(seq))}
              </Link>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
