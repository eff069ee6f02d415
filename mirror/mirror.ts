// A mirror apart from HTTP: verified copies of the logs that it knows, which grow by what clients push and by what it pulls itself.
import { type Ed25519Verify, type Signer, sameBytes } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import {
  type Answer,
  createTracker,
  type Evidence,
  type KnownLog,
  keepEvidence,
  type LogKeys,
  readEvidence,
  signatures,
  type Tracker,
} from '@equalizer/witness'
import { type Copy, openCopy } from './copy.ts'
import { takeEntries } from './take-entries.ts'

export interface MirrorOptions {
  readonly files: Files
  /** The mirror's own cosigning key, not a witness's; null: it copies and does not cosign. */
  readonly signer: Signer | null
  readonly logs: readonly KnownLog[]
  /** Unix milliseconds. */
  readonly nowMs: () => number
  readonly verify?: Ed25519Verify | undefined
  readonly onEvidence?: (evidence: Evidence) => void
}

export interface Mirror {
  readonly logs: ReadonlyMap<string, LogKeys>
  readonly verify: Ed25519Verify | undefined
  readonly nowMs: () => number
  readonly files: Files
  copyOf(origin: string): Copy | undefined
  /** As a witness's, and answers no cosignature: the mirror signs once it holds the entries. */
  addCheckpoint(body: Uint8Array): Promise<Answer>
  addEntries(body: AsyncIterable<Uint8Array>): Promise<Answer>
  keepEvidence(found: Omit<Evidence, 'format' | 'foundMs'>): Promise<boolean>
  evidence(origin: string): Promise<Evidence[]>
}

export function createMirror(options: MirrorOptions): Mirror {
  const { files, signer, nowMs, verify } = options
  const keep = async (found: Omit<Evidence, 'format' | 'foundMs'>): Promise<boolean> => {
    const evidence: Evidence = { format: 'equalizer-evidence/1', ...found, foundMs: nowMs() }
    const isNew = await keepEvidence(files, evidence)
    if (isNew) options.onEvidence?.(evidence)
    return isNew
  }
  const tracker: Tracker = createTracker({
    logs: options.logs,
    verify,
    held: async origin => {
      const newest = (await copies.get(origin)?.pending.read())?.at(-1)
      return newest ? { ...newest.checkpoint, note: newest.note } : null
    },
    take: async ({ checkpoint, note, before }) => {
      // The same once more changes nothing.
      const isNew = before === null || !sameBytes(before.root, checkpoint.root)
      if (isNew) await copies.get(checkpoint.origin)?.pending.add({ checkpoint, note })
      return signatures([])
    },
    forked: async (origin, held, offered) => {
      await keep({ what: 'forked', origin, held: held.note, offered })
    },
  })
  const copies = new Map<string, Copy>()
  for (const origin of tracker.logs.keys()) {
    copies.set(origin, openCopy({ files, origin, signer, nowMs, alone: tracker.alone }))
  }
  return {
    logs: tracker.logs,
    verify,
    nowMs,
    files,
    copyOf: origin => copies.get(origin),
    addCheckpoint: tracker.addCheckpoint,
    addEntries: body => takeEntries(body, origin => copies.get(origin)),
    keepEvidence: keep,
    evidence: origin => readEvidence(files, origin),
  }
}
