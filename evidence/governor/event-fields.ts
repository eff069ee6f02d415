// Which column or property of an exported contract event holds what, by the names that exporters give them.
import { plainName } from '../reading/columns.ts'
import type { CsvRow } from '../reading/csv.ts'
import type { JsonRow } from '../reading/json-row.ts'

const names = {
  event: ['eventname', 'event', 'evtname', 'name'],
  // Governor Alpha and Bravo call it id in their proposal events and proposalId in VoteCast, OpenZeppelin proposalId in all.
  proposal: ['proposalid', 'id'],
  voter: ['voter'],
  proposer: ['proposer'],
  support: ['support'],
  votes: ['votes', 'weight'],
  description: ['description'],
  time: ['timestamp', 'blocktimestamp', 'blocktime', 'evtblocktime', 'time', 'date'],
  transaction: ['txhash', 'transactionhash', 'evttxhash', 'hash'],
  logIndex: ['logindex', 'evtindex'],
  contract: ['contractaddress', 'contract', 'address'],
} as const

export type Field = keyof typeof names

/** Where libraries keep the decoded arguments: ethers and viem, web3.js, indexers. */
const nests = ['args', 'returnValues', 'decoded', 'params']

export interface EventFields {
  /** Whether the export names such a field at all. */
  has(field: Field): boolean
  /** The cell; empty where there is none. */
  text(field: Field): string
  /** What the export calls it, for the place of a refusal. */
  column(field: Field): string | undefined
}

/** One after the other, the fields of an export's rows; the columns of a CSV are looked up once. */
export function fieldReader(): (row: CsvRow | JsonRow) => EventFields {
  let header: readonly string[] | null = null
  let found = new Map<Field, readonly string[]>()
  return row => {
    if (!('columns' in row)) found = columnsOf(jsonColumns(row.value))
    else if (row.columns !== header) {
      header = row.columns
      found = columnsOf(row.columns.map(column => [plainName(column), column]))
    }
    const columns = found
    return {
      has: field => columns.has(field),
      column: field => columns.get(field)?.[0],
      text: field => {
        for (const column of columns.get(field) ?? []) if (row.has(column)) return row.text(column)
        return ''
      },
    }
  }
}

type Named = readonly (readonly [plain: string, column: string])[]

/** An argument goes before a property of the log itself, which may have an id of its own. */
function jsonColumns(value: unknown): Named {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.keys(value).map(key => [plainName(key), key] as const)
  const nested = nests.flatMap(nest => {
    const inner: unknown = Object.hasOwn(value, nest) ? (value as Record<string, unknown>)[nest] : null
    if (typeof inner !== 'object' || inner === null) return []
    return Object.keys(inner).map(key => [plainName(key), `${nest}.${key}`] as const)
  })
  return [...nested, ...own]
}

function columnsOf(named: Named): Map<Field, readonly string[]> {
  const found = new Map<Field, readonly string[]>()
  for (const field of Object.keys(names) as Field[]) {
    const columns = names[field].flatMap(name =>
      named.filter(([plain]) => plain === name).map(([, column]) => column),
    )
    if (columns.length > 0) found.set(field, columns)
  }
  return found
}
