// A list of operators as CSV: one row per holder, streamed, each made into the entry that it would be in YAML.
import { type ReadContext, SourceRefused } from '../reader.ts'
import { findColumn, plainName } from '../reading/columns.ts'
import { type CsvRow, readCsv } from '../reading/csv.ts'
import type { Entry } from './document.ts'
import type { Section } from './operators-schema.ts'

/** What people write under `type`, by its plain name. */
const sections: Readonly<Record<string, Section>> = {
  wallet: 'wallets',
  signer: 'wallets',
  key: 'keys',
  domain: 'domains',
  host: 'hosting',
  hosting: 'hosting',
  node: 'nodes',
  override: 'overrides',
}
const optional = ['required', 'count', 'jurisdiction', 'provider', 'network', 'what'] as const

/** Yields entries; a row of another type goes to the ledger. Throws `SourceRefused` without columns type and holder. */
export async function* rowEntries(context: ReadContext): AsyncGenerator<readonly Entry[]> {
  let columns: Columns | null = null
  for await (const rows of readCsv(context)) {
    columns ??= columnsOf((rows[0] as CsvRow).columns)
    const entries: Entry[] = []
    for (const row of rows) {
      const type = row.text(columns.type)
      const section = sections[plainName(type).replace(/s$/, '')]
      if (section !== undefined) entries.push(entryOf(row, columns, section))
      else {
        const known = Object.keys(sections).join(', ')
        context.ledger.refuse(row.place(columns.type), {
          code: 'evidence.bad_type',
          reason: `The type is none of ${known}`,
          facts: { what: 'operator', type: type.slice(0, 60), known },
        })
      }
    }
    if (entries.length > 0) yield entries
  }
}

interface Columns {
  readonly type: string
  readonly id: string | null
  readonly holder: string
  readonly others: readonly (readonly [name: string, column: string])[]
}

function columnsOf(columns: readonly string[]): Columns {
  const type = findColumn(columns, ['type'])
  const holder = findColumn(columns, ['holder', 'operator', 'signer'])
  if (type === null || holder === null) {
    const missing = type === null ? 'type' : 'holder'
    throw new SourceRefused({
      code: 'evidence.missing_columns',
      reason: `A list of operators needs a column ${missing}; there are ${columns.slice(0, 20).join(', ')}`,
      facts: {
        what: 'operators',
        missing,
        has: columns.slice(0, 20).join(', '),
        columns: columns.length,
      },
    })
  }
  const others = optional.flatMap(name => {
    const column = findColumn(columns, [name])
    return column === null ? [] : [[name, column] as const]
  })
  return { type, id: findColumn(columns, ['id']), holder, others }
}

/** How each section spells the one holder of a row, in its schema. */
const holderField: Readonly<Record<Section, string>> = {
  wallets: 'signers',
  keys: 'holders',
  domains: 'holders',
  hosting: 'holders',
  nodes: 'operator',
  overrides: 'holder',
}

function entryOf(row: CsvRow, columns: Columns, section: Section): Entry {
  const value: Record<string, unknown> = {}
  const columnOf: Record<string, string> = { [holderField[section]]: columns.holder }
  if (columns.id !== null && section !== 'nodes') {
    columnOf.id = columns.id
    value.id = row.text(columns.id)
  }
  const holder = row.has(columns.holder) ? row.text(columns.holder) : null
  value[holderField[section]] = holderField[section].endsWith('s') ? [holder] : holder
  for (const [name, column] of columns.others) {
    if (!row.has(column)) continue
    columnOf[name] = column
    value[name] = name === 'required' || name === 'count' ? numberOf(row.text(column)) : row.text(column)
  }
  const place: Entry['place'] = (path = []) => row.place(columnOf[String(path[0])])
  return { section, value, place, reference: row.reference() }
}

/** The number, or the text for the schema to refuse. */
function numberOf(text: string): number | string {
  return /^\d{1,15}$/.test(text) ? Number(text) : text
}
