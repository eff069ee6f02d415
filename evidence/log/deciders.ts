// Whose decision it was: whoever made it come out as it did, with the weight that they exercised.
import type { DecisionState, ExercisedBallot } from '@equalizer/core'
import type { Weighed } from './shares.ts'

/** The ballots of a decision, as they counted when each vote on it closed. */
export interface Voted {
  readonly vote: readonly ExercisedBallot[]
  /** On keeping it stopped after a pause. */
  readonly ratify: readonly ExercisedBallot[]
}

/**
 * Of a decision that is over, or is just being carried out (`executed`). Whoever voted decided, on either side; a veto takes
 * the decision from them. Nobody: it was taken back, ran out, or too few took part.
 */
export function decidersOf(state: DecisionState, voted: Voted, phase = state.phase): readonly Weighed[] {
  switch (phase) {
    case 'executed':
    case 'expired':
      return passedBy(state, voted)
    case 'rejected':
      return rejectedBy(state, voted)
    case 'vetoed':
      return heads(state.vetoes)
    case 'stopped':
      return voters(voted.ratify)
    default:
      return []
  }
}

function passedBy({ rule, act, approvals, objections }: DecisionState, { vote }: Voted) {
  const { process } = rule.decide
  if (process.kind === 'vote') return voters(vote)
  if (process.kind === 'some') return approvals.length >= process.of ? heads(approvals) : []
  // Silence is consent: what nobody objected to is whose it was who proposed it.
  return objections.length < process.objections ? heads([{ person: act.by }]) : []
}

function rejectedBy({ rule, answer, declines, objections, result }: DecisionState, { vote }: Voted) {
  if (result) return result.reason === 'no_ballots' || result.reason === 'no_quorum' ? [] : voters(vote)
  if (rule.decide.process.kind === 'consent' && objections.length > 0) return heads(objections)
  if (declines.length > 0) return heads(declines)
  // The advice was followed before anything was put to those who decide.
  return answer ? heads([answer]) : []
}

const heads = (people: readonly { readonly person: string }[]): Weighed[] =>
  people.map(({ person }) => ({ person, weight: 1n }))

/** Abstaining takes part and decides nothing, unless everybody does. */
function voters(ballots: readonly ExercisedBallot[]): readonly Weighed[] {
  const said = ballots.filter(({ choice }) => choice !== null)
  return said.length > 0 ? said : ballots
}
