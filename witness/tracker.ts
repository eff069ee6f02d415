// Takes a log's next checkpoint only where it grew out of the last one: the checks of c2sp.org/tlog-witness, in its order.
import {
  type AddCheckpoint,
  type Checkpoint,
  type Ed25519Verify,
  emptyRoot,
  formatNote,
  openCheckpoint,
  parseAddCheckpoint,
  parseCheckpointText,
  sameBytes,
  utf8Text,
  verifyConsistency,
} from '@equalizer/tlog'
import { type Answer, conflictAt, saying } from './answer.ts'
import { byOrigin, type KnownLog, type LogKeys } from './known-logs.ts'
import { type OneAtATime, oneAtATime } from './one-at-a-time.ts'

/** What is held of a log: its latest checkpoint, and the note as it lies on disk. */
export interface Held {
  readonly size: number
  readonly root: Uint8Array
  readonly note: string
}

/** A checkpoint that passed every check. */
export interface Step {
  readonly checkpoint: Checkpoint
  /** The text with the signatures of the log that were verified, and no others. */
  readonly note: string
  /** What it grew out of; null: the first of this log. */
  readonly before: Held | null
}

export interface TrackerOptions {
  readonly logs: readonly KnownLog[]
  readonly verify?: Ed25519Verify | undefined
  /** Read anew for each request, so that a failed write is never remembered as done. */
  readonly held: (origin: string) => Promise<Held | null>
  /** Makes the step durable, then answers. Called by one request of a log at a time. */
  readonly take: (step: Step) => Promise<Answer>
  /** Two roots of one size, both signed by the log. */
  readonly forked?: (origin: string, held: Held, note: string) => Promise<void>
}

export interface Tracker {
  readonly logs: ReadonlyMap<string, LogKeys>
  readonly alone: OneAtATime
  addCheckpoint(body: Uint8Array): Promise<Answer>
}

/** Faults of the disk are thrown, and nothing was answered then. */
export function createTracker(options: TrackerOptions): Tracker {
  const logs = byOrigin(options.logs)
  const alone = oneAtATime()
  return {
    logs,
    alone,
    async addCheckpoint(body) {
      const text = utf8Text(body)
      const request = text.ok ? parseAddCheckpoint(text.value) : text
      if (!request.ok) return saying(400, request.refusal.reason)
      const opened = open(request.value.checkpoint, logs, options.verify)
      if ('status' in opened) return opened
      if (request.value.old > opened.checkpoint.size) {
        return saying(400, 'the old size is larger than the size of the checkpoint')
      }
      return alone(opened.checkpoint.origin, () => grow(request.value, opened, options))
    },
  }
}

type Opened = Omit<Step, 'before'>

function open(noteText: string, logs: ReadonlyMap<string, LogKeys>, verify?: Ed25519Verify): Opened | Answer {
  const read = parseCheckpointText(noteText.slice(0, noteText.lastIndexOf('\n\n') + 1))
  if (!read.ok) return saying(400, read.refusal.reason)
  const log = logs.get(read.value.origin)
  if (!log) return saying(404, 'unknown log: no key is known for this origin')
  // A line that is no signature is answered as a wrong one.
  const opened = openCheckpoint(noteText, log.keys, verify)
  if (!opened.ok) return saying(403, `invalid signature: ${opened.refusal.reason}`)
  const { checkpoint, verified, note } = opened.value
  const own = note.signatures.filter(({ name, id }) =>
    verified.some(key => key.name === name && key.id === id),
  )
  return { checkpoint, note: formatNote({ text: note.text, signatures: own }) }
}

/** Alone with this log: what is held now cannot change until the step is stored. */
async function grow(request: AddCheckpoint, opened: Opened, options: TrackerOptions): Promise<Answer> {
  const { checkpoint, note } = opened
  const before = await options.held(checkpoint.origin)
  if (request.old !== (before?.size ?? 0)) return conflictAt(before?.size ?? 0)
  const problem = inconsistency(request, checkpoint, before)
  if (problem === null) return options.take({ checkpoint, note, before })
  if (problem.forked && before) await options.forked?.(checkpoint.origin, before, note)
  return saying(422, problem.words)
}

interface Inconsistency {
  readonly words: string
  /** The two notes alone prove it. */
  readonly forked: boolean
}

function inconsistency(
  { old, proof }: AddCheckpoint,
  { size, root }: Checkpoint,
  before: Held | null,
): Inconsistency | null {
  const no = (words: string, forked = false) => ({ words, forked })
  if (size === 0 && !sameBytes(root, emptyRoot)) return no('the root of an empty tree is the hash of nothing')
  if (old === 0 || !before)
    return proof.length === 0 ? null : no('the consistency proof from size 0 is empty')
  if (old === size) {
    if (!sameBytes(root, before.root)) return no('another root was seen at this size', true)
    return proof.length === 0 ? null : no('the consistency proof between equal sizes is empty')
  }
  return verifyConsistency({ from: old, to: size, fromRoot: before.root, toRoot: root, proof })
    ? null
    : no('the consistency proof does not lead from the last checkpoint to this one')
}
