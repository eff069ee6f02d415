// Every stream that there can be, with all that can happen on it: the core's own, and those that capabilities declare.
import type { Capability, EventSchemas } from '../../capability.ts'
import { countEvents, decisionEvents } from './decision-events.ts'
import { delegationEvents, keyEvents, personEvents, standingEvents } from './people-events.ts'
import { rulesEvents } from './rules-events.ts'

export interface StreamSchema {
  /** `treasury/account`, `decision`. */
  readonly kind: string
  /** Of the names of such streams. */
  readonly pattern: RegExp
  readonly events: EventSchemas
  /** Null: the core itself. */
  readonly capability: string | null
}

const core = (kind: string, id: string, events: EventSchemas): StreamSchema => ({
  kind,
  pattern: new RegExp(`^${kind}${id}$`),
  events,
  capability: null,
})

const person = '/p-[a-z0-9]{4,40}'

/** Without `decision.opened`, whose schema depends on the acts that are plugged in. */
const coreStreams: readonly StreamSchema[] = [
  core('rules', '', rulesEvents),
  core('decisions', '', countEvents),
  core('decision', '/D-[1-9]\\d{0,11}', decisionEvents),
  core('standing', '', standingEvents),
  core('delegation', person, delegationEvents),
  core('key', person, keyEvents),
  core('person', person, personEvents),
]

/** Throws where one type of event is declared twice. */
export function streamSchemas(capabilities: readonly Capability[]): StreamSchema[] {
  const theirs = capabilities.flatMap(({ name, streams }) =>
    streams.map(({ kind, events }) => ({
      kind,
      pattern: new RegExp(`^${kind}(/[A-Za-z0-9][A-Za-z0-9._-]{0,199})?$`),
      events,
      capability: name,
    })),
  )
  const all = [...coreStreams, ...theirs]
  const types = all.flatMap(({ events }) => Object.keys(events))
  const twice = types.find((type, i) => types.indexOf(type) !== i)
  if (twice !== undefined) throw new Error(`Two streams declare the event ${twice}`)
  return all
}
