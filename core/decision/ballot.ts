// Casting a ballot in whatever vote is open on a decision.
import { weightIn } from '../group/membership.ts'
import type { Command } from '../kernel/command.ts'
import type { Refusal } from '../refusal.ts'
import { signing } from '../signing/signed-ballot.ts'
import { validChoice } from '../voting/valid.ts'
import { ballotsAreFinal } from '../voting/vote-rule.ts'
import { choicesOf, openVoteOf, settingsOf } from './count-vote.ts'
import { type Course, happen } from './course.ts'
import { no } from './no.ts'
import { frozenAt, frozenGroup } from './steps.ts'

type BallotCommand = Extract<Command, { kind: 'ballot' }>

/** Null: taken. A ballot takes the place of the one before, where the rule does not make it final. */
export function castBallot(course: Course, command: BallotCommand, by: string): Refusal | null {
  const { state, setting } = course
  const vote = openVoteOf(state)
  if (!vote) return noVote(course)
  const weight = weightIn(
    setting.books,
    frozenGroup(state, vote.open.group),
    by,
    frozenAt(state),
    state.juries,
  )
  if (weight === 0n) {
    const facts = { decision: state.id, group: vote.open.group }
    return no('ballot.not_eligible', 'Only who was in the group when the decision opened votes on it', facts)
  }
  const { options } = choicesOf(vote)
  const choice = validChoice(vote.rule.method, options, command.choice, settingsOf(vote.rule))
  if (!choice.ok) return choice.refusal
  const before = setting.books.ballot(state.id, vote.phase, by)
  if (before && ballotsAreFinal(vote.rule)) {
    return no('ballot.final', 'This vote closes early, so that a ballot once cast stays', {
      decision: state.id,
    })
  }
  const used = signing({ ...setting, state, phase: vote.phase }, command, by)
  if (!used.ok) return used.refusal
  happen(course, 'ballot_cast', {
    person: by,
    choice: choice.value,
    weight: weight.toString(),
    phase: vote.phase,
    firstMs: before?.firstMs ?? setting.now.atMs,
    again: before !== null,
    ...(command.reason === undefined ? {} : { reason: command.reason }),
  })
  if (used.value) course.events.push(used.value)
  return null
}

/** A vote that was open, and is over although nobody came to close it, is called over. */
function noVote({ state, setting }: Course): Refusal {
  const over = state.result !== null || state.advice !== null
  const facts = { decision: state.id, phase: state.phase, atMs: setting.now.atMs }
  return over
    ? no('decision.window_over', 'The vote is over', facts)
    : no('decision.no_vote', 'There is no vote open on this decision', facts)
}
