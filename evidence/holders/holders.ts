// Reads a list of token or share holders (CSV, JSONL, JSON) as standing balances; what no one listed holds is unknown.
import type { Result } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { type ReadContext, type Reader, SourceRefused } from '../reader.ts'
import { parseAmount } from '../reading/amount.ts'
import { type CsvRow, readCsv } from '../reading/csv.ts'
import { normalizeActor, observationId, schemeOf } from '../reading/identifier.ts'
import { readJson } from '../reading/json.ts'
import { JsonRow } from '../reading/json-row.ts'
import { readJsonl } from '../reading/jsonl.ts'
import { noteRounded } from '../reading/rounding.ts'
import type { Row } from '../reading/row.ts'
import { formatOf } from '../reading/rows.ts'
import { type HolderColumns, holderColumns, isHolderRow } from './columns.ts'
import { holderRecords } from './records.ts'

const defaultDecimals = 18
/** Whole numbers of more digits than this are hardly a decimal amount of anything. */
const plausibleDigits = 15

/**
 * `source.decimals` says that amounts are whole smallest units with so many places; a column called `…_wei` or `…_raw`
 * says so itself (18 places). Otherwise amounts are decimal numbers and are kept with 18 places. `source.supply` is in
 * the unit of the list's amounts.
 */
export const holdersReader: Reader = {
  kind: 'holders',
  async *read(context) {
    let list: HolderList | null = null
    for await (const rows of rowsOf(context)) {
      list ??= openList(context, columnsOf(rows[0] as Row))
      const observations = observe(list, rows)
      if (observations.length > 0) yield observations
    }
    if (list === null) return
    noteRounded(context.ledger, list.rounded, list.decimals)
    const unlisted = unlistedSupply(list)
    if (unlisted !== null) yield [unlisted]
  },
}

interface HolderList {
  readonly context: ReadContext
  readonly columns: HolderColumns
  readonly raw: boolean
  readonly decimals: number
  readonly asset: string
  readonly rounded: { count: number }
  total: bigint
}

async function* rowsOf(context: ReadContext): AsyncGenerator<readonly Row[]> {
  const format = formatOf(context.path)
  if (format === 'jsonl') yield* readJsonl(context)
  else if (format === 'json') {
    yield* readJson(context, context.source.mapping?.records ?? (await holderRecords(context)))
  } else yield* readCsv(context, { header: first => !isHolderRow(first) })
}

function columnsOf(row: Row): HolderColumns {
  const columns = row instanceof JsonRow ? jsonColumns(row) : (row as CsvRow).columns
  const found = holderColumns(columns)
  if (found !== null) return found
  if (row instanceof JsonRow && (typeof row.value === 'string' || typeof row.value === 'number')) {
    return { holder: '$key', amount: '$value', raw: false }
  }
  // A list of amounts by address, each with more about it: {"0x…": {"amount": …}}.
  const keyed = holderColumns(['address', ...columns])
  if (row instanceof JsonRow && keyed !== null) return { ...keyed, holder: '$key' }
  if (columns[0] === '1' && columns.length >= 2) return { holder: '1', amount: '2', raw: false }
  throw new SourceRefused({
    code: 'evidence.missing_columns',
    reason: `No columns are called like a holder and an amount (address, balance …); there are ${columns.slice(0, 20).join(', ')}`,
    facts: { what: 'holders', has: columns.slice(0, 20).join(', '), columns: columns.length },
  })
}

function jsonColumns(row: JsonRow): string[] {
  return typeof row.value === 'object' && row.value !== null ? Object.keys(row.value) : []
}

function openList(context: ReadContext, columns: HolderColumns): HolderList {
  const { decimals, asset } = context.source
  if (columns.raw && decimals === undefined) {
    context.ledger.note(
      'note.smallest_units',
      `${columns.amount} is taken to count smallest units of ${defaultDecimals} decimal places.`,
      { column: columns.amount, decimals: defaultDecimals },
    )
  }
  return {
    context,
    columns,
    raw: columns.raw || decimals !== undefined,
    decimals: decimals ?? defaultDecimals,
    asset: asset ?? 'token',
    rounded: { count: 0 },
    total: 0n,
  }
}

function observe(list: HolderList, rows: readonly Row[]): Observation[] {
  const { context, columns, asset, decimals } = list
  const { ledger, source } = context
  const observations: Observation[] = []
  for (const row of rows) {
    const text = row.text(columns.amount)
    const amount = amountOf(list, text)
    if (!amount.ok) {
      ledger.refuse(row.place(columns.amount), amount.refusal)
      continue
    }
    const handle = row.text(columns.holder)
    const scheme = schemeOf(handle, 'name')
    const actor = normalizeActor(scheme, handle)
    if (!actor.ok) {
      ledger.refuse(row.place(columns.holder), actor.refusal)
      continue
    }
    if (amount.value === 0n) {
      ledger.passOver('holds nothing')
      continue
    }
    list.total += amount.value
    observations.push({
      id: observationId('holders', [asset, actor.value, String(amount.value), decimals]),
      source: source.id,
      kind: 'balance.held',
      actor: actor.value,
      ...(scheme === 'name' ? { actorName: actor.value.slice('name:'.length) } : {}),
      atMs: null,
      weight: amount.value,
      asset,
      decimals,
      reference: row.reference(),
    })
  }
  ledger.used(observations.length)
  return observations
}

function amountOf(list: HolderList, text: string): Result<bigint> {
  if (list.raw) return parseAmount(text, { decimals: list.decimals, raw: true })
  if (text.length > plausibleDigits && /^\d+$/.test(text)) {
    list.context.ledger.note(
      'note.perhaps_smallest_units',
      'Amounts look like smallest units (wei) and are read as whole tokens; give the source its decimals.',
    )
  }
  return parseAmount(text, { decimals: list.decimals, rounded: list.rounded })
}

/** What exists and stands in no row: held by somebody, and nobody says by whom. */
function unlistedSupply(list: HolderList): Observation | null {
  const { context, asset, decimals, total } = list
  const { supply, id } = context.source
  if (supply === undefined) return null
  const all = supplyOf(list, supply)
  if (all < total) {
    context.ledger.note(
      'note.supply_exceeded',
      'The rows add up to more than the supply that the charter gives; the supply is left aside.',
    )
    return null
  }
  if (all === total) return null
  return {
    id: observationId('holders.unlisted', [asset, String(all - total), decimals]),
    source: id,
    kind: 'balance.held',
    actor: null,
    atMs: null,
    weight: all - total,
    asset,
    decimals,
    reference: context.source.path,
  }
}

function supplyOf(list: HolderList, supply: string): bigint {
  const all = parseAmount(supply, { decimals: list.decimals, raw: list.raw })
  if (!all.ok) throw new SourceRefused({ ...all.refusal, code: 'evidence.bad_supply' })
  return all.value
}
