// Snapshot's rows as observations: a vote with its exact power, a proposal with what was published about it.
import { accepted, limits, type Refusal, type Result } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import type { ReadContext } from '../reader.ts'
import { parseAmount } from '../reading/amount.ts'
import type { CsvRow } from '../reading/csv.ts'
import { cleanName, normalizeActor, observationId } from '../reading/identifier.ts'
import type { JsonRow } from '../reading/json-row.ts'
import { parseTime } from '../reading/time.ts'
import { choiceOf } from './choice.ts'
import type { Shape } from './shape.ts'

export const powerDecimals = 18

/** A proposal as the export lists it, and what of it was read. */
export interface Tally {
  readonly startMs: number
  readonly publishedVotes: string
  readonly publishedTotal: string
  votes: number
  total: bigint
}

export interface Ballots {
  readonly context: ReadContext
  readonly proposals: Map<string, Tally>
  readonly rounded: { count: number }
  readonly counts: { datedByProposal: number; undated: number }
}

export interface BadRow {
  readonly column: string | null
  readonly refusal: Refusal
}

type Row = CsvRow | JsonRow
type VoteColumns = Extract<Shape, { is: 'votes' }>['columns']
type ProposalColumns = Extract<Shape, { is: 'proposals' }>['columns']

const cell = (row: Row, column: string | null): string => (column === null ? '' : row.text(column))

/**
 * A vote counts once per proposal and voter, in whatever export it stands: Snapshot replaces a voter's earlier vote. One
 * without a time of its own is dated by the start of its proposal, when that was read before.
 */
export function voteOf(ballots: Ballots, row: Row, columns: VoteColumns): Observation | BadRow {
  const { context, proposals, rounded } = ballots
  const handle = cell(row, columns.voter)
  // Snapshot also takes votes from Starknet, whose addresses are longer.
  const actor = normalizeActor(/^0x[0-9a-fA-F]{41,64}$/.test(handle) ? 'starknet' : 'eth', handle)
  if (!actor.ok) return { column: columns.voter, refusal: actor.refusal }
  const weight = parseAmount(cell(row, columns.power), { decimals: powerDecimals, rounded })
  if (!weight.ok) return { column: columns.power, refusal: weight.refusal }
  const about = proposalOf(cell(row, columns.proposal))
  if (!about.ok) return { column: columns.proposal, refusal: about.refusal }
  const choice = columns.choice === null ? null : choiceOf(cell(row, columns.choice))
  if (choice !== null && !choice.ok) return { column: columns.choice, refusal: choice.refusal }
  const proposal = proposals.get(about.value)
  const at = timeOfVote(ballots, cell(row, columns.created), proposal)
  if (!at.ok) return { column: columns.created, refusal: at.refusal }
  if (proposal !== undefined) {
    proposal.votes += 1
    proposal.total += weight.value
  }
  return {
    id: observationId('snapshot.vote', [about.value, actor.value]),
    source: context.source.id,
    kind: 'vote.cast',
    actor: actor.value,
    atMs: at.value,
    weight: weight.value,
    asset: context.source.asset ?? 'vp',
    decimals: powerDecimals,
    about: about.value,
    ...(choice === null ? {} : { choice: choice.value }),
    reference: row.reference(),
  }
}

function timeOfVote(ballots: Ballots, created: string, proposal: Tally | undefined): Result<number | null> {
  const { context, counts } = ballots
  if (created !== '') return parseTime(created, { timezone: context.source.timezone })
  if (proposal === undefined) counts.undated += 1
  else counts.datedByProposal += 1
  return accepted(proposal?.startMs ?? null)
}

/** The proposer's deed where the export names an author; dated by its creation, else by its start. */
export function proposalCreated(ballots: Ballots, row: Row, columns: ProposalColumns): Observation | BadRow {
  const { context, proposals } = ballots
  const { timezone } = context.source
  const about = proposalOf(cell(row, columns.id))
  if (!about.ok) return { column: columns.id, refusal: about.refusal }
  const start = parseTime(cell(row, columns.start), { timezone })
  if (!start.ok) return { column: columns.start, refusal: start.refusal }
  const created = cell(row, columns.created)
  const at = created === '' ? start : parseTime(created, { timezone })
  if (!at.ok) return { column: columns.created, refusal: at.refusal }
  const author = cell(row, columns.author)
  const actor = author === '' ? accepted(null) : normalizeActor('eth', author)
  if (!actor.ok) return { column: columns.author, refusal: actor.refusal }
  const attributes: Record<string, string> = {}
  for (const name of ['title', 'state', 'end', 'votes', 'total'] as const) {
    const text = cleanName(cell(row, columns[name]))
    if (!text.ok) return { column: columns[name], refusal: text.refusal }
    if (text.value !== '') attributes[name] = text.value
  }
  if (!proposals.has(about.value) && proposals.size < limits.proposalsKept) {
    proposals.set(about.value, {
      startMs: start.value,
      publishedVotes: cell(row, columns.votes),
      publishedTotal: cell(row, columns.total),
      votes: 0,
      total: 0n,
    })
  }
  return {
    id: observationId('snapshot.proposal', [about.value]),
    source: context.source.id,
    kind: 'proposal.created',
    actor: actor.value,
    atMs: at.value,
    weight: 1n,
    asset: 'proposal',
    decimals: 0,
    about: about.value,
    reference: row.reference(),
    attributes,
  }
}

/** A hash, whose case says nothing, or a CID of older proposals, whose case does. */
function proposalOf(text: string): Result<string> {
  const id = cleanName(/^0x[0-9a-fA-F]+$/.test(text) ? text.toLowerCase() : text)
  if (!id.ok || id.value !== '') return id
  return {
    ok: false,
    refusal: { code: 'evidence.empty_proposal', reason: 'The row names no proposal', facts: {} },
  }
}
