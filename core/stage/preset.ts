// A rule for each of the five stages, to start from; the stage is computed from it like from any other.
import type { Rule } from '../rule/rule.ts'
import type { VoteRule } from '../voting/vote-rule.ts'
import type { Stage } from './stage.ts'

const day = 86_400_000

/** Milliseconds. */
export interface Spans {
  readonly adviceMs: number
  readonly answerMs: number
  readonly voteMs: number
  readonly vetoMs: number
  readonly delayMs: number
  readonly pauseMs: number
  readonly expiresMs: number
}

export const usualSpans: Spans = {
  adviceMs: 3 * day,
  answerMs: 7 * day,
  voteMs: 5 * day,
  vetoMs: 2 * day,
  delayMs: day,
  pauseMs: 14 * day,
  expiresMs: 30 * day,
}

/** More than half of those who say for or against. `quorum`: a share of the eligible weight, `1/5`. */
export function majority(quorum: string): VoteRule {
  return {
    method: 'single-choice',
    quorum,
    abstentionsCount: true,
    threshold: '1/2',
    reach: 'more-than',
    thresholdOf: 'counted',
    earlyClose: false,
    extension: null,
  }
}

export function supermajority(quorum: string): VoteRule {
  return { ...majority(quorum), threshold: '2/3', reach: 'at-least' }
}

export interface PresetGroups {
  readonly center: string
  readonly edge: string
  /** Elected or drawn from the edge; from Community on it may pause. */
  readonly council: string
}

export function presetRule(stage: Stage, groups: PresetGroups, spans: Partial<Spans> = {}): Rule {
  const { center, edge, council } = groups
  const times = { ...usualSpans, ...spans }
  const team: Rule = {
    center,
    edge,
    propose: center,
    advise: null,
    decide: { group: center, process: { kind: 'some', of: 1, windowMs: times.voteMs } },
    veto: null,
    pause: null,
    delayMs: 0,
    expiresMs: times.expiresMs,
    change: null,
  }
  if (stage === 0) return team
  const advice = { group: edge, windowMs: times.adviceMs, vote: majority('0/1'), answerMs: times.answerMs }
  if (stage === 1) return { ...team, advise: advice }
  const vote = { kind: 'vote', windowMs: times.voteMs, vote: majority('1/5') } as const
  const community: Rule = {
    ...team,
    propose: edge,
    decide: { group: edge, process: vote },
    delayMs: times.delayMs,
  }
  if (stage === 2) {
    return { ...community, veto: { group: center, windowMs: times.vetoMs, needs: 1 }, delayMs: 0 }
  }
  if (stage === 3) {
    const ratified = { ratifiedBy: edge, vote: majority('1/5') }
    return { ...community, pause: { group: council, needs: 1, lapsesMs: times.pauseMs, ...ratified } }
  }
  return { ...community, change: { group: edge, windowMs: times.voteMs, vote: supermajority('1/3') } }
}
