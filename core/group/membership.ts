// Who is in a group and with what weight, as of one length of the log.
import type { Books } from '../kernel/books.ts'
import type { Group, StandingKey } from '../rule/group.ts'
import { squareRoot } from '../voting/square-root.ts'

/** Moment at which membership is read: entries in the log, and the time for the terms of seats (UTC milliseconds). */
export interface AsOf {
  readonly seq: number
  readonly atMs: number
}

/** People drawn into a decision, by the jury's group id. */
export type Juries = Readonly<Record<string, readonly string[]>>

export const noJuries: Juries = {}

type Read = Pick<Books, 'standing'>

/** Nobody is in a jury but those who were drawn for the decision at hand. */
export function isMember(books: Read, group: Group, person: string, at: AsOf, juries = noJuries): boolean {
  const has = (key: StandingKey) => books.standing(key, person, at.seq)
  switch (group.kind) {
    case 'listed':
      return group.members.includes(person)
    case 'role':
      return has(`role:${group.role}`) > 0n
    case 'balance':
      return reaches(has(`asset:${group.asset}`), group.atLeast)
    case 'score':
      return reaches(has(`score:${group.score}`), group.atLeast)
    case 'everyone':
      return has('member') > 0n
    case 'council':
      return has(`seat:${group.id}`) > BigInt(at.atMs)
    case 'jury':
      return drawn(juries, group).includes(person)
  }
}

/** Whoever has nothing is a holder of nothing, also where at least 0 is asked: else the whole world would be in the group. */
const reaches = (has: bigint, atLeast: string): boolean => has > 0n && has >= BigInt(atLeast)

/** What somebody's vote weighs in the group; 0n: no member, or one without weight, who is not eligible. */
export function weightIn(books: Read, group: Group, person: string, at: AsOf, juries = noJuries): bigint {
  return isMember(books, group, person, at, juries) ? ownWeight(books, group, person, at.seq) : 0n
}

function ownWeight(books: Read, { weight }: Group, person: string, seq: number): bigint {
  switch (weight.by) {
    case 'person':
      return 1n
    case 'token':
      return books.standing(`asset:${weight.asset}`, person, seq)
    case 'reputation':
      return books.standing(`score:${weight.score}`, person, seq)
    case 'square-root':
      return squareRoot(books.standing(`asset:${weight.asset}`, person, seq))
  }
}

/** The members that weigh anything, and what they weigh together. */
export function eligibleIn(books: Books, group: Group, at: AsOf, juries = noJuries) {
  if (group.kind !== 'jury') return books.eligible(group, at.seq, at.atMs)
  const weights = drawn(juries, group).map(person => ownWeight(books, group, person, at.seq))
  return {
    members: weights.filter(weight => weight > 0n).length,
    weight: weights.reduce((sum, weight) => sum + weight, 0n),
  }
}

const drawn = (juries: Juries, { id }: Group): readonly string[] =>
  Object.hasOwn(juries, id) ? (juries[id] ?? []) : []
