// Whether a log goes on from what was seen of it before; where it does not, both signed notes are kept.
import type { Refusal } from '@equalizer/core'
import { nobleVerify, sameBytes } from '@equalizer/tlog'
import { keysIn, type Seen } from './checkpoint.ts'
import { handedOn } from './handed-on.ts'
import { fromHex, hexOf } from './hex.ts'
import { byOrigin, type Memory, type Remembered } from './memory.ts'
import { found, type Older } from './report.ts'
import type { Source } from './source.ts'

interface Growing {
  readonly memory: Memory | null
  readonly nowMs: number
}

/** Code `log.rewound`, `log.split_view` (facts: the sizes, and where the notes are kept). */
export async function checkSizes(seen: Seen, remembered: Remembered | null, growing: Growing): Promise<void> {
  if (!remembered) return
  const { size, root } = seen.checkpoint
  if (size < remembered.size) {
    const reason = 'The log is shorter than when it was last looked at'
    await caught(
      { code: 'log.rewound', reason, facts: sizes(seen, remembered) },
      seen.note,
      remembered,
      growing,
    )
  }
  if (size === remembered.size && !sameBytes(root, fromHex(remembered.root)))
    await split(seen, remembered, growing)
}

/** `earlier`: the root over the entries of the remembered size, as they are now. */
export async function checkGrown(
  seen: Seen,
  earlier: Uint8Array | null,
  remembered: Remembered | null,
  growing: Growing,
): Promise<void> {
  if (!remembered || !earlier) return
  if (!sameBytes(earlier, fromHex(remembered.root))) await split(seen, remembered, growing)
}

/**
 * A copy may be older than what is remembered of its log. It has grown from what was seen of this very copy, and is the beginning of the
 * log where that is of its size: whatever is kept has grown to what is remembered since.
 */
export function beforeCopy(
  { checkpoint: { origin, size } }: Seen,
  newest: Remembered | null,
  atPlace: Remembered | null,
): { readonly remembered: Remembered | null; readonly older: Older | null } {
  if (newest === null || size >= newest.size) return { remembered: newest, older: null }
  const remembered = atPlace?.origin === origin && atPlace.size <= size ? atPlace : null
  const isBeginning = remembered?.size === size
  return { remembered, older: { size: newest.size, seenMs: newest.seenMs, isBeginning } }
}

export async function remember(seen: Seen, source: Source, { memory, nowMs }: Growing): Promise<void> {
  const { checkpoint, note, signed } = seen
  const { origin, size, root } = checkpoint
  const vkeys = signed.map(({ text }) => text)
  const remembered: Remembered = { origin, size, root: hexOf(root), note, vkeys, seenMs: nowMs }
  await memory?.write(byOrigin(origin), remembered)
  await memory?.write(source.name, remembered)
}

/** What is kept of the log by its own name, or where it stands; whoever signs it now must be who signed it then. */
export async function rememberedOf(
  seen: Seen,
  atPlace: Remembered | null,
  growing: Growing,
): Promise<Remembered | null> {
  const { origin } = seen.checkpoint
  const remembered =
    (await growing.memory?.read(byOrigin(origin))) ?? (atPlace?.origin === origin ? atPlace : null)
  if (remembered === null || seen.trust !== 'first use') return remembered
  const trusted = handedOn(seen.statements, keysIn(remembered.vkeys), nobleVerify)
  if (seen.signed.some(({ text }) => trusted.some(key => key.text === text))) return remembered
  return keyChanged(seen.note, remembered, growing)
}

/** Code `log.key_changed`: nobody of those who signed the log before has signed this. */
export async function keyChanged(note: string, remembered: Remembered, growing: Growing): Promise<never> {
  const reason = 'The log is signed by another key than when it was last looked at'
  const facts = { origin: remembered.origin, key: remembered.vkeys[0] ?? '' }
  return caught({ code: 'log.key_changed', reason, facts }, note, remembered, growing)
}

function split(seen: Seen, remembered: Remembered, growing: Growing): Promise<never> {
  const reason = 'The log does not go on from what it was: somebody has been shown another history'
  return caught(
    { code: 'log.split_view', reason, facts: sizes(seen, remembered) },
    seen.note,
    remembered,
    growing,
  )
}

function sizes({ checkpoint: { size, root } }: Seen, remembered: Remembered): Refusal['facts'] {
  return {
    origin: remembered.origin,
    remembered: remembered.size,
    found: size,
    rememberedRoot: remembered.root,
    foundRoot: hexOf(root),
  }
}

async function caught(
  { code, reason, facts }: Refusal,
  note: string,
  { origin, note: before }: Remembered,
  { memory, nowMs }: Growing,
): Promise<never> {
  const evidence = (await memory?.keep({ origin, code, seenMs: nowMs, notes: [before, note] })) ?? ''
  return found(code, reason, { ...facts, evidence }, { path: 'checkpoint' })
}
