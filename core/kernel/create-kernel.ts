// Makes the kernel out of what is plugged in: the one door through which everything goes.
import type { Act } from '../act/act.ts'
import type { Capability } from '../capability.ts'
import { countVote, openVoteOf } from '../decision/count-vote.ts'
import { type Course, type Setting, streamOf } from '../decision/course.ts'
import type { DecisionState } from '../decision/decision.ts'
import { evolveCount, evolveDecision } from '../decision/evolve.ts'
import { no } from '../decision/no.ts'
import { isAtOnce, open } from '../decision/open.ts'
import { frozenAt, frozenGroup } from '../decision/steps.ts'
import { advance, type TakingPart, takePart } from '../decision/take-part.ts'
import { delegating, evolveGiven } from '../delegation/give.ts'
import { weightIn } from '../group/membership.ts'
import type { At, Draft, JsonObject, LogEvent } from '../log/entry.ts'
import { asJson, draftProblem, isUnicode } from '../log/json.ts'
import { stillDecidedBy } from '../move/plan-move.ts'
import {
  type ErasedPerson,
  erasedProblem,
  erasureEvent,
  evolveErased,
  isErasureStream,
} from '../person/erased.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import { evolveRules, rulesIn } from '../rule/rules.ts'
import { type Verify, verifyEd25519 } from '../signing/ed25519.ts'
import { evolveKey, type KeyState, keyed, keyStreamOf } from '../signing/key.ts'
import { plug } from './act-types.ts'
import type { Books, Now } from './books.ts'
import type { Command, Tick } from './command.ts'
import { foreseen } from './foresee.ts'
import type { Answered, Handled, Kernel } from './kernel.ts'
import { type Asking, actTypeOf, carriedOut, planOf } from './plan.ts'

export interface KernelOptions {
  /** Checks signatures of Ed25519; left out: slower, and the same everywhere. */
  readonly verify?: Verify
}

/** Throws where two capabilities claim one name. */
export function createKernel(
  capabilities: readonly Capability[],
  { verify = verifyEd25519 }: KernelOptions = {},
): Kernel {
  const plugged = plug(capabilities)

  function handle(command: Command | Tick, by: string | null, books: Books, now: Now): Result<Handled> {
    assertNow(now)
    const asking: Asking = { plugged, books, now, verify }
    if (command.kind === 'advance') return ticked(asking, command, by)
    if (by === null) throw new Error(`A ${command.kind} is somebody's`)
    if (!isUnicode(command)) {
      return refuse(no('entry.not_unicode', 'The text holds halves of characters', { kind: command.kind }))
    }
    const erased = erasedProblem(books, by)
    if (erased) return refuse(erased)
    switch (command.kind) {
      case 'act':
        return acted(asking, command, by)
      case 'erase': {
        const events = [erasureEvent('person.erased', by)]
        return fitting({ by, command: asJson(command), events }, {}, { outcome: 'noted' })
      }
      case 'delegate':
      case 'revoke': {
        const event = delegating(books, now, command, by)
        if (!event.ok) return event
        return fitting({ by, command: asJson(command), events: [event.value] }, {}, { outcome: 'noted' })
      }
      case 'set_key':
      case 'drop_key': {
        const event = keyed(asking, command, by)
        if (!event.ok) return event
        return fitting({ by, command: asJson(command), events: [event.value] }, {}, { outcome: 'noted' })
      }
      default:
        return tookPart(asking, command, by)
    }
  }

  return {
    handle,
    evolve: (state, event, at) => evolve(plugged, state ?? null, event, at),
    foresee(command, by, books, now) {
      if (command.kind !== 'act') {
        return refuse(no('act.not_an_act', 'Only acts are decided', { kind: command.kind }))
      }
      const asking: Asking = { plugged, books, now, verify }
      const planned = planOf(asking, command.act, by)
      return planned.ok ? accepted(foreseen(settingOf(asking), planned.value.plan)) : planned
    },
    soFar(state, books, now) {
      const vote = openVoteOf(state)
      return vote && countVote(settingOf({ plugged, books, now, verify }), vote, now.atMs)
    },
    weightIn(state, person, books) {
      const vote = openVoteOf(state)
      if (!vote) return 0n
      return weightIn(books, frozenGroup(state, vote.open.group), person, frozenAt(state), state.juries)
    },
  }
}

