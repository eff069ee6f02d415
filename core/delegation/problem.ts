// Why a delegation cannot be given: a circle in some class, a chain without end in sight, too many, or to oneself.
import { limits } from '../limits.ts'
import type { Refusal } from '../refusal.ts'
import { type Delegation, type Scope, scopeKey, scopeOfBoth } from './scope.ts'

/** All delegations that a person has given and not revoked, of every scope. */
export type Outgoing = (person: string) => readonly Delegation[]

/**
 * Whether `added` may be given; null: it may. `existing` needs to hold only what can be reached from `added.to`, and what
 * `added.from` has given. Codes: `delegation.self`, `.too_many`, `.cycle` (fact `path`), `.too_long`, `.too_tangled`.
 *
 * A circle is refused if any class has one, also where a more specific delegation hides a part of it today: revoking that one
 * is always possible and at once, and must not be what closes the circle. The chain is counted from the giver onwards. Those
 * who follow the giver do not count, else followers could keep somebody from delegating.
 */
export function delegationProblem(existing: Iterable<Delegation>, added: Delegation): Refusal | null {
  const given = new Map<string, Delegation[]>()
  for (const delegation of existing) {
    const of = given.get(delegation.from)
    if (of) of.push(delegation)
    else given.set(delegation.from, [delegation])
  }
  return delegationProblemBy(person => given.get(person) ?? [], added)
}

/** The same where the delegations are looked up one person at a time, for those who cannot hold them all. */
export function delegationProblemBy(outgoing: Outgoing, added: Delegation): Refusal | null {
  if (added.from === added.to) {
    return problem('delegation.self', 'Nobody can delegate to oneself', { person: added.from })
  }
  const key = scopeKey(added.scope)
  const others = outgoing(added.from).filter(delegation => scopeKey(delegation.scope) !== key)
  if (others.length >= limits.delegationsPerPerson) {
    const facts = { person: added.from, limit: limits.delegationsPerPerson }
    return problem('delegation.too_many', 'One person has too many delegations', facts)
  }
  return walk(outgoing, added)
}

/**
 * Depth first over (person, scope): along an edge the scope narrows to where both hold. What was walked once is not walked
 * again, and of each the longest way on is kept, so that the work is linear in what can be reached.
 */
function walk(outgoing: Outgoing, added: Delegation): Refusal | null {
  const longest = new Map<string, number>()
  const path = [added.from]

  function onwards(person: string, scope: Scope): Refusal | number {
    path.push(person)
    if (person === added.from) return cycle(path, scope)
    const state = JSON.stringify([person, scopeKey(scope)])
    const known = longest.get(state)
    const hops = path.length - 1 + (known ?? 0)
    if (hops > limits.delegationHops) return tooLong(added)
    if (known !== undefined) {
      path.pop()
      return known
    }
    if (longest.size >= limits.delegationSteps) return tooTangled(added)
    let most = 0
    for (const next of outgoing(person)) {
      const both = scopeOfBoth(scope, next.scope)
      if (both === null) continue
      const found = onwards(next.to, both)
      if (typeof found !== 'number') return found
      most = Math.max(most, found + 1)
    }
    longest.set(state, most)
    path.pop()
    return most
  }

  const found = onwards(added.to, added.scope)
  return typeof found === 'number' ? null : found
}

function cycle(path: readonly string[], scope: Scope): Refusal {
  const facts = { path: path.join(' → '), scope: scopeKey(scope) }
  return problem('delegation.cycle', 'The delegation would close a circle', facts)
}

function tooLong({ from, to }: Delegation): Refusal {
  const facts = { from, to, limit: limits.delegationHops }
  return problem('delegation.too_long', 'The chain of delegations would be too long', facts)
}

function tooTangled({ from, to }: Delegation): Refusal {
  const facts = { from, to, limit: limits.delegationSteps }
  return problem('delegation.too_tangled', 'Too many delegations follow from this one to be checked', facts)
}

const problem = (code: string, reason: string, facts: Refusal['facts']): Refusal => ({ code, reason, facts })
