// One decision in full: its steps, its votes as they stand, who said what, and what happened when.
import type { Decision } from '@equalizer/client/contract'
import {
  accepted,
  type DecisionState,
  type Entry,
  limits,
  type Result,
  refused,
  stepsOf,
  subjectOf,
} from '@equalizer/core'
import type { Desk } from '../desk.ts'
import { type TextReader, textReader, withTexts } from '../persons/texts.ts'
import { lineOf, moment, type Naming } from './decision-line.ts'
import { statesOf } from './list-decisions.ts'
import { mayDo, votePhase } from './may-you.ts'
import { peopleMentioned } from './named.ts'
import { namingOf } from './naming.ts'
import { beforeMove } from './rules-before.ts'

type Timeline = Decision['timeline']

export async function showDecision(
  desk: Desk,
  organization: string,
  id: string,
  you: string | null,
): Promise<Result<Decision>> {
  const [state] = await statesOf(desk, organization, [id])
  if (!state) return refused('decision.unknown', 'There is no such decision.', { decision: id })
  const entries = await entriesOf(desk, organization, id)
  const { db } = desk.store
  const naming = await namingOf(
    db,
    organization,
    [state],
    you,
    entries.flatMap(({ by }) => (by === null ? [] : [by])),
    entries.flatMap(({ events }) => events),
  )
  const { kernel } = desk.door
  const seen = await desk.door.read(organization, (books, now) => ({
    may: mayDo(kernel, state, you, books, now),
    soFar: state.vote ? kernel.soFar(state, books, now) : null,
    yourWeight: state.vote && you !== null ? kernel.weightIn(state, you, books) : null,
    yours: state.vote && you !== null ? books.ballot(id, votePhase(state), you) : null,
  }))
  const read = await textReader(db, organization, [state, ...entries])
  const said = saidBy(naming, read)
  const note = state.act.note === undefined ? null : read(state.act.note)
  return accepted({
    ...lineOf(state, naming, seen.may, seen.yours !== null),
    payload: payloadWith(state.act.payload, read),
    note: note?.text ?? null,
    noteErased: note?.text === null,
    options: [...state.options],
    names: Object.fromEntries(peopleMentioned(state).map(one => [one, naming.person(one).name])),
    method: methodOf(state),
    steps: stepsOf(state.rule).map(step => ({
      ...step,
      groupName: step.group === null ? null : (state.groups[step.group]?.name ?? step.group),
    })),
    vote: state.vote && voteView(state, seen),
    signing: state.vote && {
      phase: votePhase(state),
      subject: subjectOf(state),
      opening: state.openedSeq,
    },
    advice: state.advice as Decision['advice'],
    answer: state.answer && said(state.answer),
    approvals: state.approvals.map(one => ({ person: naming.person(one.person), at: moment(one.atMs) })),
    declines: state.declines.map(said),
    objections: state.objections.map(said),
    result: state.result as Decision['result'],
    vetoes: state.vetoes.map(said),
    pauses: state.pauses.map(said),
    ratification: state.ratification as Decision['ratification'],
    refusal: state.refusal,
    closing: state.closing && said(state.closing),
    timeline: entries.flatMap(entry => happened(entry, naming, read)).slice(-limits.pageRows),
    rule: state.rule as unknown as Decision['rule'],
    before: await beforeMove(db, organization, state),
    called: Object.fromEntries(naming.called),
  })
}

const saidBy =
  (naming: Naming, read: TextReader) =>
  ({ person, reason, atMs }: NonNullable<DecisionState['answer']>) => {
    const { text } = read(reason)
    return { person: naming.person(person), reason: text, reasonErased: text === null, at: moment(atMs) }
  }

/** The rule of the vote that is open, or that decides. */
function voteRuleOf(state: DecisionState) {
  const { advise, pause, decide } = state.rule
  if (state.phase === 'advice' && advise) return advise.vote
  if (state.phase === 'paused' && pause) return pause.vote
  return decide.process.kind === 'vote' ? decide.process.vote : null
}

/** Why a gate was overridden is the one text in a payload that is kept apart: erased it is null, as a field left out. */
function payloadWith(payload: Decision['payload'], read: TextReader): Decision['payload'] {
  const { override } = payload
  return typeof override === 'string' ? { ...payload, override: read(override).text } : payload
}

const methodOf = (state: DecisionState): string | null => voteRuleOf(state)?.method ?? null

interface Seen {
  readonly soFar: unknown
  readonly yourWeight: bigint | null
  readonly yours: { readonly choice: unknown; readonly weight: bigint } | null
}

function voteView(state: DecisionState, seen: Seen): Decision['vote'] {
  const { vote } = state
  if (!vote) return null
  const rule = voteRuleOf(state)
  const { yourWeight, yours } = seen
  return {
    group: vote.group,
    groupName: state.groups[vote.group]?.name ?? vote.group,
    opens: moment(vote.opensMs),
    closes: moment(vote.closesMs),
    extensions: vote.extensions,
    eligible: vote.eligible,
    ballots: vote.ballots,
    quorum: rule?.quorum ?? '0',
    threshold: rule?.threshold ?? '0',
    yours: yours && { choice: yours.choice as never, weight: yours.weight.toString() },
    yourWeight: yourWeight === null || yourWeight === 0n ? null : yourWeight.toString(),
    soFar: seen.soFar as NonNullable<Decision['vote']>['soFar'],
  }
}

/** Ballots are left out: there may be a million, and they have a list of their own. */
async function entriesOf({ store }: Desk, organization: string, decision: string): Promise<Entry[]> {
  const rows = await store.db
    .selectFrom('entries')
    .select('entry')
    .where('organization_id', '=', organization)
    .where('decision_id', '=', decision)
    .where('kind', '!=', 'ballot')
    .orderBy('seq')
    .limit(limits.pageRows)
    .execute()
  return rows.map(row => JSON.parse(row.entry) as Entry)
}

function happened({ seq, atMs, by, events }: Entry, naming: Naming, read: TextReader): Timeline {
  return events.map(event => ({
    seq,
    at: moment(atMs),
    by: by === null ? null : naming.person(by),
    event: event.type,
    data: withTexts(event.data, read) as Timeline[number]['data'],
  }))
}
