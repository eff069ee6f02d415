// Giving one's weight to somebody and taking it back: the stream `delegation/<person>` of the giver.
import { no } from '../decision/no.ts'
import type { Books, Now } from '../kernel/books.ts'
import type { Command } from '../kernel/command.ts'
import type { LogEvent } from '../log/entry.ts'
import { asJson } from '../log/json.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import { delegationProblemBy } from './problem.ts'
import { type Delegation, type Scope, scopeKey } from './scope.ts'

/** By scope, each with whom it went to. */
export interface Given {
  readonly given: readonly Delegation[]
}

type Delegating = Extract<Command, { kind: 'delegate' | 'revoke' }>

const streamOf = (person: string) => `delegation/${person}`

export function delegating(books: Books, now: Now, command: Delegating, by: string): Result<LogEvent> {
  const outgoing = (person: string) => ((books.stream(streamOf(person)) ?? null) as Given | null)?.given ?? []
  if (command.kind === 'revoke') return revoking(outgoing(by), command.scope, by)
  if (books.standing('member', by, now.seq) <= 0n) {
    return refuse(no('delegation.not_member', 'Only members delegate', { person: by }))
  }
  const added: Delegation = { from: by, to: command.to, scope: command.scope }
  const problem = delegationProblemBy(outgoing, added)
  if (problem) return refuse(problem)
  return accepted({ stream: streamOf(by), type: 'delegation.given', data: asJson(added) })
}

function revoking(given: readonly Delegation[], scope: Scope, by: string): Result<LogEvent> {
  const key = scopeKey(scope)
  if (given.some(one => scopeKey(one.scope) === key)) {
    return accepted({ stream: streamOf(by), type: 'delegation.revoked', data: asJson({ from: by, scope }) })
  }
  return refuse(no('delegation.none', 'There is no delegation to take back here', { person: by, scope: key }))
}

/** Total over the events `delegation.*`. */
export function evolveGiven(state: Given | null, event: LogEvent): Given {
  const { scope, ...rest } = event.data as unknown as Delegation
  const others = (state?.given ?? []).filter(one => scopeKey(one.scope) !== scopeKey(scope))
  return { given: event.type === 'delegation.given' ? [...others, { scope, ...rest }] : others }
}

const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })
