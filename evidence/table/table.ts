// Reads any CSV, JSONL or JSON by a mapping from its columns to observations.
import { accepted, type Mapping, type Refusal, type Result } from '@equalizer/core'
import type { Actor, Observation } from '@equalizer/measure'
import { type ReadContext, type Reader, SourceRefused } from '../reader.ts'
import { parseAmount } from '../reading/amount.ts'
import { cleanName, normalizeActor, observationId } from '../reading/identifier.ts'
import { createRepeats, type Repeats } from '../reading/repeats.ts'
import { noteRounded } from '../reading/rounding.ts'
import type { Row } from '../reading/row.ts'
import { formatOf, readRows } from '../reading/rows.ts'
import { parseTime } from '../reading/time.ts'
import { fileColumn, openCells } from './json-cells.ts'

const defaultDecimals = 18

/** A row that names nobody becomes an observation with actor null; a row whose other cells are bad is refused. */
export const tableReader: Reader = {
  kind: 'table',
  async *read(context) {
    const { mapping } = context.source
    if (mapping === undefined) {
      throw new SourceRefused({
        code: 'evidence.missing_mapping',
        reason: 'A table needs a mapping that says what its columns are',
        facts: { source: context.source.id },
      })
    }
    const table: Table = { context, mapping, repeats: createRepeats(), rounded: { count: 0 } }
    const needs = mappedColumns(mapping)
    const format = mapping.format ?? formatOf(context.path)
    let first = true
    const options = {
      format,
      needs,
      ...(mapping.records === undefined ? {} : { records: mapping.records }),
      ...(mapping.delimiter === undefined ? {} : { delimiter: mapping.delimiter }),
      ...(mapping.header === undefined ? {} : { header: mapping.header }),
    }
    for await (const rows of readRows(context, options)) {
      if (first && format !== 'csv') refuseAbsent(rows, needs)
      first = false
      const observations = observe(table, rows)
      if (observations.length > 0) yield observations
    }
    noteRounded(context.ledger, table.rounded, decimalsOf(mapping))
    if (table.repeats.overflowed) {
      context.ledger.note(
        'note.repeats_overflowed',
        'The file has too many rows without an id to tell equal ones apart; later equal rows count once.',
      )
    }
  },
}

interface Table {
  readonly context: ReadContext
  readonly mapping: Mapping
  readonly repeats: Repeats
  readonly rounded: { count: number }
}

function mappedColumns(mapping: Mapping): string[] {
  const { actor, weight, time, about, choice, id, attributes, where } = mapping
  const single = [actor?.column, actor?.name, weight?.column, time?.column, about, choice, id]
  const all = [...single, ...Object.values(attributes ?? {}), ...Object.keys(where ?? {})]
  const named = all.filter(column => column !== undefined)
  return [...new Set(named.map(column => fileColumn(column, mapping.json ?? [])))]
}

/** JSON has no header: a column that none of the first rows has is taken for a slip in the mapping. */
function refuseAbsent(rows: readonly Row[], needs: readonly string[]): void {
  const missing = needs.filter(column => !rows.some(row => row.has(column)))
  if (missing.length === 0) return
  throw new SourceRefused({
    code: 'evidence.missing_columns',
    reason: `None of the first ${rows.length} records has ${missing.map(name => JSON.stringify(name)).join(', ')}`,
    facts: { what: 'records', missing: missing.join(', '), records: rows.length },
  })
}

function observe(table: Table, rows: readonly Row[]): Observation[] {
  const { ledger } = table.context
  const observations: Observation[] = []
  const wanted = Object.entries(table.mapping.where ?? {})
  for (const closed of rows) {
    const opened = openCells(closed, table.mapping.json ?? [])
    if ('refusal' in opened) {
      ledger.refuse(closed.place(opened.column), opened.refusal)
      continue
    }
    const { row } = opened
    const other = wanted.find(([column, values]) => !values.includes(row.text(column)))
    if (other !== undefined) {
      ledger.passOver(`${other[0]} is none of the wanted values`)
      continue
    }
    const observation = observationOf(table, row)
    if ('refusal' in observation) ledger.refuse(row.place(observation.column), observation.refusal)
    else observations.push(observation)
  }
  ledger.used(observations.length)
  return observations
}

