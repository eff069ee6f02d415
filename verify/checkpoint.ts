// The signed checkpoint: by a key that was given, by a policy with its quorum, by the key that is remembered, or at first sight.
import { type Refusal, type Result, refused } from '@equalizer/core'
import {
  type Checkpoint,
  type Ed25519Verify,
  meetsPolicy,
  type Note,
  nobleVerify,
  openCheckpoint,
  type Policy,
  parseNote,
  parseVkey,
  utf8Text,
  type Vkey,
  verifiers,
} from '@equalizer/tlog'
import type { Described } from './described.ts'
import { checkStatements, handedOn, readStatements, type Statement } from './handed-on.ts'
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
  /** Lines under the note of keys that nobody here knows: name and id of each. */
  readonly unknownLines: readonly string[]
  /** What is said of where the key was exchanged. */
  readonly statements: readonly Statement[]
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
  // After the checkpoint, so that a key that it is signed by is named.
  const statements = await readStatements(reader)
  const opened = openedBy(note, statements, trusting)
  if (opened.ok) return { ...opened.value, statements }
  if (opened.refusal.code !== 'note.unverified') return stop(opened.refusal)
  const { vkeys, policy, remembered, keyChanged, verify = nobleVerify } = trusting
  const known = vkeys ?? policy?.logs.map(({ vkey }) => vkey) ?? keysIn(remembered?.vkeys ?? [])
  // What leads nowhere may be what is wrong.
  const origin = statements[0]?.next.name ?? ''
  checkStatements(statements, { origin, known, own: [] }, verify)
  return remembered && !vkeys && !policy ? keyChanged(note, remembered) : stop(opened.refusal)
}

type Opened = Omit<Seen, 'statements'>

/** By keys that are trusted, and those that they have handed on to. */
function openedBy(note: string, statements: readonly Statement[], trusting: Trusting): Result<Opened> {
  const { vkeys, policy, remembered, described, verify = nobleVerify } = trusting
  const next = (known: readonly Vkey[]) => handedOn(statements, known, verify)
  if (policy) {
    const logs = next(policy.logs.map(({ vkey }) => vkey)).map(vkey => ({ vkey }))
    return byPolicy(note, { ...policy, logs }, verify)
  }
  if (vkeys) return byKeys(note, next(vkeys), 'key', verify)
  if (remembered) return byKeys(note, next(keysIn(remembered.vkeys)), 'remembered', verify)
  if (described) return byKeys(note, next(described.vkeys), 'first use', verify)
  return refused('trust.nothing', 'Neither a key nor a policy is given, and the log names no key of its own')
}

function byKeys(note: string, vkeys: readonly Vkey[], trust: Trust, verify: Ed25519Verify): Result<Opened> {
  const opened = openCheckpoint(note, vkeys, verify)
  if (!opened.ok) return opened
  const { checkpoint, verified, note: parts } = opened.value
  const signed = verified.filter(({ name }) => name === checkpoint.origin)
  if (signed.length === 0) {
    const facts = { origin: checkpoint.origin, key: verified[0]?.name ?? '' }
    return refused('checkpoint.other_log', 'The key that signed the checkpoint is of another log', facts)
  }
  const unknownLines = linesOfOthers(parts, vkeys)
  return { ok: true, value: { note, checkpoint, trust, signed, cosigned: [], unknownLines } }
}

function byPolicy(note: string, policy: Policy, verify: Ed25519Verify): Result<Opened> {
  const met = meetsPolicy(note, policy, verify)
  if (!met.ok) return met
  const { checkpoint, logs, witnesses } = met.value
  const known = [...policy.logs, ...policy.witnesses].map(({ vkey }) => vkey)
  const parts = parseNote(note)
  const unknownLines = parts.ok ? linesOfOthers(parts.value, known) : []
  return {
    ok: true,
    value: { note, checkpoint, trust: 'policy', signed: logs, cosigned: witnesses, unknownLines },
  }
}

/** A line of a key that is known was checked, or the note was refused. */
function linesOfOthers({ signatures }: Note, known: readonly Vkey[]): string[] {
  const checked = known.filter(({ type }) => verifiers.has(type))
  return signatures
    .filter(({ name, id }) => !checked.some(key => key.name === name && key.id === id))
    .map(({ name, id }) => `${name}+${id.toString(16).padStart(8, '0')}`)
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
