// Which columns of a holder list name the holder and the amount, and whether the amount is in smallest units.
import { findColumn, plainName } from '../reading/columns.ts'

const holderNames = [
  'address',
  'holderaddress',
  'holder',
  'account',
  'accountaddress',
  'wallet',
  'walletaddress',
  'owner',
  'tokenowneraddress',
  'tokenholder',
  'shareholder',
  'recipient',
  'user',
  'delegate',
  'name',
]
const amountNames = [
  'amount',
  'balance',
  'value',
  'quantity',
  'tokens',
  'shares',
  'amountwei',
  'amountraw',
  'balancewei',
  'balanceraw',
  'valuewei',
  'rawbalance',
  'rawamount',
  'earnings',
  'votes',
  'votingpower',
]

export interface HolderColumns {
  readonly holder: string
  readonly amount: string
  /** The amount's name says that it counts smallest units. */
  readonly raw: boolean
}

/** null: no column is called like a holder, or none like an amount. */
export function holderColumns(columns: readonly string[]): HolderColumns | null {
  const holder = findColumn(columns, holderNames)
  // `op_amount_raw` and `uni_balance` carry the token's name in front.
  const amount =
    findColumn(columns, amountNames) ??
    columns.find(column => /(amount|balance|quantity)(raw|wei)?$/.test(plainName(column))) ??
    null
  if (holder === null || amount === null) return null
  return { holder, amount, raw: /(wei|raw)$|^raw/.test(plainName(amount)) }
}

/** Whether a first row is data already: its second cell is a number, or one of its cells is an address. */
export function isHolderRow(cells: readonly string[]): boolean {
  return (
    /^\s*\d[\d.,eE+-]*\s*$/.test(cells[1] ?? '') || cells.some(cell => /^\s*0x[0-9a-fA-F]{40}\s*$/.test(cell))
  )
}
