// A commit, from whatever copy of the history it was read, and the observations that it amounts to.
import type { Actor, ChangedFile, Observation } from '@equalizer/measure'
import { observationId } from '../reading/identifier.ts'

/** A person as a commit names them; actor null: named in a way that identifies nobody. */
export interface Signature {
  readonly actor: Actor | null
  readonly name: string
}

export interface Commit {
  readonly hash: string
  readonly parents: number
  /** When it entered this history (git's commit date), in milliseconds since 1970 UTC. */
  readonly atMs: number
  readonly author: Signature
  readonly coauthors: readonly Signature[]
  readonly approvers: readonly Signature[]
  readonly files: readonly ChangedFile[]
}

type Role = 'authored' | 'merged' | 'coauthored' | 'approved'

/**
 * One observation per person and role, each of weight 1 commit. A merge commit counts for who merged, not as written
 * work. Whoever approves or co-authors their own commit, or is named twice, is counted once. The id needs only the hash
 * where a commit has one person in the role, so that a clone and an export of it agree. `attributes.coauthors` says how
 * many co-authors the message names, a merge's and the author included.
 */
export function commitObservations(source: string, commit: Commit): Observation[] {
  const merge = commit.parents > 1
  const observed: Observation[] = []
  const add = (role: Role, { actor, name }: Signature, facts: readonly string[], named = 0) => {
    observed.push({
      id: observationId('commit', [commit.hash, role, ...facts]),
      source,
      kind: `commit.${role}`,
      actor,
      ...(name === '' ? {} : { actorName: name }),
      atMs: commit.atMs,
      weight: 1n,
      asset: 'commit',
      decimals: 0,
      about: commit.hash,
      reference: commit.hash,
      ...(commit.files.length === 0 ? {} : { files: commit.files }),
      ...(named === 0 ? {} : { attributes: { coauthors: String(named) } }),
    })
  }
  const addOthers = (role: Role, people: readonly Signature[]) => {
    const seen = new Set([key(commit.author)])
    for (const person of people) {
      if (seen.has(key(person))) continue
      seen.add(key(person))
      add(role, person, [key(person)])
    }
  }
  add(merge ? 'merged' : 'authored', commit.author, [], commit.coauthors.length)
  addOthers('coauthored', merge ? [] : commit.coauthors)
  addOthers('approved', commit.approvers)
  return observed
}

function key({ actor, name }: Signature): string {
  return actor ?? `?${name}`
}
