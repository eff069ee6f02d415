// The trailers of a commit message that name people: who wrote along, who approved.
import { limits } from '@equalizer/core'
import type { Signature } from './commit.ts'
import { trailerSignature } from './signature.ts'

/**
 * `Acked-by` and `Tested-by` are left out: they say "I have no objection" and "it runs", and counting them as approvals
 * would make control look more spread than it is. `Signed-off-by` certifies where the code comes from (DCO), no more.
 */
const roles: Readonly<Record<string, 'coauthors' | 'approvers'>> = {
  'co-authored-by': 'coauthors',
  'reviewed-by': 'approvers',
  'approved-by': 'approvers',
}

/** git's own notion of a trailer block (git-interpret-trailers(1)) decides what is one; a line each comes out. */
export const trailerFormat = `%(trailers:${Object.keys(roles)
  .map(role => `key=${role}`)
  .join(',')},unfold=true,separator=%x0a)`

export interface Trailers {
  readonly coauthors: readonly Signature[]
  readonly approvers: readonly Signature[]
}

const none: Trailers = { coauthors: [], approvers: [] }

export function readTrailers(lines: string): Trailers {
  if (lines === '') return none
  const found: { coauthors: Signature[]; approvers: Signature[] } = { coauthors: [], approvers: [] }
  for (const line of lines.split('\n', limits.trailersPerCommit)) {
    const colon = line.indexOf(':')
    const role = roles[line.slice(0, colon).trim().toLowerCase()]
    const person = role === undefined ? null : trailerSignature(line.slice(colon + 1).trim())
    if (role !== undefined && person !== null) found[role].push(person)
  }
  return found
}
