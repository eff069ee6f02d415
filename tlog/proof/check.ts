// Checking a proof that stands alone, offline: the policy holds of its checkpoint, and the entry is in that tree.
import { accepted, type Result, refused } from '@equalizer/core'
import { leafHash } from '../merkle/hash.ts'
import { verifyInclusion } from '../merkle/verify.ts'
import { type Ed25519Verify, nobleVerify } from '../note/ed25519.ts'
import { type MetPolicy, meetsPolicy } from '../policy/meets.ts'
import type { Policy } from '../policy/policy.ts'
import { parseProof } from './proof.ts'

export interface CheckProof {
  readonly policy: Policy
  /** The entry that should be in the log; left out, the proof's extra data is taken for it, and what is shown is that it is there. */
  readonly entry?: Uint8Array
  readonly verify?: Ed25519Verify
}

export interface CheckedProof extends MetPolicy {
  readonly index: number
  /** The bytes that are in the log at that place. */
  readonly entry: Uint8Array
}

/** Refused as `parseProof` and `meetsPolicy` refuse; `proof.no_entry` where there is nothing to look for; `proof.not_included`. */
export function checkProof(text: string, options: CheckProof): Result<CheckedProof> {
  const proof = parseProof(text)
  if (!proof.ok) return proof
  const { extra, index, hashes } = proof.value
  const entry = options.entry ?? extra
  if (entry === undefined)
    return refused('proof.no_entry', 'This proof does not hold the entry that it is of')
  const met = meetsPolicy(proof.value.checkpoint, options.policy, options.verify ?? nobleVerify)
  if (!met.ok) return met
  const { size, root } = met.value.checkpoint
  if (!verifyInclusion({ index, size, leaf: leafHash(entry), proof: hashes, root })) {
    return refused('proof.not_included', 'The entry is not at that place in the log', { index, size })
  }
  return accepted({ ...met.value, index, entry })
}
