// Fields of an exported record whatever the export calls them: GraphQL and gh say createdAt, REST says created_at.

export type JsonObject = Readonly<Record<string, unknown>>

export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
}

/** The first of these names that the record has, null included; undefined: the export lacks them all. */
export function field(record: JsonObject, ...names: readonly string[]): unknown {
  const name = names.find(one => Object.hasOwn(record, one))
  return name === undefined ? undefined : record[name]
}

/** The text of the first of these names that holds any; numbers as they are written. */
export function textField(record: JsonObject, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? record[name] : null
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return null
}

export interface Listed {
  readonly items: readonly JsonObject[]
  /** The export holds only the first page of the list. */
  readonly cutShort: boolean
}

const nothing: Listed = { items: [], cutShort: false }

/** A list in any dress: an array (gh), `nodes`, or `edges` with a `node` each (GraphQL connections). */
export function listField(record: JsonObject, name: string): Listed {
  const value = field(record, name)
  if (Array.isArray(value)) return { items: objects(value), cutShort: false }
  const connection = asObject(value)
  if (connection === null) return nothing
  const nodes = field(connection, 'nodes')
  const edges = field(connection, 'edges')
  const items = Array.isArray(nodes)
    ? objects(nodes)
    : Array.isArray(edges)
      ? objects(edges.map(edge => asObject(edge)?.node))
      : []
  const page = asObject(field(connection, 'pageInfo'))
  const total = field(connection, 'totalCount')
  return {
    items,
    cutShort: page?.hasNextPage === true || (typeof total === 'number' && total > items.length),
  }
}

function objects(values: readonly unknown[]): JsonObject[] {
  return values.map(asObject).filter(value => value !== null)
}
