// An Open Collective statement: the transactions of one account as its export lists them, CREDIT in and DEBIT out.
import type { Refusal } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import type { ReadContext } from '../reader.ts'
import { parseAmount } from '../reading/amount.ts'
import { cleanName, normalizeActor, observationId } from '../reading/identifier.ts'
import type { Row } from '../reading/row.ts'
import { parseTime } from '../reading/time.ts'
import { keptDecimals, type RowPayments } from './plain.ts'

/** What the host and the platform take and give back: nobody's decision to pay. */
const fees = new Set([
  'HOST_FEE',
  'HOST_FEE_SHARE',
  'HOST_FEE_SHARE_DEBT',
  'PAYMENT_PROCESSOR_FEE',
  'PAYMENT_PROCESSOR_COVER',
  'PAYMENT_PROCESSOR_DISPUTE_FEE',
  'PLATFORM_FEE',
  'PLATFORM_TIP',
  'PLATFORM_TIP_DEBT',
  'TAX',
])

/**
 * A statement is one account's: what comes in is `payment.made` by the other account, what goes out `payment.received`
 * by it. Amounts are before the processor's fee. Fees and refunds are passed over; a payment that was refunded later
 * was still made, and is marked `refunded`. Times without an offset are UTC unless the charter says otherwise.
 */
export function openCollective(context: ReadContext): RowPayments {
  const { ledger, source } = context
  const rounded = { count: 0 }
  let refunded = 0

  function observe(row: Row): Observation[] {
    const kind = row.text('kind')
    if (row.has('isRefund')) return passOver('refund')
    if (fees.has(kind)) return passOver('fee')
    const direction = row.text('type')
    if (direction !== 'CREDIT' && direction !== 'DEBIT') {
      return refuse(row, 'type', {
        code: 'evidence.bad_type',
        reason: 'The type is neither CREDIT nor DEBIT',
        facts: { what: 'direction', type: direction.slice(0, 60) },
      })
    }
    const amount = parseAmount(row.text('amount'), { decimals: keptDecimals, signed: true, rounded })
    if (!amount.ok) return refuse(row, 'amount', amount.refusal)
    const weight = direction === 'CREDIT' ? amount.value : -amount.value
    if (weight === 0n) return passOver('pays nothing')
    if (weight < 0n) {
      return refuse(row, 'amount', {
        code: 'evidence.bad_sign',
        reason: 'The sign contradicts the type: a CREDIT is positive and a DEBIT negative',
        facts: { type: direction },
      })
    }
    const actor = normalizeActor('opencollective', row.text('oppositeAccount'))
    if (!actor.ok) return refuse(row, 'oppositeAccount', actor.refusal)
    const at = parseTime(row.text('datetime') || row.text('date'), { timezone: source.timezone })
    if (!at.ok) return refuse(row, 'datetime', at.refusal)
    const account = normalizeActor('opencollective', row.text('accountSlug'))
    if (!account.ok) return refuse(row, 'accountSlug', account.refusal)
    const asset = cleanName(row.text('currency') || source.asset || 'unit')
    if (!asset.ok) return refuse(row, 'currency', asset.refusal)
    const wasRefunded = row.has('isRefunded')
    if (wasRefunded) refunded += 1
    ledger.used()
    const id = [account.value, row.text('shortId'), direction, kind, actor.value, String(weight)]
    return [
      {
        id: observationId('opencollective', id),
        source: source.id,
        kind: direction === 'CREDIT' ? 'payment.made' : 'payment.received',
        actor: actor.value,
        atMs: at.value,
        weight,
        asset: asset.value,
        decimals: keptDecimals,
        about: account.value,
        reference: row.reference(),
        attributes: { transaction: kind, ...(wasRefunded ? { refunded: 'true' } : {}) },
      },
    ]
  }

  function passOver(reason: string): Observation[] {
    ledger.passOver(reason)
    return []
  }
  function refuse(row: Row, column: string, refusal: Refusal): Observation[] {
    ledger.refuse(row.place(column), refusal)
    return []
  }

  return {
    decimals: keptDecimals,
    rounded,
    observe,
    finish() {
      if (refunded === 0) return
      ledger.note('note.refunded_later', `${refunded} payments were refunded later; they count as made.`, {
        count: refunded,
      })
    },
  }
}
