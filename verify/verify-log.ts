// Checks a published log from its signature to its last tally, and answers the first thing that is wrong, or that nothing is.
import { type TreeHashes, treeHashes } from '@equalizer/tlog'
import { type Counts, checkEntries, nothingCounted } from './check-entries.ts'
import { checkRest } from './check-rest.ts'
import type { Seen } from './checkpoint.ts'
import { checkGrown, remember } from './growth.ts'
import { type HeldState, readState } from './held-state.ts'
import { hexOf } from './hex.ts'
import type { Remembered } from './memory.ts'
import { notChecked } from './not-checked.ts'
import { readTree, type Tree } from './read-tree.ts'
import { nothingBelieved } from './replay/from-outside.ts'
import { Replay } from './replay/replay.ts'
import { Found, type Older, type Problem, type Progress, type Report } from './report.ts'
import { inlineSignatures, type SignatureChecker, SignatureQueue } from './signatures.ts'
import { Reader, type Source } from './source.ts'
import { type TrustOptions, trusted, wait } from './trusted.ts'

export interface VerifyOptions extends TrustOptions {
  readonly signatures?: SignatureChecker
  /** Left out: in JavaScript. */
  readonly hashes?: TreeHashes
  /** False: hashes, signatures of the checkpoint and growth only; nothing is decided again. */
  readonly replay?: boolean
  readonly progress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

interface Run {
  readonly source: Source
  readonly reader: Reader
  readonly options: VerifyOptions
  readonly progress: (progress: Progress) => void
  readonly replay: Replay | null
  readonly signatures: SignatureQueue
  readonly counts: Counts
  seen: Seen | null
  state: HeldState | null
  remembered: Remembered | null
  older: Older | null
  /** Lines of `keys` that nobody here can check. */
  unsigned: readonly number[]
}

/** Never throws for what a source holds; throws where it is aborted, and where the memory or the checker of signatures fails. */
export async function verifyLog(source: Source, options: VerifyOptions): Promise<Report> {
  const { pause = wait } = options
  const run: Run = {
    source,
    reader: new Reader(source, { pause, ...(options.signal ? { signal: options.signal } : {}) }),
    options,
    progress: options.progress ?? (() => {}),
    replay: options.replay === false ? null : new Replay(),
    signatures: new SignatureQueue(options.signatures ?? inlineSignatures),
    counts: nothingCounted(),
    seen: null,
    state: null,
    remembered: null,
    older: null,
    unsigned: [],
  }
  const problem = await firstProblem(run)
  return reported(run, problem)
}

async function firstProblem(run: Run): Promise<Problem | null> {
  try {
    await allOf(run)
    return null
  } catch (fault) {
    if (!(fault instanceof Found)) throw fault
    // A signature of an earlier entry may still be under way.
    await run.signatures.end()
    const { wrong } = run.signatures
    const isEarlier = wrong !== null && (wrong.seq ?? 0) < (fault.problem.seq ?? Infinity)
    return isEarlier ? wrong : fault.problem
  }
}

async function allOf(run: Run): Promise<void> {
  const { reader, counts, replay, signatures, progress, options } = run
  const { hashes = treeHashes } = options
  let { seen, tree } = await signedTree(run, 0)
  // After the tree: it may be large, and only whoever shows the tree that is signed has it read.
  run.state = await readState(reader)
  // The log grew meanwhile: then its tree is that of a checkpoint of no fewer entries than the state.
  if (run.state && run.state.size > tree.size && run.source.grows)
    ({ seen, tree } = await signedTree(run, run.state.size))
  // What is remembered never goes back.
  if (!run.older) await remember(seen, run.source, growing(run))
  await checkEntries(reader, {
    tree,
    untilMs: untilMs(run, seen),
    replay,
    signatures,
    state: run.state,
    counts,
    hashes,
    progress,
  })
  progress({ phase: 'signatures', done: signatures.checked, total: signatures.checked })
  await signatures.end()
  if (signatures.wrong) throw new Found(signatures.wrong)
  await checkRest(reader, tree)
}

/** Of a checkpoint that is trusted, and grown from what is remembered. `atLeast`: entries that it should be of. */
async function signedTree(run: Run, atLeast: number): Promise<{ seen: Seen; tree: Tree }> {
  const { reader, options, progress } = run
  const { hashes = treeHashes } = options
  const { seen, remembered, older, unsigned } = await trusted(reader, options, atLeast)
  run.seen = seen
  run.remembered = remembered
  run.older = older
  run.unsigned = unsigned
  const { size, root } = seen.checkpoint
  const tree = await readTree(reader, { size, root, earlierSize: remembered?.size ?? null, hashes, progress })
  await checkGrown(seen, tree.earlier, remembered, growing(run))
  return { seen, tree }
}

const growing = ({ options }: Run) => ({ memory: options.memory ?? null, nowMs: options.nowMs })

/** Whoever cosigned saw all entries there at that time. */
function untilMs({ options }: Run, { cosigned }: Seen): number {
  return cosigned.reduce(
    (least, { timestampSeconds }) => Math.min(least, timestampSeconds * 1_000),
    options.nowMs,
  )
}

function reported(run: Run, problem: Problem | null): Report {
  const { seen, counts, replay, remembered, older, state, unsigned: statements } = run
  const { checked, replayed, byKind, lastMs, signed, unsigned, keysSet, opened, ended, counted, streams } =
    counts
  return {
    ok: problem === null,
    problem,
    origin: seen?.checkpoint.origin ?? null,
    size: seen?.checkpoint.size ?? null,
    root: seen ? hexOf(seen.checkpoint.root) : null,
    trust: seen?.trust ?? null,
    signedBy: seen?.signed.map(({ text }) => text) ?? [],
    cosignedBy: seen?.cosigned ?? [],
    remembered: remembered && { size: remembered.size, seenMs: remembered.seenMs },
    older,
    entries: { checked, replayed, byKind, lastMs },
    ballots: { signed, unsigned, keysSet },
    decisions: { opened, ended, counted, draws: replay?.draws.used ?? 0 },
    state: state && streams !== null ? { size: state.size, streams } : null,
    believed: replay?.believed ?? nothingBelieved(),
    notChecked: seen ? notChecked({ seen, counts, replay, state, statements, older }) : [],
  }
}
