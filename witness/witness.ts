// A witness apart from HTTP: it checks that a log only grew, stores that durably, and only then says so with its signature.
import {
  addSignatures,
  cosign,
  type Ed25519Verify,
  originHash,
  parseCheckpointText,
  parseNote,
  type Signer,
  type Vkey,
  verifyCosignature,
} from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import { type Answer, saying, signatures } from './answer.ts'
import { type Evidence, keepEvidence, readEvidence } from './evidence.ts'
import type { KnownLog, LogKeys } from './known-logs.ts'
import { createTracker, type Held, type Step } from './tracker.ts'

export interface WitnessOptions {
  /** The witness's own folder. A copy of it that is brought back would sign a second history: never restore one. */
  readonly files: Files
  /** Of type cosignature (4). */
  readonly signer: Signer
  readonly logs: readonly KnownLog[]
  /** Unix milliseconds. */
  readonly nowMs: () => number
  readonly verify?: Ed25519Verify
  /** Called once for each new piece of evidence. */
  readonly onEvidence?: (evidence: Evidence) => void
}

export interface Cosigned extends Held {
  /** When the witness signed it, by its own clock. */
  readonly timestampSeconds: number
}

export interface Witness {
  readonly vkey: Vkey
  readonly logs: ReadonlyMap<string, LogKeys>
  /** The body of a request `add-checkpoint`. A fault of the disk is thrown, and nothing was signed that anyone saw. */
  addCheckpoint(body: Uint8Array): Promise<Answer>
  /** The last checkpoint that was cosigned of the log with this origin hash, or null. */
  checkpointOf(hash: string): Promise<string | null>
  latest(origin: string): Promise<Cosigned | null>
  evidence(origin: string): Promise<Evidence[]>
  keepEvidence(evidence: Omit<Evidence, 'format' | 'foundMs'>): Promise<boolean>
}

/** A clock this far behind what was signed last is taken for a moment's correction; further behind, it is not trusted. */
const clockBackSeconds = 300

const pathOf = (origin: string) => `signed/${originHash(origin)}`

export function createWitness(options: WitnessOptions): Witness {
  const { files, signer, nowMs } = options
  const latest = async (origin: string): Promise<Cosigned | null> => {
    const bytes = await files.read(pathOf(origin))
    return bytes && readOwn(new TextDecoder().decode(bytes), origin, signer.vkey, options.verify)
  }
  const keep = async (found: Omit<Evidence, 'format' | 'foundMs'>): Promise<boolean> => {
    const evidence: Evidence = { format: 'equalizer-evidence/1', ...found, foundMs: nowMs() }
    const isNew = await keepEvidence(files, evidence)
    if (isNew) options.onEvidence?.(evidence)
    return isNew
  }
  const take = async (step: Step): Promise<Answer> => {
    const before = step.before as Cosigned | null
    const seconds = Math.floor(nowMs() / 1_000)
    const last = before?.timestampSeconds ?? 0
    if (last - seconds > clockBackSeconds) {
      return saying(503, 'the clock of this witness stands before its last signature')
    }
    const text = step.note.slice(0, step.note.lastIndexOf('\n\n') + 1)
    const line = cosign(text, Math.max(seconds, last), signer)
    const note = addSignatures(step.note, [line])
    await files.write(pathOf(step.checkpoint.origin), new TextEncoder().encode(note))
    return signatures([line])
  }
  const tracker = createTracker({
    logs: options.logs,
    verify: options.verify,
    held: latest,
    take,
    forked: async (origin, held, offered) => {
      await keep({ what: 'forked', origin, held: held.note, offered })
    },
  })
  const origins = new Map([...tracker.logs.keys()].map(origin => [originHash(origin), origin]))
  return {
    vkey: signer.vkey,
    logs: tracker.logs,
    addCheckpoint: tracker.addCheckpoint,
    latest,
    async checkpointOf(hash) {
      const origin = origins.get(hash)
      return origin === undefined ? null : ((await latest(origin))?.note ?? null)
    },
    evidence: origin => readEvidence(files, origin),
    keepEvidence: keep,
  }
}

/** What lies on disk is held to the witness's own key: another witness's folder, or a changed file, stops this one. */
function readOwn(note: string, origin: string, own: Vkey, verify?: Ed25519Verify): Cosigned {
  const broken = (why: string) => new Error(`the state of this witness is not its own: ${why}`)
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? parseCheckpointText(parsed.value.text) : parsed
  if (!parsed.ok || !checkpoint.ok) throw broken('it holds no checkpoint')
  if (checkpoint.value.origin !== origin) throw broken('it is the checkpoint of another log')
  const line = parsed.value.signatures.find(({ name, id }) => name === own.name && id === own.id)
  if (!line) throw broken('its cosignature is missing')
  const cosigned = verifyCosignature(parsed.value.text, line, own, verify)
  if (!cosigned.ok) throw broken(cosigned.refusal.reason)
  const { size, root } = checkpoint.value
  return { size, root, note, timestampSeconds: cosigned.value.timestampSeconds }
}
