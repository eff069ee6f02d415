// Every posting added up once more: each entry comes to zero in each currency, and no account goes below it.
import type { Entry } from '@equalizer/core'
import { insist } from './insist.ts'

const signs: Readonly<Record<string, bigint>> = {
  'treasury.received': 1n,
  'treasury.moved_in': 1n,
  'treasury.paid': -1n,
  'treasury.moved_out': -1n,
  'treasury.outside_changed': 1n,
}

export class Money {
  readonly #balances = new Map<string, bigint>()

  take({ seq, events }: Entry): void {
    const sums = new Map<string, bigint>()
    for (const { type, data } of events) {
      const sign = signs[type]
      if (sign === undefined) continue
      const outside = type === 'treasury.outside_changed'
      const [account, currency] = [
        outside ? `outside ${data.currency}` : String(data.account),
        String(data.currency),
      ]
      const change = sign * BigInt(String(data.amount))
      const balance = (this.#balances.get(account) ?? 0n) + change
      this.#balances.set(account, balance)
      sums.set(currency, (sums.get(currency) ?? 0n) + change)
      insist(
        String(data.balance) === String(balance),
        `entry ${seq}: ${account} has ${balance}, not ${data.balance}`,
      )
      insist(outside || balance >= 0n, `entry ${seq}: ${account} is below zero`)
    }
    for (const [currency, sum] of sums) insist(sum === 0n, `entry ${seq}: ${sum} ${currency} out of nothing`)
  }
}
