// Reads the exported events of Governor contracts (Compound Alpha and Bravo, OpenZeppelin): votes, and proposals' fates.
import { accepted, type Refusal, type Result, refused } from '@equalizer/core'
import type { Actor, Observation } from '@equalizer/measure'
import { type ReadContext, type Reader, SourceRefused } from '../reader.ts'
import { parseAmount } from '../reading/amount.ts'
import type { CsvRow } from '../reading/csv.ts'
import { cleanName, normalizeActor, observationId } from '../reading/identifier.ts'
import type { JsonRow } from '../reading/json-row.ts'
import { createRepeats, type Repeats } from '../reading/repeats.ts'
import { readRows } from '../reading/rows.ts'
import { parseTime } from '../reading/time.ts'
import { type EventFields, type Field, fieldReader } from './event-fields.ts'
import { choiceOf, proposalId, titleOf, wholeNumber } from './event-values.ts'

const defaultDecimals = 18
/** Names of foreign events that are told apart; a hostile file could bring millions. */
const eventNamesKept = 50

/**
 * Emits `vote.cast` (the voter's, weight in smallest units of `source.decimals` places, 18 when left out),
 * `proposal.created` (the proposer's), and `proposal.queued`, `proposal.executed`, `proposal.canceled`, of which the event
 * does not say whose deed they were. Other events are passed over by name. A log is known by its transaction and index.
 */
export const governorReader: Reader = {
  kind: 'governor',
  async *read(context) {
    const events: Events = {
      context,
      repeats: createRepeats(),
      passedOver: new Set(),
      contracts: new Set(),
      counts: { undated: 0, floats: 0 },
    }
    const fieldsOf = fieldReader()
    const records = context.source.mapping?.records
    let first = true
    for await (const rows of readRows(context, records === undefined ? {} : { records })) {
      const observations: Observation[] = []
      for (const row of rows as readonly (CsvRow | JsonRow)[]) {
        const fields = fieldsOf(row)
        if (first) refuseForeign(row, fields)
        first = false
        const read = observe(events, row, fields)
        if (read === null) continue
        if ('refusal' in read) context.ledger.refuse(row.place(fields.column(read.field)), read.refusal)
        else observations.push(read)
      }
      context.ledger.used(observations.length)
      if (observations.length > 0) yield observations
    }
    note(events)
  },
}

interface Events {
  readonly context: ReadContext
  readonly repeats: Repeats
  readonly passedOver: Set<string>
  readonly contracts: Set<string>
  readonly counts: { undated: number; floats: number }
}

interface BadEvent {
  readonly field: Field
  readonly refusal: Refusal
}

const kinds: Readonly<Record<string, string>> = {
  VoteCast: 'vote.cast',
  VoteCastWithParams: 'vote.cast',
  ProposalCreated: 'proposal.created',
  ProposalQueued: 'proposal.queued',
  ProposalExecuted: 'proposal.executed',
  ProposalCanceled: 'proposal.canceled',
}

/** A file without event names is taken for one of votes only, as indexers export a table per event. */
function refuseForeign(row: CsvRow | JsonRow, fields: EventFields): void {
  if (fields.has('proposal') && (fields.has('event') || isVote(fields))) return
  const columns = 'columns' in row ? row.columns : Object.keys(Object(row.value))
  throw new SourceRefused({
    code: 'evidence.missing_columns',
    reason: `These are no Governor events: they need an event's name and a proposal; there are ${columns.slice(0, 20).join(', ')}`,
    facts: { what: 'governor', has: columns.slice(0, 20).join(', '), columns: columns.length },
  })
}

function isVote(fields: EventFields): boolean {
  return fields.has('voter') && fields.has('support') && fields.has('votes')
}

