// Counts the vote that is open on a decision: ballots, what was delegated to those who cast them, and what it comes to.
import { exercised } from '../delegation/exercised.ts'
import { groupOf } from '../group/sides.ts'
import type { BallotPhase, Books, CastBallot, WeightedDelegation } from '../kernel/books.ts'
import { cannotChange } from '../voting/early-close.ts'
import type { Ballot, Rational, Tally } from '../voting/method.ts'
import { voteOutcome } from '../voting/outcome.ts'
import { extendedClose, quorumOf } from '../voting/quorum.ts'
import type { Settings } from '../voting/settings.ts'
import { tally } from '../voting/tally.ts'
import type { VoteRule } from '../voting/vote-rule.ts'
import type { Setting } from './course.ts'
import type { DecisionState, OpenVote, VoteResult } from './decision.ts'

/** The vote that is open, and the rule that it goes by. */
export interface CountedVote {
  readonly state: DecisionState
  readonly open: OpenVote
  readonly rule: VoteRule
  readonly phase: BallotPhase
}

/** Null: no vote is open. */
export function openVoteOf(state: DecisionState): CountedVote | null {
  const { vote: open, rule: by, phase } = state
  if (open === null) return null
  if (phase === 'advice' && by.advise) return { state, open, rule: by.advise.vote, phase: 'advice' }
  if (phase === 'paused' && by.pause) return { state, open, rule: by.pause.vote, phase: 'ratify' }
  const { process } = by.decide
  return phase === 'vote' && process.kind === 'vote'
    ? { state, open, rule: process.vote, phase: 'vote' }
    : null
}

/** Whether a ballot can end this decision's vote before its time, so that it is worth asking after each. */
export function hasEarlyClose(state: DecisionState): boolean {
  return openVoteOf(state)?.rule.earlyClose === true
}

/** What it chooses between. Ratifying a pause is always for or against keeping the decision stopped. */
export function choicesOf({ state, phase }: CountedVote): { options: number; against: number | null } {
  return phase === 'ratify'
    ? { options: 2, against: 1 }
    : { options: state.options.length, against: state.against }
}

export function settingsOf({ scoreMax }: VoteRule): Settings {
  return scoreMax === undefined ? {} : { scoreMax }
}

/** As it stands at `untilMs`: ballots of that time, with the delegations then in force. */
export function countVote(setting: Setting, vote: CountedVote, untilMs: number): VoteResult {
  const counted = tallied(vote, represented(setting, vote, untilMs))
  const { eligible } = vote.open
  const outcome = voteOutcome(
    vote.rule,
    { weight: BigInt(eligible.weight) },
    counted,
    choicesOf(vote).against,
  )
  const { passed, reason, winner, ranking, quorum } = outcome
  return {
    passed,
    reason,
    winner,
    ranking,
    scores: counted.scores.map(text),
    counted: amount(counted.counted),
    abstained: amount(counted.abstained),
    invalid: amount(counted.invalid),
    taking: quorum.has.toString(),
    eligible,
  }
}

/** When it closes instead, where the quorum came only at the last minute; null: now. */
export function putOff(setting: Setting, vote: CountedVote) {
  if (vote.rule.extension === null || vote.phase === 'ratify') return null
  const eligible = { weight: BigInt(vote.open.eligible.weight) }
  const reachedBy = (atMs: number) =>
    quorumOf(vote.rule, eligible, tallied(vote, represented(setting, vote, vote.open.closesMs, atMs))).reached
  return extendedClose(vote.rule, vote.open, reachedBy)
}

/** Whether nothing can change what it comes to, so that it may close before its time. */
export function isSettled({ books }: Setting, vote: CountedVote): boolean {
  if (!vote.rule.earlyClose) return false
  const ballots = books.ballots(vote.state.id, vote.phase)
  const weight = BigInt(vote.open.eligible.weight)
  const cast = ballots.reduce((sum, ballot) => sum + ballot.weight, 0n)
  return cannotChange(vote.rule, { weight }, tallied(vote, ballots), weight - cast, choicesOf(vote).against)
}

const tallied = (vote: CountedVote, ballots: readonly Ballot[]): Tally =>
  tally(vote.rule.method, choicesOf(vote).options, ballots, settingsOf(vote.rule))

/** A ballot with the weight that it carries: the person's own and all that came to it along delegations. */
export interface ExercisedBallot extends Ballot {
  readonly person: string
}

/** Of the vote that is open on a decision, as of a time (UTC milliseconds); empty: none is. For whoever measures it. */
export function exercisedBallots(books: Books, state: DecisionState, untilMs: number): ExercisedBallot[] {
  const vote = openVoteOf(state)
  return vote ? represented({ books }, vote, untilMs) : []
}

type Read = Pick<Setting, 'books'>

/** Every ballot that was cast by `castByMs`, with the weight that it carries at `untilMs`. */
function represented(
  setting: Read,
  vote: CountedVote,
  untilMs: number,
  castByMs = untilMs,
): ExercisedBallot[] {
  const ballots = setting.books
    .ballots(vote.state.id, vote.phase)
    .filter(({ firstMs }) => firstMs <= castByMs)
  const delegations = delegated(setting, vote, untilMs)
  const weights = new Map<string, bigint>()
  for (const { from, weight } of delegations) if (weight > 0n) weights.set(from, weight)
  for (const { person, weight } of ballots) weights.set(person, weight)
  const carried = exercised(ballots.map(personOf), delegations, weights).weights
  return ballots.map(({ person, choice }) => ({ person, choice, weight: carried.get(person) ?? 0n }))
}

/** Whoever was drawn for a jury comes in person. */
function delegated({ books }: Read, vote: CountedVote, inForceMs: number): readonly WeightedDelegation[] {
  const { act, class: className, groups, openedSeq: seq, openedMs: atMs } = vote.state
  const group = groupOf(groups, vote.open.group)
  if (group === undefined || group.kind === 'jury') return []
  return books.delegations({ unit: act.unit, class: className, inForceMs, group, seq, atMs })
}

const personOf = ({ person }: CastBallot) => person
const text = ({ numerator, denominator }: Rational) =>
  denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
const amount = ({ ballots, weight }: { ballots: number; weight: bigint }) => ({
  ballots,
  weight: `${weight}`,
})
