// Who exercises how much weight in one vote, by people's ids; for everyday sizes, over the columns.

import { exerciseColumns } from './exercise-columns.ts'
import type { Delegation } from './scope.ts'

export interface Exercised {
  /** Everybody with a ballot: their own weight and what came to them along delegations. */
  readonly weights: ReadonlyMap<string, bigint>
  /** Whose ballot took a person's weight, the own one included; whoever is absent here was not represented. */
  readonly by: ReadonlyMap<string, string>
  /** The weight of those who are not represented. Together with all exercised weight it is the eligible weight. */
  readonly unexercised: bigint
}

/**
 * `voters` have a ballot (abstaining is one). `delegations` are those that count for the class now (`delegationsFor`), one a
 * person. `weights` were fixed when the vote opened; whoever is not in them is not eligible: weighs nothing, hands on what
 * comes along a chain, and takes nothing even with a ballot.
 */
export function exercised(
  voters: Iterable<string>,
  delegations: Iterable<Pick<Delegation, 'from' | 'to'>>,
  weights: ReadonlyMap<string, bigint>,
): Exercised {
  const rows = new Map<string, number>()
  const people: string[] = []
  const rowOf = (person: string) => {
    const known = rows.get(person)
    if (known !== undefined) return known
    rows.set(person, people.length)
    return people.push(person) - 1
  }
  for (const person of weights.keys()) rowOf(person)
  const pairs = Array.from(delegations, ({ from, to }) => [rowOf(from), rowOf(to)] as const)
  const count = people.length
  const to = new Int32Array(count).fill(-1)
  for (const [giver, taker] of pairs) {
    if (to[giver] !== -1) throw new RangeError('Only one delegation of a person counts for a class')
    to[giver] = taker
  }
  const voted = new Uint8Array(count)
  for (const voter of voters) if (weights.has(voter)) voted[rows.get(voter) as number] = 1
  const list = people.map(person => weights.get(person) ?? 0n)
  return named(people, voted, exerciseColumns({ count, to, voted, weights: list }))
}

function named(
  people: readonly string[],
  voted: Uint8Array,
  columns: { readonly exercised: ArrayLike<bigint>; readonly by: Int32Array; readonly unexercised: bigint },
): Exercised {
  const [weights, by] = [new Map<string, bigint>(), new Map<string, string>()]
  for (const [row, person] of people.entries()) {
    if (voted[row] === 1) weights.set(person, columns.exercised[row] as bigint)
    const taker = people[columns.by[row] as number]
    if (taker !== undefined) by.set(person, taker)
  }
  return { weights, by, unexercised: columns.unexercised }
}
