// The fields of an act as lines: name, what it takes, and what its schema says of it.
import { type Schema, variants } from './payload.ts'
import { tableText } from './put-out.ts'

const deepest = 3

/** `to.kind  person or vendor  …`; a field that can be left out stands in brackets. */
export function fieldsText(schema: Schema): string {
  return tableText(rowsOf(schema, '', 0).map(row => ['', ...row]))
}

function rowsOf(schema: Schema, before: string, depth: number): string[][] {
  const all = variants(schema)
  const names = [...new Set(all.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  return names.flatMap(name => {
    const found = all.flatMap(({ properties }) => properties?.[name] ?? [])
    const needed = all.every(({ required = [] }) => required.includes(name))
    const shown = `${before}${name}`
    const first = found.find(({ description }) => description !== undefined)
    const own = [needed ? shown : `[${shown}]`, takes(found), first?.description ?? '']
    const merged: Schema = found.length === 1 ? (found[0] as Schema) : { anyOf: found }
    return depth < deepest ? [own, ...rowsOf(merged, `${shown}.`, depth + 1)] : [own]
  })
}

function takes(schemas: readonly Schema[]): string {
  const said = schemas.flatMap(variants).map(({ type, enum: words, const: word, items }) => {
    if (word !== undefined) return String(word)
    if (words !== undefined) return words.join(' or ')
    if (type === 'array') return `list of ${takes(items ? [items] : [])}`
    return type === 'string' ? 'text' : type === 'integer' ? 'whole number' : String(type ?? 'JSON')
  })
  return [...new Set(said)].join(' or ')
}
