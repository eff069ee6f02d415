// The signed checkpoint: by a key that was given, by a policy with its quorum, by the key that is remembered, or at first sight.
import { type Refusal, type Result, refused } from '@equalizer/core'
import {
  type Checkpoint,
  type Ed25519Verify,
  meetsPolicy,
  nobleVerify,
  openCheckpoint,
  type Policy,
  parseVkey,
  utf8Text,
  type Vkey,
} from '@equalizer/tlog'
import type { Described } from './described.ts'
import { handedOn } from './handed-on.ts'
import { limits } from './limits.ts'
import type { Remembered } from './memory.ts'
import { type Cosigned, found, type Trust } from './report.ts'
import type { Reader } from './source.ts'

const path = 'checkpoint'

export interface Seen {
  readonly note: string
  readonly checkpoint: Checkpoint
  readonly trust: Trust
  /** The log's keys that signed it. */
  readonly signed: readonly Vkey[]
  readonly cosigned: readonly Cosigned[]
  /** Lines under the note of keys that nobody here knows. */
  readonly unknownLines: number
}

export interface Trusting {
  readonly vkeys: readonly Vkey[] | null
  readonly policy: Policy | null
  readonly remembered: Remembered | null
  readonly described: Described | null
  /** Nobody of those who signed the log before has signed this. */
  readonly keyChanged: (note: string, remembered: Remembered) => Promise<never>
  readonly verify?: Ed25519Verify
}

/** Codes: `trust.nothing`, `checkpoint.missing`, `checkpoint.other_log` and those of notes, checkpoints and policies. */
export async function readCheckpoint(reader: Reader, trusting: Trusting): Promise<Seen> {
  const bytes = await reader.maybe(path, limits.checkpointBytes)
  if (bytes === null) found('checkpoint.missing', 'There is no signed checkpoint here', {}, { path })
  const text = utf8Text(bytes)
  if (!text.ok) return stop(text.refusal)
  const note = text.value
  const opened = openedBy(note, trusting)
  if (opened.ok) return opened.value
  if (opened.refusal.code !== 'note.unverified' || trusting.policy) return stop(opened.refusal)
  return (await byNextKeys(reader, note, trusting)) ?? stop(opened.refusal)
}

/** Null: none of the keys that were given has handed on to whoever signed; of remembered ones that is evidence. */
async function byNextKeys(reader: Reader, note: string, trusting: Trusting): Promise<Seen | null> {
  const { vkeys, remembered, keyChanged, verify = nobleVerify } = trusting
  const known = vkeys ?? (remembered && keysIn(remembered.vkeys))
  if (!known) return null
  const opened = byKeys(note, await handedOn(reader, known, verify), vkeys ? 'key' : 'remembered', verify)
  if (opened.ok) return opened.value
  return !vkeys && remembered ? keyChanged(note, remembered) : null
}

function openedBy(
  note: string,
  { vkeys, policy, remembered, described, verify = nobleVerify }: Trusting,
): Result<Seen> {
  if (policy) return byPolicy(note, policy, verify)
  if (vkeys) return byKeys(note, vkeys, 'key', verify)
  if (remembered) return byKeys(note, keysIn(remembered.vkeys), 'remembered', verify)
  if (described) return byKeys(note, described.vkeys, 'first use', verify)
  return refused('trust.nothing', 'Neither a key nor a policy is given, and the log names no key of its own')
}

function byKeys(note: string, vkeys: readonly Vkey[], trust: Trust, verify: Ed25519Verify): Result<Seen> {
  const opened = openCheckpoint(note, vkeys, verify)
  if (!opened.ok) return opened
  const { checkpoint, verified, note: parts } = opened.value
  const signed = verified.filter(({ name }) => name === checkpoint.origin)
  if (signed.length === 0) {
    const facts = { origin: checkpoint.origin, key: verified[0]?.name ?? '' }
    return refused('checkpoint.other_log', 'The key that signed the checkpoint is of another log', facts)
  }
  const unknownLines = parts.signatures.length - verified.length
  return { ok: true, value: { note, checkpoint, trust, signed, cosigned: [], unknownLines } }
}

function byPolicy(note: string, policy: Policy, verify: Ed25519Verify): Result<Seen> {
  const met = meetsPolicy(note, policy, verify)
  if (!met.ok) return met
  const { checkpoint, logs, witnesses } = met.value
  const lines = note.split('\n').filter(line => line.startsWith('\u2014 ')).length
  const unknownLines = Math.max(0, lines - logs.length - witnesses.length)
  return {
    ok: true,
    value: { note, checkpoint, trust: 'policy', signed: logs, cosigned: witnesses, unknownLines },
  }
}

export function keysIn(texts: readonly string[]): Vkey[] {
  return texts.flatMap(text => {
    const read = parseVkey(text)
    return read.ok ? [read.value] : []
  })
}

function stop({ code, reason, facts }: Refusal): never {
  found(code, reason, facts, { path })
}
