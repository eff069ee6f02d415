// The one way by which the page speaks with the server, and its refusals as errors for those who need to throw.
import { createClient, type Problem, Unreachable } from '@equalizer/client'
import { watchedFetch } from './connection.ts'

export const call = createClient({ fetch: watchedFetch })

/** A refusal on its way through code that knows only errors. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.reason)
    this.name = 'Refused'
    this.problem = problem
  }
}

/** Whatever went wrong, as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem
  const code = error instanceof Unreachable ? 'server.unreachable' : 'page.fault'
  const reason = error instanceof Error ? error.message : String(error)
  return { code, reason, facts: {}, request: '' }
}