function acted(asking: Asking, command: Extract<Command, { kind: 'act' }>, by: string): Result<Handled> {
  const planned = planOf(asking, command.act, by)
  if (!planned.ok) return planned
  const { plan, execution } = planned.value
  const how = { class: plan.class, stage: plan.stage }
  const setting = settingOf(asking)
  if (isAtOnce(setting, plan)) {
    const { by: _, ...act } = plan.act
    const draft = { by, command: asJson({ kind: 'act', act, ...how }), events: execution.events }
    return fitting(draft, execution.documents ?? {}, { outcome: 'executed' })
  }
  const course = open(setting, plan)
  if (!course.ok) return course
  // What is asked stands in the event, and not twice in one entry.
  return written(course.value, by, { kind: 'act', decision: course.value.state.id, ...how }, 'opened')
}

function tookPart(asking: Asking, command: TakingPart, by: string): Result<Handled> {
  const settings = command.kind === 'retry' ? [settingOf(asking)] : settingsOf(asking)
  return firstFitting(settings, setting => {
    const course = takePart(setting, command, by)
    return course.ok ? written(course.value, by, asJson(command), 'taken') : course
  })
}

function ticked(asking: Asking, tick: Tick, by: string | null): Result<Handled> {
  if (by !== null) throw new Error('The clock is nobody')
  return firstFitting(settingsOf(asking), setting => {
    const course = advance(setting, tick)
    return course.ok ? written(course.value, null, { ...tick }, 'taken') : course
  })
}

const tooLarge = 'entry.too_large'

/** An execution that would burst the entry is refused like any other: else the decision would stand still for ever. */
function settingsOf(asking: Asking): Setting[] {
  const refusal = no(tooLarge, 'What it does is more than one entry of the log can hold', {})
  return [settingOf(asking), { ...settingOf(asking), carryOut: () => refuse(refusal) }]
}

function firstFitting(
  settings: readonly Setting[],
  go: (setting: Setting) => Result<Handled>,
): Result<Handled> {
  const results: Result<Handled>[] = []
  for (const setting of settings) {
    const result = go(setting)
    if (result.ok || result.refusal.code !== tooLarge) return result
    results.push(result)
  }
  return results[0] as Result<Handled>
}

function written(
  { state, events, documents }: Course,
  by: string | null,
  command: JsonObject,
  outcome: 'opened' | 'taken',
): Result<Handled> {
  const answer = { outcome, decision: state.id, phase: state.phase, dueMs: state.dueMs }
  return fitting({ by, command, events }, documents, answer)
}

function fitting(draft: Draft, documents: Handled['documents'], answer: Answered): Result<Handled> {
  const problem = draftProblem(draft)
  return problem ? refuse(problem) : accepted({ draft, documents, answer })
}

function settingOf({ plugged, books, now, verify }: Asking): Setting {
  function carryOut({ state, act, ranking }: { state: DecisionState; act: Act; ranking: Ranking }) {
    const type = actTypeOf(plugged, act.type)
    if (!type) return refuse(no('act.unknown', 'There is no such act any more', { act: act.type }))
    const rules = rulesIn(books.stream('rules'))
    const changed = state.isMove && rules ? stillDecidedBy(rules, act, state.rule) : null
    if (changed) return refuse(changed)
    return carriedOut(plugged, type, { act, books, now, decision: state.id, ranking })
  }
  return { books, now, carryOut, verify }
}

type Ranking = readonly (readonly number[])[] | null

function evolve(plugged: Asking['plugged'], state: unknown, event: LogEvent, at: At): unknown {
  const { stream } = event
  if (stream === 'rules') return evolveRules(rulesIn(state), event)
  if (stream === 'decisions') return evolveCount(state as Parameters<typeof evolveCount>[0], event)
  if (stream.startsWith(streamOf(''))) return evolveDecision(state as DecisionState | null, event, at)
  if (stream.startsWith('delegation/')) return evolveGiven(state as Parameters<typeof evolveGiven>[0], event)
  if (isErasureStream(stream)) return evolveErased(state as ErasedPerson | null, event, at)
  if (stream.startsWith(keyStreamOf(''))) return evolveKey(state as KeyState | null, event)
  if (stream === 'standing') return null
  const type = plugged.streamType(stream)
  if (!type) throw new Error(`Nobody folds the stream ${stream}`)
  return type.evolve(state as never, event, at)
}

/** The clock and the log's length come from the shell; a wrong one would decide wrongly in silence. */
function assertNow({ seq, atMs }: Now): void {
  if (Number.isSafeInteger(seq) && seq >= 0 && Number.isSafeInteger(atMs) && atMs >= 0) return
  throw new RangeError('The time is whole milliseconds and the log so many entries long')
}

const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })
