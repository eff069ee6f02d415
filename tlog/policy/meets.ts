// Whether a checkpoint is good by a policy: signed by one of its logs under its own name, and cosigned by a quorum.
import { accepted, type Result, refused } from '@equalizer/core'
import { type Checkpoint, openCheckpoint } from '../checkpoint/checkpoint.ts'
import { verifyCosignature } from '../checkpoint/cosignature.ts'
import { type Ed25519Verify, nobleVerify } from '../note/ed25519.ts'
import type { Note } from '../note/note.ts'
import { verifiers as known, type Verifiers } from '../note/verifiers.ts'
import type { Vkey } from '../note/vkey.ts'
import { type Policy, quorumMet, quorumText } from './policy.ts'

export interface Cosigned {
  /** Within the policy. */
  readonly name: string
  /** The latest time that a cosignature of this witness on this checkpoint says. */
  readonly timestampSeconds: number
}

export interface MetPolicy {
  readonly checkpoint: Checkpoint
  /** The log's keys whose signatures hold, each named as the origin. */
  readonly logs: readonly Vkey[]
  /** Everybody of the policy who cosigned, needed or not. */
  readonly witnesses: readonly Cosigned[]
}

/**
 * Refused as `openCheckpoint` refuses; `policy.no_log` where the policy names no log; `policy.other_log` where the key that signed is
 * not named as the origin; `policy.quorum_not_met` with who cosigned; `note.signature_invalid` where a known witness's line is wrong.
 */
export function meetsPolicy(
  noteText: string,
  policy: Policy,
  verify: Ed25519Verify = nobleVerify,
  verifiers: Verifiers = known,
): Result<MetPolicy> {
  if (policy.logs.length === 0) return refused('policy.no_log', 'This policy trusts no log')
  const logKeys = policy.logs.map(log => log.vkey)
  const opened = openCheckpoint(noteText, logKeys, verify, verifiers)
  if (!opened.ok) return opened
  const { checkpoint, note, verified } = opened.value
  const logs = verified.filter(({ name }) => name === checkpoint.origin)
  if (logs.length === 0) {
    return refused('policy.other_log', 'The key that signed this checkpoint is of another log', {
      origin: checkpoint.origin,
    })
  }
  const cosigned = cosignersOf(note, policy, verify, verifiers)
  if (!cosigned.ok) return cosigned
  const witnesses = cosigned.value
  if (!quorumMet(policy.quorum, new Set(witnesses.map(({ name }) => name)))) {
    return refused('policy.quorum_not_met', 'Too few of the trusted witnesses cosigned this checkpoint', {
      needed: quorumText(policy.quorum),
      cosigned: witnesses.map(({ name }) => name).join(', '),
      size: checkpoint.size,
    })
  }
  return accepted({ checkpoint, logs, witnesses })
}

/** Which of the policy's witnesses cosigned a note, in the policy's order; a wrong line of one of them refuses the note. */
export function cosignersOf(
  note: Note,
  policy: Pick<Policy, 'witnesses'>,
  verify: Ed25519Verify = nobleVerify,
  verifiers: Verifiers = known,
): Result<Cosigned[]> {
  const cosigned: Cosigned[] = []
  for (const { name, vkey } of policy.witnesses) {
    if (!verifiers.has(vkey.type)) continue
    const times: number[] = []
    for (const signature of note.signatures) {
      if (signature.name !== vkey.name || signature.id !== vkey.id) continue
      const held = verifyCosignature(note.text, signature, vkey, verify, verifiers)
      if (!held.ok)
        return refused('note.signature_invalid', 'A signature of a known key is wrong', { name: vkey.name })
      times.push(held.value.timestampSeconds)
    }
    if (times.length > 0) cosigned.push({ name, timestampSeconds: times.reduce((a, b) => Math.max(a, b)) })
  }
  return accepted(cosigned)
}