interface BadCell {
  readonly column: string | undefined
  readonly refusal: Refusal
}

function observationOf(table: Table, row: Row): Observation | BadCell {
  const { mapping, context } = table
  const actor = actorOf(mapping, row)
  if (!actor.ok) return { column: mapping.actor?.column, refusal: actor.refusal }
  const weight = weightOf(table, row)
  if (!weight.ok) return { column: mapping.weight?.column, refusal: weight.refusal }
  const at = timeOf(table, row)
  if (!at.ok) return { column: mapping.time?.column, refusal: at.refusal }
  const texts: Record<string, string> = {}
  const attributes: Record<string, string> = {}
  for (const [into, name, column] of textColumns(mapping, texts, attributes)) {
    const text = cleanName(row.text(column))
    if (!text.ok) return { column, refusal: text.refusal }
    if (text.value !== '') into[name] = text.value
  }
  return {
    id: idOf(table, row, [
      actor.value,
      at.value,
      String(weight.value),
      texts.about ?? null,
      texts.choice ?? null,
    ]),
    source: context.source.id,
    kind: mapping.kind,
    actor: actor.value,
    atMs: at.value,
    weight: weight.value,
    asset: mapping.asset ?? context.source.asset ?? counted(mapping),
    decimals: mapping.weight === undefined ? 0 : decimalsOf(mapping),
    reference: row.reference(),
    ...texts,
    ...(mapping.attributes === undefined ? {} : { attributes }),
  }
}

type TextColumn = readonly [into: Record<string, string>, name: string, column: string]

function* textColumns(
  { actor, about, choice, attributes }: Mapping,
  texts: Record<string, string>,
  named: Record<string, string>,
): Generator<TextColumn> {
  if (actor !== undefined) yield [texts, 'actorName', actor.name ?? actor.column]
  if (about !== undefined) yield [texts, 'about', about]
  if (choice !== undefined) yield [texts, 'choice', choice]
  for (const [name, column] of Object.entries(attributes ?? {})) yield [named, name, column]
}

function actorOf({ actor }: Mapping, row: Row): Result<Actor | null> {
  if (actor === undefined || !row.has(actor.column)) return accepted(null)
  return normalizeActor(actor.scheme, row.text(actor.column))
}

function weightOf({ mapping, rounded }: Table, row: Row): Result<bigint> {
  const { weight } = mapping
  if (weight === undefined) return accepted(1n)
  const format = { decimals: decimalsOf(mapping), raw: weight.raw === true }
  return parseAmount(row.text(weight.column), format.raw ? format : { ...format, rounded })
}

function timeOf({ mapping, context }: Table, row: Row): Result<number | null> {
  if (mapping.time === undefined) return accepted(null)
  const { timezone } = context.source
  return parseTime(row.text(mapping.time.column), { format: mapping.time.format, timezone })
}

function idOf({ mapping, repeats }: Table, row: Row, facts: readonly (string | number | null)[]): string {
  // An id is only the file's own; with the facts beside it, row 1 of two different files stays two rows.
  if (mapping.id !== undefined) return observationId('table', [mapping.kind, row.text(mapping.id), ...facts])
  const content = observationId('table.row', [mapping.kind, row.canonical()])
  const before = repeats.before(content)
  return before === 0 ? content : observationId('table.repeat', [content, before])
}

function decimalsOf(mapping: Mapping): number {
  return mapping.weight?.decimals ?? defaultDecimals
}

/** `post.written` counts posts; a weight of which nothing is said counts units. */
function counted(mapping: Mapping): string {
  return mapping.weight === undefined ? (mapping.kind.split('.')[0] as string) : 'unit'
}
