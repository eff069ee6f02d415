// Reads payments: an Open Collective statement, or any CSV, JSONL or JSON of who paid whom how much.
import type { Observation } from '@equalizer/measure'
import type { ReadContext, Reader } from '../reader.ts'
import type { CsvRow } from '../reading/csv.ts'
import type { JsonRow } from '../reading/json-row.ts'
import { noteRounded } from '../reading/rounding.ts'
import { readRows } from '../reading/rows.ts'
import { openCollective } from './open-collective.ts'
import { payments, type RowPayments } from './plain.ts'

/**
 * Emits `payment.made` (the payer's) and `payment.received` (the payee's), positive, with the other side in `about`.
 * Amounts are decimal numbers kept with 18 places, or whole smallest units where `source.decimals` says so.
 */
export const paymentsReader: Reader = {
  kind: 'payments',
  async *read(context) {
    let form: RowPayments | null = null
    const records = context.source.mapping?.records
    for await (const rows of readRows(context, records === undefined ? {} : { records })) {
      form ??= formOf(context, columnsOf(rows[0] as CsvRow | JsonRow))
      const observations: Observation[] = []
      for (const row of rows) observations.push(...form.observe(row))
      if (observations.length > 0) yield observations
    }
    if (form === null) return
    noteRounded(context.ledger, form.rounded, form.decimals)
    form.finish()
  },
}

function formOf(context: ReadContext, columns: readonly string[]): RowPayments {
  const statement = ['shortId', 'type', 'kind', 'amount', 'accountSlug', 'oppositeAccount', 'currency']
  return statement.every(name => columns.includes(name))
    ? openCollective(context)
    : payments(context, columns)
}

function columnsOf(row: CsvRow | JsonRow): readonly string[] {
  if ('columns' in row) return row.columns
  return typeof row.value === 'object' && row.value !== null ? Object.keys(row.value) : []
}
