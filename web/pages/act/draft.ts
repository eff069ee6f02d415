// What was typed into a form, whatever it is: kept as typed, and read into a payload with what is wrong with each field.
import { fieldsOf, isRequired, type Schema, sortOf, variantsOf } from './schema.ts'

export type Draft = string | boolean | readonly Draft[] | { readonly [name: string]: Draft }
export type DraftObject = { readonly [name: string]: Draft }

export type Wrong =
  | 'missing'
  | 'form'
  | 'whole'
  | 'json'
  | { readonly least: number }
  | { readonly most: number }
  | { readonly atLeast: number }
  | { readonly atMost: number }

export interface ReadPayload {
  readonly payload: Readonly<Record<string, unknown>>
  /** By the path of the field: `to.name`, `standings.0.amount`. */
  readonly wrong: ReadonlyMap<string, Wrong>
}

export function emptyDraft(schema: Schema): Draft {
  switch (sortOf(schema)) {
    case 'flag':
      return schema.default === true
    case 'list':
      return (schema.minItems ?? 0) > 0 && schema.items ? [emptyDraft(schema.items)] : []
    case 'object':
      return Object.fromEntries(fieldsOf(schema).map(([name, field]) => [name, emptyDraft(field)]))
    case 'union': {
      const [first] = variantsOf(schema) ?? []
      return first ? variantDraft(first) : {}
    }
    case 'json':
      return schema.default === undefined ? '' : JSON.stringify(schema.default)
    default:
      return schema.default === undefined ? '' : String(schema.default)
  }
}

export function variantDraft({ kind, schema }: { kind: string; schema: Schema }): DraftObject {
  return { ...(emptyDraft({ ...schema, type: 'object' }) as DraftObject), kind }
}

export function readDraft(schema: Schema, draft: Draft): ReadPayload {
  const wrong = new Map<string, Wrong>()
  const payload = (readPart(schema, draft, '', wrong) ?? {}) as ReadPayload['payload']
  return { payload, wrong }
}

type Wrongs = Map<string, Wrong>

/** undefined: left empty. */
function readPart(schema: Schema, draft: Draft, path: string, wrong: Wrongs): unknown {
  switch (sortOf(schema)) {
    case 'flag':
      return draft === true
    case 'list':
      return readList(schema, draft as readonly Draft[], path, wrong)
    case 'object':
      return readObject(schema, draft as DraftObject, path, wrong)
    case 'union':
      return readUnion(schema, draft as DraftObject, path, wrong)
    default:
      return readText(schema, String(draft), path, wrong)
  }
}

const at = (path: string, name: string | number) => (path === '' ? String(name) : `${path}.${name}`)

function readObject(schema: Schema, draft: DraftObject, path: string, wrong: Wrongs): object {
  const read: Record<string, unknown> = {}
  for (const [name, field] of fieldsOf(schema)) {
    const here = at(path, name)
    const value = readPart(field, draft[name] ?? emptyDraft(field), here, wrong)
    if (value !== undefined) read[name] = value
    else if (isRequired(schema, name) && !wrong.has(here)) wrong.set(here, 'missing')
  }
  return read
}

function readUnion(schema: Schema, draft: DraftObject, path: string, wrong: Wrongs): object {
  const chosen = (variantsOf(schema) ?? []).find(({ kind }) => kind === draft.kind)
  if (!chosen) {
    wrong.set(path, 'missing')
    return {}
  }
  return { kind: chosen.kind, ...readObject(chosen.schema, draft, path, wrong) }
}

function readList(schema: Schema, draft: readonly Draft[], path: string, wrong: Wrongs): unknown {
  const { items, minItems = 0, maxItems } = schema
  if (draft.length < minItems) wrong.set(path, { atLeast: minItems })
  if (maxItems !== undefined && draft.length > maxItems) wrong.set(path, { atMost: maxItems })
  if (draft.length === 0) return minItems > 0 ? [] : undefined
  return draft.map((one, index) => {
    const here = at(path, index)
    const value = items ? readPart(items, one, here, wrong) : undefined
    if (value === undefined && !wrong.has(here)) wrong.set(here, 'missing')
    return value
  })
}

function readText(schema: Schema, typed: string, path: string, wrong: Wrongs): unknown {
  const sort = sortOf(schema)
  const trimmed = sort === 'long' ? typed : typed.trim()
  if (trimmed.trim() === '') return undefined
  if (sort === 'json') return readJson(trimmed, path, wrong)
  if (sort === 'integer') return readInteger(schema, trimmed, path, wrong)
  const problem = textProblem(schema, trimmed)
  if (problem) wrong.set(path, problem)
  return trimmed
}

function textProblem(schema: Schema, typed: string): Wrong | null {
  const { pattern, minLength = 0, maxLength } = schema
  if (typed.length < minLength) return { least: minLength }
  if (maxLength !== undefined && typed.length > maxLength) return { most: maxLength }
  if (pattern === undefined || new RegExp(pattern, 'u').test(typed)) return null
  return sortOf(schema) === 'whole' ? 'whole' : 'form'
}

function readInteger(schema: Schema, typed: string, path: string, wrong: Wrongs): number | undefined {
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema
  const value = Number(typed)
  if (!/^-?\d+$/.test(typed) || !Number.isSafeInteger(value)) wrong.set(path, 'whole')
  else if (value < minimum) wrong.set(path, { atLeast: minimum })
  else if (value > maximum) wrong.set(path, { atMost: maximum })
  else return value
  return undefined
}

function readJson(typed: string, path: string, wrong: Wrongs): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    wrong.set(path, 'json')
    return undefined
  }
}
