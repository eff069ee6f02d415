// What the charter's schema allows at a path: its keys and its description, for words about a mistake there.
import { charterJsonSchema, type JsonSchema } from './json-schema.ts'

export type Path = readonly (string | number)[]

let whole: JsonSchema | null = null

function record(value: unknown): JsonSchema | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : null
}

/** A schema and what it is a choice between. */
function alternatives(schema: JsonSchema): JsonSchema[] {
  const options = [schema.anyOf, schema.oneOf].flatMap(some => (Array.isArray(some) ? some : []))
  return [schema, ...options.flatMap(option => alternatives(record(option) ?? {}))]
}

function step(schema: JsonSchema, key: string | number): JsonSchema[] {
  return alternatives(schema).flatMap(option => {
    const next =
      typeof key === 'number'
        ? record(option.items)
        : (record(record(option.properties)?.[key]) ?? record(option.additionalProperties))
    return next ? [next] : []
  })
}

function schemasAt(path: Path): JsonSchema[] {
  whole ??= charterJsonSchema()
  let at = [whole]
  for (const key of path) at = at.flatMap(schema => step(schema, key))
  return at
}

/** The keys that may stand at a path. */
export function keysAt(path: Path): string[] {
  const found = schemasAt(path).flatMap(alternatives)
  return [...new Set(found.flatMap(schema => Object.keys(record(schema.properties) ?? {})))]
}

/** The schema's own words about a path, such as "Ids of people"; null where it has none. */
export function describedAt(path: Path): string | null {
  const described = schemasAt(path).find(schema => typeof schema.description === 'string')
  return (described?.description as string | undefined) ?? null
}
