// One decision on its way through one entry: what happened so far in it, and the state that this makes.
import type { Act } from '../act/act.ts'
import type { Execution } from '../capability.ts'
import type { Books, Now } from '../kernel/books.ts'
import type { LogEvent } from '../log/entry.ts'
import { asJson } from '../log/json.ts'
import type { Result } from '../refusal.ts'
import type { Verify } from '../signing/ed25519.ts'
import { type DecisionState, openPhases, type Phase } from './decision.ts'
import { evolveDecision, type Opening } from './evolve.ts'

/** What carrying an act out needs to know. */
export interface Carried {
  readonly state: DecisionState
  readonly act: Act
  readonly ranking: readonly (readonly number[])[] | null
}

/** What a decision's steps are given besides its state. */
export interface Setting {
  readonly books: Books
  readonly now: Now
  readonly verify: Verify
  readonly carryOut: (carried: Carried) => Result<Execution>
}

/** Names of the events of a decision. */
type Happening =
  | 'entered'
  | 'ended'
  | 'ballot_cast'
  | 'extended'
  | 'advice_closed'
  | 'closed'
  | 'pause_lapsed'
  | 'pause_ratified'
  | 'answered'
  | 'approved'
  | 'declined'
  | 'objected'
  | 'vetoed'
  | 'paused'
  | 'cancelled'
  | 'expired'
  | 'executed'
  | 'execution_refused'

export interface Course {
  readonly setting: Setting
  state: DecisionState
  readonly events: LogEvent[]
  documents: Readonly<Record<string, string>>
}

const at = ({ now }: Setting) => ({ seq: now.seq, atMs: now.atMs })

/** Goes on with a decision that is open. */
export function resume(setting: Setting, state: DecisionState): Course {
  return { setting, state, events: [], documents: {} }
}

/** Opens one; the first phase is entered by whoever calls. */
export function begin(setting: Setting, opening: Opening): Course {
  const opened = { stream: streamOf(opening.id), type: 'decision.opened', data: asJson(opening) }
  const counted = {
    stream: 'decisions',
    type: 'decisions.opened',
    data: { decision: opening.id, by: opening.act.by },
  }
  const state = evolveDecision(null, opened, at(setting))
  return { setting, state, events: [counted, opened], documents: {} }
}

export function happen(course: Course, what: Happening, data: object = {}): void {
  const event = { stream: streamOf(course.state.id), type: `decision.${what}`, data: asJson(data) }
  course.events.push(event)
  course.state = evolveDecision(course.state, event, at(course.setting))
}

/** Nothing changes it any more. */
export function end(course: Course, phase: Phase): void {
  happen(course, 'ended', { phase })
  const { id, act } = course.state
  course.events.push({ stream: 'decisions', type: 'decisions.closed', data: { decision: id, by: act.by } })
}

export const streamOf = (decision: string): string => `decision/${decision}`

export function isOpen(state: DecisionState): boolean {
  return (openPhases as readonly Phase[]).includes(state.phase)
}
