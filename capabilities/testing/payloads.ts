// Payloads made up from an act's JSON Schema: mostly of a few words that meet each other, sometimes of anything it allows.
import type { JsonObject } from '@equalizer/core'
import fc from 'fast-check'
import { knownDocument } from './beginnings.ts'

/** Words that ids, amounts and the like are made of, where their pattern takes them. */
const words = [
  'ops',
  'ops',
  'grants',
  'council',
  'EUR',
  'EUR',
  'GOV',
  'p-ada1',
  'p-bob1',
  'asset:GOV',
  'score:work',
  '7',
  '400',
  '/units/0/name',
  knownDocument.cid,
]

type Schema = JsonObject

/** Draft 2020-12 as zod writes it. A part that it does not know is a fault, so that no field goes untested in silence. */
export function payloadsOf(schema: Schema): fc.Arbitrary<JsonObject> {
  return valuesOf(schema) as fc.Arbitrary<JsonObject>
}

function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (choices) return fc.oneof(...choices.map(valuesOf))
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  // Any JSON: in the open where it may be what it likes.
  if ('$ref' in schema) return fc.constantFrom(null, 1, 'Lamps', [], {})
  switch (schema.type) {
    case 'string':
      return textsOf(schema)
    case 'integer':
    case 'number':
      return fc.integer({ min: Number(schema.minimum ?? 0), max: Math.min(Number(schema.maximum ?? 9), 9) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valuesOf(schema.items as Schema), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: 3,
      })
    case 'object':
      return objectsOf(schema)
    default:
      throw new Error(`no values are known for ${JSON.stringify(schema)}`)
  }
}

function textsOf({ pattern, format, minLength, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === 'uri') return fc.webUrl({ validSchemes: ['https'] })
  const fits = (text: string) => pattern === undefined || new RegExp(String(pattern)).test(text)
  const known = words.filter(fits)
  const any =
    pattern === undefined
      ? fc.string({
          minLength: Math.max(1, Number(minLength ?? 0)),
          maxLength: Math.min(20, Number(maxLength ?? 20)),
        })
      : fc.stringMatching(new RegExp(String(pattern)), { size: 'small' })
  if (known.length === 0) return any
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any })
}

function objectsOf(schema: Schema): fc.Arbitrary<object> {
  if (schema.properties === undefined) {
    const keys = textsOf((schema.propertyNames ?? { pattern: '^[a-z]{1,8}$' }) as Schema)
    return fc.dictionary(keys, valuesOf(schema.additionalProperties as Schema), { maxKeys: 3 })
  }
  const fields = Object.entries(schema.properties as Record<string, Schema>)
  const requiredKeys = (schema.required ?? []) as string[]
  return fc.record(Object.fromEntries(fields.map(([name, of]) => [name, valuesOf(of)])), { requiredKeys })
}
