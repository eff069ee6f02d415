// The fields that acts of the treasury share: ids, amounts, currencies and the other side of a payment.
import { cidText, limits, personId } from '@equalizer/core'
import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'an id is lower case letters, digits, - and _')

export const account = id.describe('The id of an account of this unit')
export const allocation = id.describe('The id of a regular allocation')

/** ISO 4217, or a token's symbol as it is written. */
export const currency = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9.]{1,15}$/, 'a currency is a code such as EUR, or a token such as USDC')
  .describe('A declared currency: EUR, USDC')

/** Whole and above 0, without leading zeros, so that one amount has one spelling. */
export const amount = z
  .string()
  .regex(/^[1-9]\d{0,59}$/, 'an amount is a whole number of smallest units, above 0')
  .describe('In smallest units: 4000 euros are 400000')

export const balance = z.string().regex(/^(0|[1-9]\d{0,59})$/)
export const decimals = z
  .int()
  .min(0)
  .max(limits.currencyDecimals)
  .describe('Decimal places: EUR 2, USDC 6, ETH 18')
export const pod = id.describe('The pod of this unit it is for; left out: the unit itself')

const line = z.string().trim().min(1).max(limits.lineChars)
export const name = line.describe('What people call it')
export const purpose = line.describe('What it is for; stays in the log for ever, so no names of members')
export const reference = line
  .describe('The number of an invoice or contract; no personal data')
  .exactOptional()
export const attachments = z
  .array(cidText)
  .max(limits.attachments)
  .default([])
  .describe('Documents, by CID: the invoice, the contract')

/** A natural person only by id: whoever it is stands beside the log. */
export const party = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), person: personId.describe('Id of a person') }),
    z.strictObject({ kind: z.literal('vendor'), name: line.describe('A company, never a natural person') }),
    z.strictObject({ kind: z.literal('customer'), name: line.describe('A company, never a natural person') }),
    z.strictObject({ kind: z.literal('public'), name: line.describe('An authority or another public body') }),
  ])
  .describe('Who is on the other side')
export type Party = z.infer<typeof party>

export const periods = ['month', 'quarter', 'year'] as const
export const spans = [...periods, 'total'] as const

/** How often, in a title. */
export const spanWords = {
  month: 'a month',
  quarter: 'a quarter',
  year: 'a year',
  total: 'all in all',
} as const

export function nameOf(party: Party): string {
  return party.kind === 'person' ? party.person : party.name
}

/** In smallest units: how many make one is the currency's declaration, which a title does not see. */
export function money(asked: { readonly amount: string; readonly currency: string }): string {
  return `${asked.amount} smallest units of ${asked.currency}`
}
