// The checkpoints that a mirror has accepted and not yet filled with entries: the last several, so that an upload may finish.
import { type Checkpoint, parseCheckpointText, parseNote } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'

export interface Pending {
  readonly checkpoint: Checkpoint
  /** With the log's signature. */
  readonly note: string
}

/** Of one log. The newest is the one that every next checkpoint has to grow out of. */
const keptAtMost = 16

export interface PendingList {
  /** Oldest first. */
  read(): Promise<readonly Pending[]>
  /** Durable when it returns. One of the same size takes the other's place. */
  add(pending: Pending): Promise<void>
}

/** One file holds them all, so that it changes as a whole. */
export function pendingList(files: Files, path: string): PendingList {
  const read = async (): Promise<readonly Pending[]> => {
    const bytes = await files.read(path)
    if (bytes === null) return []
    return (JSON.parse(new TextDecoder().decode(bytes)) as string[]).map(opened)
  }
  return {
    read,
    async add(pending) {
      const others = (await read()).filter(({ checkpoint }) => checkpoint.size !== pending.checkpoint.size)
      const kept = [...others, pending].slice(-keptAtMost).map(({ note }) => note)
      await files.write(path, new TextEncoder().encode(JSON.stringify(kept)))
    },
  }
}

/** Of our own making, so that anything else is a fault. */
export function opened(note: string): Pending {
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? parseCheckpointText(parsed.value.text) : parsed
  if (!checkpoint.ok) throw new Error(`the mirror holds no checkpoint: ${checkpoint.refusal.reason}`)
  return { checkpoint: checkpoint.value, note }
}