function observe(events: Events, row: CsvRow | JsonRow, fields: EventFields): Observation | BadEvent | null {
  // `VoteCast(address,uint256,uint8,uint256,string)` is how some exporters name an event.
  const name = fields.has('event')
    ? fields.text('event').replace(/\(.*$/, '')
    : isVote(fields)
      ? 'VoteCast'
      : ''
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (kind === undefined) return passOver(events, name)
  const about = proposalId(fields.text('proposal'))
  if (!about.ok) return { field: 'proposal', refusal: about.refusal }
  const at = timeOf(events, fields)
  if (!at.ok) return { field: 'time', refusal: at.refusal }
  const contract = fields.text('contract').toLowerCase()
  if (/^0x[0-9a-f]{40}$/.test(contract) && events.contracts.size <= 10) events.contracts.add(contract)
  const shared = {
    kind,
    about: about.value,
    atMs: at.value,
    source: events.context.source.id,
    reference: referenceOf(row, fields),
  }
  if (kind === 'vote.cast') return vote(events, row, fields, shared)
  const known = kind === 'proposal.created' ? proposer(fields) : accepted(null)
  if (!known.ok) return { field: 'proposer', refusal: known.refusal }
  const title = cleanName(titleOf(fields.text('description')))
  return {
    id: idOf(events, row, fields, [kind, about.value, known.value]),
    ...shared,
    actor: known.value,
    weight: 1n,
    asset: 'proposal',
    decimals: 0,
    ...(kind === 'proposal.created' && title.ok && title.value !== ''
      ? { attributes: { title: title.value } }
      : {}),
  }
}

function vote(
  events: Events,
  row: CsvRow | JsonRow,
  fields: EventFields,
  shared: Pick<Observation, 'kind' | 'atMs' | 'source' | 'reference'> & { readonly about: string },
): Observation | BadEvent {
  const { source } = events.context
  const actor = normalizeActor('eth', fields.text('voter'))
  if (!actor.ok) return { field: 'voter', refusal: actor.refusal }
  const choice = choiceOf(fields.text('support'))
  if (!choice.ok) return { field: 'support', refusal: choice.refusal }
  const decimals = source.decimals ?? defaultDecimals
  const text = fields.text('votes')
  const weight = parseAmount(text, { decimals, raw: true })
  if (!weight.ok) return { field: 'votes', refusal: weight.refusal }
  if (/[eE]/.test(text) && !text.startsWith('0x')) events.counts.floats += 1
  return {
    id: idOf(events, row, fields, [shared.kind, shared.about, actor.value]),
    ...shared,
    actor: actor.value,
    weight: weight.value,
    asset: source.asset ?? 'vote',
    decimals,
    choice: choice.value,
  }
}

function passOver({ context, passedOver }: Events, name: string): null {
  const shown = /^\w{1,60}$/.test(name) ? name : 'without a name'
  const known = passedOver.has(shown) || passedOver.size < eventNamesKept
  if (known) passedOver.add(shown)
  context.ledger.passOver(known ? `event ${shown}` : 'another event')
  return null
}

function proposer(fields: EventFields): Result<Actor | null> {
  const handle = fields.text('proposer')
  return handle === '' ? accepted(null) : normalizeActor('eth', handle)
}

/** null where the export has no times at all (a node's raw logs carry block numbers). */
function timeOf({ context, counts }: Events, fields: EventFields): Result<number | null> {
  if (!fields.has('time')) {
    counts.undated += 1
    return accepted(null)
  }
  const text = fields.text('time')
  const seconds = text.startsWith('0x') ? wholeNumber(text) : text
  if (seconds === null) return refused('evidence.bad_time', 'This is not a time that can be read')
  return parseTime(seconds, { timezone: context.source.timezone })
}

/** 32 bytes, lower case; null for anything else. */
function transactionOf(fields: EventFields): string | null {
  const text = fields.text('transaction').toLowerCase()
  return /^0x[0-9a-f]{64}$/.test(text) ? text : null
}

function referenceOf(row: CsvRow | JsonRow, fields: EventFields): string {
  return transactionOf(fields) ?? row.reference()
}

/** Without its transaction and index, a log is known by what it says: nobody votes twice on a proposal. */
function idOf(
  { repeats }: Events,
  row: CsvRow | JsonRow,
  fields: EventFields,
  said: readonly (string | null)[],
): string {
  const transaction = transactionOf(fields)
  const index = wholeNumber(fields.text('logIndex'))
  if (transaction !== null && index !== null) return observationId('governor.log', [transaction, index])
  const contract = fields.text('contract').toLowerCase()
  if (said[2] !== null) return observationId('governor.said', [contract, ...said])
  const content = observationId('governor.row', [row.canonical()])
  const before = repeats.before(content)
  return before === 0 ? content : observationId('governor.repeat', [content, before])
}

function note({ context, contracts, counts }: Events): void {
  const { ledger } = context
  if (counts.undated > 0)
    ledger.note(
      'note.events_undated',
      'The events carry no time, so that they count as standing and in no window.',
    )
  if (counts.floats > 0) {
    ledger.note(
      'note.weights_are_floats',
      `${counts.floats} vote weights are written as floating-point numbers and may have lost digits.`,
      { count: counts.floats },
    )
  }
  if (contracts.size > 1) {
    ledger.note(
      'note.several_contracts',
      'The events are of more than one contract; proposals of equal numbers are not told apart by `about`.',
    )
  }
}
