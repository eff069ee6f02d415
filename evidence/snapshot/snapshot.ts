// Reads Snapshot's votes and proposals, exported as CSV or answered by its API, from one file or a folder of them.
import type { Refusal } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import type { ReadContext, Reader } from '../reader.ts'
import { parseAmount } from '../reading/amount.ts'
import type { CsvRow } from '../reading/csv.ts'
import type { JsonRow } from '../reading/json-row.ts'
import { noteRounded } from '../reading/rounding.ts'
import { readRows } from '../reading/rows.ts'
import { type Ballots, powerDecimals, proposalCreated, type Tally, voteOf } from './ballots.ts'
import { type SnapshotFile, snapshotFiles } from './files.ts'
import { namesOf, type Shape, shapeOf } from './shape.ts'

/** Proposals whose published figures differ from what was read, that are named one by one. */
const differencesNoted = 20

/**
 * Emits `vote.cast` (the voter's, with the power that Snapshot computed) and `proposal.created` (the author's). Power is
 * kept with 18 places. Ends with a note for each proposal whose published count or total is not what the votes add up to.
 */
export const snapshotReader: Reader = {
  kind: 'snapshot',
  async *read(context) {
    const proposals: Ballots['proposals'] = new Map()
    const shared = { proposals, rounded: { count: 0 }, counts: { datedByProposal: 0, undated: 0 } }
    for (const file of await snapshotFiles(context)) {
      yield* readFile({ ...shared, context: file.context }, file)
    }
    note({ ...shared, context })
  },
}

async function* readFile(ballots: Ballots, file: SnapshotFile): AsyncGenerator<readonly Observation[]> {
  const { ledger } = ballots.context
  const shapes = shapeReader()
  for await (const rows of readRows(file.context, { format: file.format, records: file.records })) {
    const observations: Observation[] = []
    for (const row of rows as readonly (CsvRow | JsonRow)[]) {
      const shape = shapes(row)
      if (shape === null) {
        ledger.refuse(row.place(), {
          code: 'evidence.bad_entry',
          reason: 'This is neither a vote nor a proposal',
          facts: { what: 'snapshot' },
        })
        continue
      }
      const read =
        shape.is === 'votes'
          ? voteOf(ballots, row, shape.columns)
          : proposalCreated(ballots, row, shape.columns)
      if ('refusal' in read) ledger.refuse(row.place(read.column ?? undefined), read.refusal)
      else observations.push(read)
    }
    ledger.used(observations.length)
    if (observations.length > 0) yield observations
  }
}

/** Rows of a CSV share their columns, and JSON records of one kind mostly their names. */
function shapeReader(): (row: CsvRow | JsonRow) => Shape | null {
  let last: readonly string[] = []
  let known = ''
  let shape: Shape | null = null
  return row => {
    const names = namesOf(row)
    if (names === last) return shape
    last = names
    const key = names.join('\n')
    if (key !== known || shape === null) {
      known = key
      shape = shapeOf(names)
    }
    return shape
  }
}

function note({ context, proposals, rounded, counts }: Ballots): void {
  const { ledger } = context
  noteRounded(ledger, rounded, powerDecimals)
  if (counts.datedByProposal > 0) {
    ledger.note(
      'note.dated_by_proposal',
      `Votes without a time of their own, dated by the start of their proposal: ${counts.datedByProposal}.`,
      { count: counts.datedByProposal },
    )
  }
  if (counts.undated > 0) {
    ledger.note(
      'note.votes_undated',
      `${counts.undated} votes carry no time, nor is their proposal listed; they count in no window.`,
      { count: counts.undated },
    )
  }
  const different = [...proposals].flatMap(([id, tally]) => differenceOf(context, id, tally) ?? [])
  for (const { sentence, facts } of different.slice(0, differencesNoted))
    ledger.note('note.proposal_differs', sentence, facts)
  if (different.length > differencesNoted) {
    const more = different.length - differencesNoted
    ledger.note('note.more_proposals_differ', `${more} more proposals differ from their published figures.`, {
      count: more,
    })
  }
}

interface Difference {
  readonly sentence: string
  readonly facts: Refusal['facts']
}

/** A proposal of which no vote is in the file has nothing to compare. */
function differenceOf({ source }: ReadContext, id: string, tally: Tally): Difference | null {
  if (tally.votes === 0) return null
  const parts: string[] = []
  const { publishedVotes, publishedTotal, votes, total } = tally
  const read = Number(total) / 10 ** powerDecimals
  const proposal = id.slice(0, 80)
  const otherVotes = /^\d+$/.test(publishedVotes) && Number(publishedVotes) !== votes
  if (otherVotes) {
    parts.push(`${publishedVotes} votes published and ${votes} read`)
  }
  const published = parseAmount(publishedTotal, { decimals: powerDecimals, rounded: { count: 0 } })
  const otherTotal = published.ok && differs(published.value, total, publishedTotal)
  if (otherTotal) {
    parts.push(`a total of ${publishedTotal} published and ${read} read`)
  }
  if (parts.length === 0) return null
  return {
    sentence: `Proposal ${proposal} of ${source.path}: ${parts.join('; ')}.`,
    facts: {
      what: otherVotes && otherTotal ? 'both' : otherVotes ? 'votes' : 'total',
      proposal,
      file: source.path,
      publishedVotes,
      votes,
      publishedTotal,
      total: String(read),
    },
  }
}

/** By more than the last place that was published, and more than floating-point sums explain. */
function differs(published: bigint, total: bigint, text: string): boolean {
  const places = /\.(\d*)/.exec(text)?.[1]?.length ?? 0
  const tolerance = 10n ** BigInt(Math.max(0, powerDecimals - places)) + total / 10n ** 12n
  const difference = published > total ? published - total : total - published
  return difference > tolerance
}
