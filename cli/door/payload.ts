// Fields given as key=value become a payload: each value is read as the act's JSON Schema types it.
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'

/** What is used of JSON Schema 2020-12. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Payload = Record<string, Json>

export interface Reading {
  readonly type: string
  readonly schema: Schema
  /** The id of a person by their name; refuses where nobody or more than one is called that. */
  person(name: string): Promise<string>
}

function wrong(reason: string): Stop {
  return new Stop({ code: 'cli.usage', reason: harmless(reason) })
}

/**
 * `amount=400000`, `to.kind=vendor`, `candidates=ada,ben` (a list), `link:={"kind":"url"}` (JSON). A field that takes text
 * keeps it as it is, digits included.
 */
export async function payloadOf(
  fields: readonly string[],
  base: Payload,
  reading: Reading,
): Promise<Payload> {
  const payload = structuredClone(base)
  for (const field of fields) {
    const [, key = '', raw, text = ''] = /^([^=:]+)(:?)=([\s\S]*)$/.exec(field) ?? []
    if (key === '') throw wrong(`A field is written key=value, not ${field}.`)
    const path = key.split('.')
    const schemas = path.reduce<readonly Schema[]>(
      (found, part) => below(found, part, key, reading),
      [reading.schema],
    )
    put(payload, path, raw === ':' ? jsonOf(text, key) : await readAs(text, schemas, key, reading))
  }
  return payload
}

/** All that a schema may stand for. */
export function variants(schema: Schema): readonly Schema[] {
  const choices = schema.anyOf ?? schema.oneOf
  return choices ? choices.flatMap(variants) : [schema]
}

function below(schemas: readonly Schema[], part: string, key: string, { type }: Reading): readonly Schema[] {
  const all = schemas.flatMap(variants)
  const found = all.flatMap(({ properties, additionalProperties: others }) => {
    const own = properties && Object.hasOwn(properties, part) ? properties[part] : undefined
    if (own) return [own]
    return typeof others === 'object' ? [others] : []
  })
  if (found.length > 0) return found
  const names = [...new Set(all.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  const known = names.length === 0 ? 'nothing stands below it' : `there are ${names.join(', ')}`
  throw wrong(`${type} has no field ${key}; ${known}.`)
}

function put(payload: Payload, path: readonly string[], value: Json): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) {
    payload[first] = value
    return
  }
  const before = Object.hasOwn(payload, first) ? payload[first] : undefined
  const inner = typeof before === 'object' && before !== null && !Array.isArray(before) ? { ...before } : {}
  put(inner as Payload, rest, value)
  payload[first] = inner as Json
}

function jsonOf(text: string, key: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong(`${key}: this is not JSON: ${text}`)
  }
}

const personPattern = '^p-[a-z0-9]{4,40}$'

function typesOf(schemas: readonly Schema[]): ReadonlySet<string> {
  return new Set(
    schemas.flatMap(({ type, enum: words, const: word }) => {
      if (type !== undefined) return type as string | string[]
      return [...(words ?? []), ...(word === undefined ? [] : [word])].map(one => typeof one)
    }),
  )
}

async function readAs(text: string, of: readonly Schema[], key: string, reading: Reading): Promise<Json> {
  const schemas = of.flatMap(variants)
  const types = typesOf(schemas)
  if (types.has('string')) {
    const isPerson = schemas.every(({ pattern }) => pattern === personPattern)
    return isPerson && !new RegExp(personPattern).test(text) ? reading.person(text) : text
  }
  if (types.has('integer') || types.has('number')) return numberOf(text, key, !types.has('number'))
  if (types.has('boolean')) {
    if (text !== 'true' && text !== 'false') throw wrong(`${key} is true or false, not ${text}.`)
    return text === 'true'
  }
  if (types.has('array') && !text.trimStart().startsWith('[')) {
    const items = schemas.flatMap(({ items: one }) => one ?? [])
    if (text === '') return []
    return Promise.all(text.split(',').map(part => readAs(part.trim(), items, key, reading)))
  }
  if (types.has('object') && !text.trimStart().startsWith('{')) {
    throw wrong(`${key} has parts: ${key}.part=value, or ${key}:={…} as JSON.`)
  }
  return jsonOf(text, key)
}

function numberOf(text: string, key: string, whole: boolean): number {
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  const fits = whole ? Number.isSafeInteger(number) : Number.isFinite(number)
  if (!fits) throw wrong(`${key} is a ${whole ? 'whole ' : ''}number, not ${text}.`)
  return number
}
