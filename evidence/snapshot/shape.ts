// Tells Snapshot's votes from its proposals by their columns, and finds the columns that mean something.
import { plainName } from '../reading/columns.ts'
import type { CsvRow } from '../reading/csv.ts'
import type { JsonRow } from '../reading/json-row.ts'

const voteFields = {
  voter: ['voter', 'voteraddress'],
  power: ['vp', 'votingpower'],
  choice: ['choice'],
  proposal: ['proposalid', 'proposal.id', 'proposal'],
  created: ['created', 'timestamp', 'votedat', 'time', 'date'],
} as const

const proposalFields = {
  id: ['id', 'proposalid'],
  title: ['title'],
  author: ['author'],
  created: ['created'],
  start: ['start'],
  end: ['end'],
  state: ['state'],
  votes: ['votes'],
  total: ['scorestotal'],
} as const

type Columns<Fields> = { readonly [name in keyof Fields]: string | null }

export type Shape =
  | { readonly is: 'votes'; readonly columns: Columns<typeof voteFields> }
  | { readonly is: 'proposals'; readonly columns: Columns<typeof proposalFields> }

/** Columns of a CSV, or property names of a JSON record; null: neither votes nor proposals. */
export function shapeOf(names: readonly string[]): Shape | null {
  const plain = new Map<string, string>()
  for (const name of names) {
    const folded = name.split('.').map(plainName).join('.')
    if (!plain.has(folded)) plain.set(folded, name)
  }
  const votes = columnsOf(voteFields, plain)
  if (votes.voter !== null && votes.power !== null && votes.proposal !== null)
    return { is: 'votes', columns: votes }
  const proposals = columnsOf(proposalFields, plain)
  if (
    proposals.id !== null &&
    proposals.title !== null &&
    proposals.start !== null &&
    proposals.end !== null
  ) {
    return { is: 'proposals', columns: proposals }
  }
  return null
}

function columnsOf<Fields extends Readonly<Record<string, readonly string[]>>>(
  fields: Fields,
  plain: ReadonlyMap<string, string>,
): Columns<Fields> {
  const found = Object.entries(fields).map(([field, names]) => {
    const name = names.find(candidate => plain.has(candidate))
    return [field, name === undefined ? null : plain.get(name)]
  })
  return Object.fromEntries(found)
}

/** The names by which a row's cells are reached; the API's votes keep their proposal as an object. */
export function namesOf(row: CsvRow | JsonRow): readonly string[] {
  return 'columns' in row ? row.columns : namesIn(row.value)
}

export function namesIn(record: unknown): readonly string[] {
  if (typeof record !== 'object' || record === null) return []
  const proposal: unknown = Object.hasOwn(record, 'proposal')
    ? (record as { proposal: unknown }).proposal
    : null
  const own = Object.keys(record)
  return typeof proposal === 'object' && proposal !== null
    ? [...own.filter(name => name !== 'proposal'), 'proposal.id']
    : own
}
