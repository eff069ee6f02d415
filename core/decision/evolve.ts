// Folds the events of one decision; each says what came of it, so that folding never has to decide anything.
import type { At, LogEvent } from '../log/entry.ts'
import type { DecisionState, OpenPhase, OpenVote, Phase, Said, VoteResult } from './decision.ts'

/** What `decision.opened` says: everything that stands still while it is being decided. */
export type Opening = Pick<
  DecisionState,
  | 'id'
  | 'act'
  | 'class'
  | 'stage'
  | 'isMove'
  | 'rule'
  | 'groups'
  | 'openedSeq'
  | 'options'
  | 'against'
  | 'juries'
  | 'draw'
>

/** What the other events say, each its own part of it. */
interface DecisionData extends Opening {
  readonly phase: Phase
  readonly dueMs: number | null
  readonly vote: OpenVote | null
  readonly person: string
  readonly reason: string
  readonly code: string
  readonly again: boolean
  readonly leftMs: number
  readonly closesMs: number
  readonly extensions: number
  readonly result: VoteResult
}

const unopened: Omit<DecisionState, keyof Opening | 'openedMs'> = {
  phase: 'blocked',
  dueMs: null,
  vote: null,
  advice: null,
  answer: null,
  approvals: [],
  declines: [],
  objections: [],
  result: null,
  vetoes: [],
  pauses: [],
  paused: null,
  ratification: null,
  refusal: null,
  closedMs: null,
  closing: null,
}

/** Total: an event that the kernel made always folds, and one that it did not make changes nothing. */
export function evolveDecision(state: DecisionState | null, event: LogEvent, { atMs }: At): DecisionState {
  const data = event.data as unknown as DecisionData
  if (event.type === 'decision.opened') return { ...unopened, ...data, openedMs: atMs }
  if (state === null) return state as unknown as DecisionState
  const said: Said = { person: data.person, reason: data.reason, atMs }
  switch (event.type) {
    case 'decision.entered':
      return entered(state, data)
    case 'decision.ended':
      return { ...state, phase: data.phase, dueMs: null, vote: null, paused: null, closedMs: atMs }
    case 'decision.ballot_cast':
      return data.again ? state : withVote(state, vote => ({ ...vote, ballots: vote.ballots + 1 }))
    case 'decision.extended':
      return {
        ...withVote(state, vote => ({ ...vote, closesMs: data.closesMs, extensions: data.extensions })),
        dueMs: data.closesMs,
      }
    case 'decision.advice_closed':
      return { ...state, advice: data.result }
    case 'decision.closed':
      return { ...state, result: data.result }
    case 'decision.pause_lapsed':
    case 'decision.pause_ratified':
      return { ...state, ratification: data.result }
    case 'decision.answered':
      return { ...state, answer: said }
    case 'decision.approved':
      return { ...state, approvals: [...state.approvals, { person: data.person, atMs }] }
    case 'decision.declined':
      return { ...state, declines: [...state.declines, said] }
    case 'decision.objected':
      return { ...state, objections: [...state.objections, said] }
    case 'decision.vetoed':
      return { ...state, vetoes: [...state.vetoes, said] }
    case 'decision.paused':
      return { ...state, pauses: [...state.pauses, said] }
    case 'decision.cancelled':
      return { ...state, closing: said }
    case 'decision.execution_refused':
      return { ...state, refusal: { code: data.code, reason: data.reason } }
    case 'decision.executed':
      return { ...state, refusal: null }
    default:
      return state
  }
}

/** Into a pause goes what it halted; out of it, or on, goes what comes next. */
function entered(state: DecisionState, { phase, dueMs, vote, leftMs }: DecisionData): DecisionState {
  const paused = phase === 'paused' ? { phase: state.phase as OpenPhase, leftMs, vote: state.vote } : null
  return { ...state, phase, dueMs, vote, paused }
}

function withVote(state: DecisionState, change: (vote: OpenVote) => OpenVote): DecisionState {
  return state.vote ? { ...state, vote: change(state.vote) } : state
}

/** What the stream `decisions` counts. */
export interface DecisionCount {
  readonly last: number
  readonly open: number
  /** Open ones by who sent them; nobody with none. */
  readonly openBy: Readonly<Record<string, number>>
}

export const noDecisions: DecisionCount = { last: 0, open: 0, openBy: {} }

export function evolveCount(state: DecisionCount | null, event: LogEvent): DecisionCount {
  const { last, open, openBy } = state ?? noDecisions
  const by = String(event.data.by)
  switch (event.type) {
    case 'decisions.opened':
      return { last: last + 1, open: open + 1, openBy: counted(openBy, by, 1) }
    case 'decisions.closed':
      return { last, open: open - 1, openBy: counted(openBy, by, -1) }
    default:
      return { last, open, openBy }
  }
}

function counted(openBy: DecisionCount['openBy'], by: string, step: 1 | -1): DecisionCount['openBy'] {
  const { [by]: has = 0, ...others } = openBy
  return has + step > 0 ? { ...others, [by]: has + step } : others
}
