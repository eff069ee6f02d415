// A plain list of payments: payer, payee, amount, currency and date, by the names that people give these columns.
import { accepted, type Refusal, type Result } from '@equalizer/core'
import type { Actor, Observation } from '@equalizer/measure'
import { type ReadContext, SourceRefused } from '../reader.ts'
import { parseAmount } from '../reading/amount.ts'
import { findColumn } from '../reading/columns.ts'
import { cleanName, normalizeActor, observationId, schemeOf } from '../reading/identifier.ts'
import { createRepeats } from '../reading/repeats.ts'
import type { Row } from '../reading/row.ts'
import { parseTime } from '../reading/time.ts'

/** One form of payment list: what each row becomes, and what is said at the end. */
export interface RowPayments {
  readonly decimals: number
  readonly rounded: { count: number }
  /** Accounts for the row in the ledger. */
  observe(row: Row): Observation[]
  finish(): void
}

export const keptDecimals = 18

const names = {
  payer: [
    'payer',
    'from',
    'sender',
    'payername',
    'fromname',
    'fromfundername',
    'funder',
    'donor',
    'fromaddress',
    'source',
  ],
  payee: [
    'payee',
    'to',
    'receiver',
    'recipient',
    'payeename',
    'toname',
    'toprojectname',
    'vendor',
    'supplier',
    'beneficiary',
    'grantee',
    'toaddress',
    'address',
    'destination',
  ],
  amount: ['amount', 'value', 'sum', 'total', 'paid', 'amountusd', 'usdamount'],
  currency: ['currency', 'currencycode', 'asset', 'token', 'tokensymbol', 'symbol', 'tokenaddress'],
  date: [
    'date',
    'datetime',
    'fundingdate',
    'paymentdate',
    'paidat',
    'paidon',
    'time',
    'timestamp',
    'createdat',
    'day',
  ],
} as const

/** Throws `SourceRefused` when there is no amount, or neither a payer nor a payee. */
export function payments(context: ReadContext, columns: readonly string[]): RowPayments {
  const { ledger, source } = context
  const found = findColumns(columns)
  const repeats = createRepeats()
  const rounded = { count: 0 }
  const decimals = source.decimals ?? keptDecimals
  const raw = source.decimals !== undefined
  // What the charter says of all rows gives way to a row's own currency, and not to a bare contract address.
  const ownCurrency =
    found.currency !== null && !(source.asset !== undefined && /address$/i.test(found.currency))
  if (!ownCurrency && source.asset === undefined)
    ledger.note('note.no_currency', 'No column names a currency; amounts count units.')
  if (found.payer === null)
    ledger.note('note.no_payer', 'No column names a payer; only what was received is read.')
  if (found.payee === null)
    ledger.note('note.no_payee', 'No column names a payee; only what was paid is read.')

  function observe(row: Row): Observation[] {
    const refuse = (column: string | null, refusal: Refusal): Observation[] => {
      ledger.refuse(row.place(column ?? undefined), refusal)
      return []
    }
    const amount = parseAmount(
      row.text(found.amount),
      raw ? { decimals, raw, signed: true } : { decimals, signed: true, rounded },
    )
    if (!amount.ok) return refuse(found.amount, amount.refusal)
    const payer = party(row, found.payer)
    if (!payer.ok) return refuse(found.payer, payer.refusal)
    const payee = party(row, found.payee)
    if (!payee.ok) return refuse(found.payee, payee.refusal)
    const at =
      found.date === null ? accepted(null) : parseTime(row.text(found.date), { timezone: source.timezone })
    if (!at.ok) return refuse(found.date, at.refusal)
    const currency = cleanName(ownCurrency ? row.text(found.currency as string) : (source.asset ?? ''))
    if (!currency.ok) return refuse(found.currency, currency.refusal)
    if (amount.value <= 0n) {
      ledger.passOver(amount.value === 0n ? 'pays nothing' : 'negative (a refund or reversal)')
      return []
    }
    const content = observationId('payments.row', [row.canonical()])
    const before = repeats.before(content)
    const made: Omit<Observation, 'id' | 'kind' | 'actor'> = {
      source: source.id,
      atMs: at.value,
      weight: amount.value,
      asset: currency.value || source.asset || 'unit',
      decimals,
      reference: row.reference(),
    }
    const sides: Observation[] = []
    if (found.payer !== null) sides.push(side('payment.made', payer.value, payee.value))
    if (found.payee !== null) sides.push(side('payment.received', payee.value, payer.value))
    ledger.used()
    return sides

    function side(kind: string, who: Party, other: Party): Observation {
      const id = observationId(kind, before === 0 ? [content] : [content, before])
      return { id, kind, ...made, ...who, ...(other.actor === null ? {} : { about: other.actor }) }
    }
  }

  return {
    decimals,
    rounded,
    observe,
    finish() {
      if (repeats.overflowed) {
        ledger.note(
          'note.repeats_overflowed',
          'The file has too many rows to tell equal ones apart; later equal rows count once.',
        )
      }
    },
  }
}

interface Party {
  readonly actor: Actor | null
  readonly actorName?: string
}

/** An empty cell: somebody, and the list does not say who. */
function party(row: Row, column: string | null): Result<Party> {
  const handle = column === null ? '' : row.text(column)
  if (handle === '') return accepted({ actor: null })
  const scheme = schemeOf(handle, 'name')
  const actor = normalizeActor(scheme, handle)
  if (!actor.ok) return actor
  return accepted(
    scheme === 'name' ? { actor: actor.value, actorName: actor.value.slice(5) } : { actor: actor.value },
  )
}

export interface PaymentColumns {
  readonly payer: string | null
  readonly payee: string | null
  readonly amount: string
  readonly currency: string | null
  readonly date: string | null
}

/** null: no column is called like an amount, or none like a payer or payee. */
export function paymentColumns(columns: readonly string[]): PaymentColumns | null {
  const payer = findColumn(columns, names.payer)
  const payee = findColumn(columns, names.payee)
  const amount = findColumn(columns, names.amount)
  if (amount === null || (payer === null && payee === null)) return null
  const currency = findColumn(columns, names.currency)
  return { payer, payee, amount, currency, date: findColumn(columns, names.date) }
}

function findColumns(columns: readonly string[]): PaymentColumns {
  const found = paymentColumns(columns)
  if (found !== null) return found
  const hasAmount = findColumn(columns, names.amount) !== null
  const lacking = hasAmount ? 'a payer or payee' : 'an amount'
  throw new SourceRefused({
    code: 'evidence.missing_columns',
    reason: `No column is called like ${lacking}; there are ${columns.slice(0, 20).join(', ')}`,
    facts: {
      what: hasAmount ? 'party' : 'amount',
      has: columns.slice(0, 20).join(', '),
      columns: columns.length,
    },
  })
}
