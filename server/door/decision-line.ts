// A decision in short, as lists show it.
import type { DecisionLine, DoorPerson } from '@equalizer/client/contract'
import type { DecisionState } from '@equalizer/core'
import { shortOf } from './asked.ts'
import { type CalledBy, calledOf } from './called.ts'
import type { Part } from './may-you.ts'
import { withNames } from './named.ts'
import { titleOf } from './title.ts'

export interface Naming {
  person(id: string): DoorPerson
  unit(id: string): string
  class(unit: string, id: string): string
  group(id: string): string
  readonly called: CalledBy
}

const personIds = /\bp-[a-z0-9]{4,40}\b/g

export const moment = (ms: number): string => new Date(ms).toISOString()
export const momentOrNull = (ms: number | null): string | null => (ms === null ? null : moment(ms))

export function lineOf(
  state: DecisionState,
  naming: Naming,
  mayYou: Part[],
  hasBallot: boolean,
): DecisionLine {
  const { act } = state
  return {
    id: state.id,
    unit: act.unit,
    unitName: naming.unit(act.unit),
    class: state.class,
    className: naming.class(act.unit, state.class),
    type: act.type,
    title: withNames(titleOf(act.type, act.payload), id => naming.person(id).name),
    asked: shortOf(act.payload),
    names: namesIn(shortOf(act.payload), naming),
    called: calledOf(naming.called, { type: act.type, data: act.payload }),
    stage: state.stage,
    phase: state.phase,
    isMove: state.isMove,
    by: naming.person(act.by),
    opened: moment(state.openedMs),
    due: momentOrNull(state.dueMs),
    closed: momentOrNull(state.closedMs),
    mayYou,
    waits: mayYou.some(part => part === 'approve' || part === 'answer' || (part === 'ballot' && !hasBallot)),
  }
}

function namesIn(asked: DecisionLine['asked'], naming: Naming): DecisionLine['names'] {
  const ids = new Set(JSON.stringify(asked).match(personIds) ?? [])
  return Object.fromEntries([...ids].map(id => [id, naming.person(id).name]))
}
