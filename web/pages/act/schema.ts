// An act type's JSON Schema as a form reads it: which sort of field each part is.

/** As much of JSON Schema 2020-12 as acts use; whatever else there is, is written as JSON. */
export interface Schema {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number | boolean
  readonly default?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

export type Sort =
  | 'text'
  | 'long'
  | 'whole'
  | 'integer'
  | 'flag'
  | 'choice'
  | 'person'
  | 'pick'
  | 'day'
  | 'document'
  | 'list'
  | 'object'
  | 'union'
  | 'json'

/** From this many characters on a text gets several lines. */
const longFrom = 500

export function sortOf(schema: Schema): Sort {
  const { type, enum: values } = schema
  if (schema.oneOf ?? schema.anyOf) return variantsOf(schema) ? 'union' : 'json'
  if (values) return 'choice'
  switch (type) {
    case 'string':
      return sortOfText(schema)
    case 'integer':
      return 'integer'
    case 'boolean':
      return 'flag'
    case 'array':
      return schema.items && sortOf(schema.items) !== 'json' ? 'list' : 'json'
    case 'object':
      return schema.properties ? 'object' : 'json'
    default:
      return 'json'
  }
}

function sortOfText(schema: Schema): Sort {
  const { pattern = '', format, maxLength = 0 } = schema
  if (pattern.startsWith('^p-')) return 'person'
  if (pattern.startsWith('^baf')) return 'document'
  if (format === 'date') return 'day'
  if (placeOf(schema)) return 'pick'
  if (/^\^(\[1-9\]|\(0\|\[1-9\])\\d/.test(pattern)) return 'whole'
  return maxLength >= longFrom ? 'long' : 'text'
}

/** Where the things stand that a text may name; null: nowhere, it is a text of one's own. */
export type Place =
  | { readonly from: 'groups'; readonly kind: string | null }
  | { readonly from: 'units' }
  | { readonly from: 'view'; readonly view: string; readonly column: string; readonly ofUnit: boolean }

const views: readonly (readonly [RegExp, string, string])[] = [
  [/id of an account/i, 'treasury.accounts', 'account'],
  [/declared currency/i, 'treasury.currencies', 'currency'],
  [/id of a regular allocation/i, 'treasury.allocations', 'allocation'],
  [/id of an item/i, 'curation.items', 'item'],
]

/** A field says in its description what it names. */
export function placeOf({ description = '' }: Schema): Place | null {
  if (/id of a council/i.test(description)) return { from: 'groups', kind: 'council' }
  if (/id of a group|^A group/i.test(description)) return { from: 'groups', kind: null }
  if (/id of a unit|^The unit/i.test(description)) return { from: 'units' }
  const found = views.find(([says]) => says.test(description))
  if (!found) return null
  const [, view, column] = found
  return { from: 'view', view, column, ofUnit: /of this unit/i.test(description) }
}

/** What a union chooses between, by the `kind` of each; null: not told apart in that way. */
export function variantsOf({ oneOf, anyOf }: Schema): readonly { kind: string; schema: Schema }[] | null {
  const found = (oneOf ?? anyOf ?? []).map(schema => ({
    kind: schema.properties?.kind?.const,
    schema,
  }))
  return found.length > 0 && found.every(({ kind }) => typeof kind === 'string')
    ? (found as { kind: string; schema: Schema }[])
    : null
}

/** The fields to fill in, without those that are fixed. */
export function fieldsOf({ properties = {} }: Schema): readonly (readonly [string, Schema])[] {
  return Object.entries(properties).filter(([, schema]) => schema.const === undefined)
}

export const isRequired = (schema: Schema, name: string): boolean => schema.required?.includes(name) ?? false
