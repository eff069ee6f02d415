// What people have (membership, roles, balances, seats), read from the books and changed by events on `standing`.
import { type Executing, type LogEvent, type Rules, rulesIn, type StandingKey } from '@equalizer/core'

export function has({ books, now }: Executing, key: StandingKey, person: string): boolean {
  return books.standing(key, person, now.seq) > 0n
}

/** `amount`: decimal text; "0" takes it away. */
export function standingSet(key: StandingKey, person: string, amount: string): LogEvent {
  return { stream: 'standing', type: 'standing.set', data: { key, person, amount } }
}

export function rulesOf({ books }: Executing): Rules | null {
  return rulesIn(books.stream('rules'))
}
