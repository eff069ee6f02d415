// Schemas that stand in many places of one JSON Schema are said once, under their names in `$defs`, and pointed at.
import { z } from 'zod'
import type { JsonSchema } from '../../charter/json-schema.ts'
import { canonical } from '../canonical.ts'

interface Part {
  readonly name: string
  readonly schema: JsonSchema
}

/** By what they say, their description left out: the same schema is described otherwise in another place. */
export type Parts = ReadonlyMap<string, Part>

/** What may be written: a field with a default may be left out. The one schema that holds itself, any JSON, is `json`. */
export function plainJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  const text = JSON.stringify(rest).replaceAll('__schema0', 'json')
  if (text.includes('__schema')) throw new Error('A second schema that holds itself needs a name')
  return JSON.parse(text) as JsonSchema
}

type Named = readonly [name: string, schema: z.ZodType]

/** Without those that say the same as another one: its name would stand for theirs. */
export function ofOneOnly(named: readonly Named[]): readonly Named[] {
  const sayings = named.map(([, schema]) => sayingOf(plainJsonSchema(schema)))
  return named.filter((_, i) => sayings.indexOf(sayings[i] ?? '') === sayings.lastIndexOf(sayings[i] ?? ''))
}

/** Throws where two of them say the same, so that either name could stand for it. */
export function partsOf(named: Iterable<Named>): Parts {
  const parts = new Map<string, Part>()
  for (const [name, zod] of named) {
    const schema = plainJsonSchema(zod)
    const other = parts.get(sayingOf(schema))
    if (other) throw new Error(`The schemas ${other.name} and ${name} say the same`)
    parts.set(sayingOf(schema), { name, schema })
  }
  return parts
}

/** The schema with every part in it pointed at, and the parts that this takes in its `$defs`. */
export function withParts({ $defs = {}, ...schema }: JsonSchema, parts: Parts): JsonSchema {
  const used = new Map<string, JsonSchema>()
  const own = { ...($defs as Readonly<Record<string, JsonSchema>>) }

  function use(name: string, { $defs: theirs = {}, ...part }: JsonSchema): void {
    if (used.has(name)) return
    Object.assign(own, theirs)
    used.set(name, {})
    used.set(name, inside(part))
  }

  function pointing(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(pointing)
    if (value === null || typeof value !== 'object') return value
    const node = value as JsonSchema
    const part = parts.get(sayingOf(node))
    if (!part) return inside(node)
    use(part.name, part.schema)
    const { description } = node
    const isSame = description === undefined || description === part.schema.description
    return { $ref: `#/$defs/${part.name}`, ...(isSame ? {} : { description }) }
  }

  function inside(node: JsonSchema): JsonSchema {
    const name = typeof node.$ref === 'string' ? node.$ref.replace('#/$defs/', '') : ''
    if (own[name]) use(name, own[name])
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pointing(value)]))
  }

  const pointed = inside(schema)
  const names = [...used.keys()].sort()
  const defs = Object.fromEntries(names.map(name => [name, used.get(name)]))
  return names.length === 0 ? pointed : { ...pointed, $defs: defs }
}

function sayingOf({ description: _, $defs: __, ...rest }: JsonSchema): string {
  return canonical(rest)
}
