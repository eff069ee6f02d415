// A policy of trust (c2sp.org/tlog-policy): which logs, which witnesses, and how many of them make a checkpoint good.
import type { Vkey } from '../note/vkey.ts'

export interface PolicyLog {
  readonly vkey: Vkey
  /** As it stands in the policy; nobody checked that it is one. */
  readonly url?: string
}

export interface PolicyWitness {
  /** Within the policy; the key has a name of its own. */
  readonly name: string
  readonly vkey: Vkey
  readonly url?: string
}

/** A tree: each name is a member of at most one group. */
export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly name: string }
  | {
      readonly kind: 'group'
      readonly name: string
      /** Of the members; at least 1 and at most all. */
      readonly needed: number
      readonly members: readonly Quorum[]
    }

export interface Policy {
  readonly logs: readonly PolicyLog[]
  readonly witnesses: readonly PolicyWitness[]
  readonly quorum: Quorum
}

/** Whether the witnesses who cosigned are enough. */
export function quorumMet(quorum: Quorum, cosigned: ReadonlySet<string>): boolean {
  if (quorum.kind === 'none') return true
  if (quorum.kind === 'witness') return cosigned.has(quorum.name)
  let met = 0
  for (const member of quorum.members) if (quorumMet(member, cosigned)) met++
  return met >= quorum.needed
}

/** The quorum in one line: `2 of (a, b, all of (c, d))`, a witness's name, or `none`. */
export function quorumText(quorum: Quorum): string {
  if (quorum.kind === 'none') return 'none'
  if (quorum.kind === 'witness') return quorum.name
  const { needed, members } = quorum
  const count = needed === members.length ? 'all' : needed === 1 ? 'any' : String(needed)
  return `${count} of (${members.map(quorumText).join(', ')})`
}
