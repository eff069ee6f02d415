// What the parts of the door share: what they are given, one command on its way, and one organization's lane.
import type { Entry, Kernel, Result } from '@equalizer/core'
import type { Asked, Clock, Sent } from '../desk.ts'
import type { SealedText } from '../persons/sealed-command.ts'
import type { Store } from '../store/store.ts'
import type { Brake } from './brake.ts'
import type { Draws } from './draws.ts'
import type { Head } from './head.ts'
import type { Projections } from './projections.ts'
import type { Shelf } from './shelf.ts'

/** One command on its way through, with what people wrote in it sealed. */
export interface Waiting extends Asked {
  /** As it was sent: what is sent again with the same key is told by it. */
  readonly sentAs: Asked['command']
  readonly texts: readonly SealedText[]
  readonly settle: (result: Result<Sent>) => void
  readonly fail: (fault: unknown) => void
}

export interface DoorParts {
  readonly store: Store
  readonly clock: Clock
  readonly kernel: Kernel
  readonly projections: Projections
  /** Unguessable bytes; left out: the machine's. */
  readonly random?: (bytes: number) => Buffer
  /** Whether entries may follow a log of this size: not where more than that was published. Left out: always. */
  readonly mayAppend?: (organization: string, size: number) => Promise<Result<null>>
  /** Entries that one person may make in an hour. Left out: `limits.commandsPerHour`. */
  readonly commandsPerHour?: number
  /** Called after each batch that was stored. */
  readonly onStored: (organization: string, entries: readonly Entry[]) => void
}

/** What one organization's commands share in this process. */
export interface Lane {
  readonly organization: string
  readonly waiting: Waiting[]
  shelf: Shelf
  /** True as long as the shelf is, and forgotten with it. */
  brake: Brake
  /** As the shelf knows the log; null: to be read. */
  head: Head | null
  draws: Draws | null
  running: Promise<void> | null
}
