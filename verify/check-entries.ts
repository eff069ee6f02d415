// Every entry of the log in its order: in the tree, well-formed, in its place and time, decided again; counted on the way.
import type { Entry, JsonObject } from '@equalizer/core'
import { sameBytes, type TreeHashes, tileWidth } from '@equalizer/tlog'
import { shapeProblem } from './entry-shape.ts'
import { canonicalProblem, type EntryText, placeProblem, readEntry } from './entry-text.ts'
import { checkState, type HeldState } from './held-state.ts'
import { type Bundle, readBundle, readTile } from './read-tiles.ts'
import { hashesIn, joined, type Tree, tileAt, tileIndices } from './read-tree.ts'
import type { Replay } from './replay/replay.ts'
import { Found, found, type Progress, problemAt } from './report.ts'
import type { SignatureQueue } from './signatures.ts'
import { inOrder, type Reader } from './source.ts'

export interface Counts {
  checked: number
  replayed: number
  readonly byKind: Record<string, number>
  lastMs: number | null
  signed: number
  unsigned: number
  keysSet: number
  opened: number
  ended: number
  counted: number
  /** Streams that were held against the server's own word; null: not yet, or there is none. */
  streams: number | null
}

export const nothingCounted = (): Counts => ({
  checked: 0,
  replayed: 0,
  byKind: {},
  lastMs: null,
  signed: 0,
  unsigned: 0,
  keysSet: 0,
  opened: 0,
  ended: 0,
  counted: 0,
  streams: null,
})

export interface CheckEntries {
  readonly tree: Tree
  /** No entry is from later than this and a little. */
  readonly untilMs: number
  /** Null: entries are not decided again. */
  readonly replay: Replay | null
  readonly signatures: SignatureQueue
  readonly state: HeldState | null
  readonly counts: Counts
  readonly hashes: TreeHashes
  readonly progress: (progress: Progress) => void
}

/** Throws what it finds, at the entry. */
export async function checkEntries(reader: Reader, check: CheckEntries): Promise<void> {
  const { tree, signatures, progress } = check
  const { size } = tree
  stateIfDue(check)
  const load = (one: number) => readBundle(reader, one, tileAt(size, one).width)
  for await (const [index, bundle] of inOrder(tileIndices(size), load)) {
    const leaves = bundle.entries.map(check.hashes.leaf)
    if (!sameBytes(check.hashes.leaf(joined(leaves)), tree.digests[index] as Uint8Array)) {
      await nameWrong(reader, tree, { index, bundle, leaves })
    }
    for (const [at, bytes] of bundle.entries.entries()) checkOne(bytes, index * tileWidth + at, check)
    await signatures.flow()
    if (signatures.wrong) throw new Found(signatures.wrong)
    progress({ phase: 'entries', done: Math.min(size, (index + 1) * tileWidth), total: size })
  }
}

interface Wrong {
  readonly index: number
  readonly bundle: Bundle
  readonly leaves: readonly Uint8Array[]
}

async function nameWrong(reader: Reader, { size }: Tree, { index, bundle, leaves }: Wrong): Promise<never> {
  const hashes = hashesIn(await readTile(reader, tileAt(size, index)))
  const at = leaves.findIndex((leaf, i) => !sameBytes(leaf, hashes[i] as Uint8Array))
  const seq = index * tileWidth + Math.max(at, 0)
  return found(
    'entry.not_in_tree',
    'This entry is not the one that was signed',
    {},
    { seq, path: bundle.path },
  )
}

function checkOne(bytes: Uint8Array, place: number, check: CheckEntries): void {
  const { counts, replay, untilMs, signatures } = check
  const read = readEntry(bytes)
  if (!read.ok) throw new Found(problemAt(read.refusal, { seq: place }))
  const { entry } = read.value
  const problem =
    placeProblem(entry, { place, afterMs: counts.lastMs ?? 0, untilMs }) ??
    (replay ? null : (canonicalProblem(read.value) ?? shapeProblem(entry)))
  if (problem) throw new Found(problemAt(problem, { seq: place }))
  if (replay) decideAgain(replay, read.value, signatures, counts)
  counts.checked += 1
  counts.lastMs = entry.atMs
  count(entry, counts)
  stateIfDue(check)
}

function decideAgain(replay: Replay, entry: EntryText, signatures: SignatureQueue, counts: Counts): void {
  const taken = replay.take(entry)
  if (!taken.ok) throw new Found(problemAt(taken.refusal, { seq: entry.entry.seq }))
  signatures.add(taken.value)
  counts.replayed += 1
}

function count({ command, events }: Entry, counts: Counts): void {
  const kind = String(command.kind)
  counts.byKind[kind] = (counts.byKind[kind] ?? 0) + 1
  if (kind === 'ballot') {
    if ((command as JsonObject).signed === undefined) counts.unsigned += 1
    else counts.signed += 1
  }
  for (const { type } of events) {
    if (type === 'key.set') counts.keysSet += 1
    if (type === 'decision.opened') counts.opened += 1
    if (type === 'decision.ended') counts.ended += 1
    if (votesOver.has(type)) counts.counted += 1
  }
}

const votesOver: ReadonlySet<string> = new Set([
  'decision.closed',
  'decision.advice_closed',
  'decision.pause_lapsed',
  'decision.pause_ratified',
])

function stateIfDue({ state, replay, counts, progress }: CheckEntries): void {
  if (!state || !replay || state.size !== counts.checked) return
  progress({ phase: 'state', done: 0, total: replay.states.size })
  counts.streams = checkState(state, replay.states)
}
