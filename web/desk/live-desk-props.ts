// What the desk of the board is given.
import type { ReactNode } from 'react'
import type { DeskUnit } from './desk-unit.ts'
import type { LiveStripProps } from './live-strip.tsx'

export interface LiveDeskProps extends Pick<LiveStripProps, 'reason' | 'onDeclare' | 'onTarget' | 'onAim'> {
  readonly units: readonly DeskUnit[]
  /** The link that a unit's name is. */
  readonly renderTitle: (unit: DeskUnit, tabIndex: 0 | -1) => ReactNode
  /** Lying, one under another; side by side otherwise. */
  readonly rows: boolean
  /** Why faders may not be moved; left out: as `reason`. */
  readonly faderReason?: string | null
  /** An earlier day passes by, and its words are not there yet. */
  readonly passing?: boolean
  /** Beside the key of colours. */
  readonly tools?: ReactNode
}
