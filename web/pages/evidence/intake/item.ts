// One thing on its way in: a file or a path, from being sent to the moment it counts.
import type { Understanding } from '@equalizer/client'
import type { Problem } from '@equalizer/client/contract'
import type { Draft } from './draft.ts'

export type Origin =
  | { readonly from: 'file'; readonly file: File; readonly upload: string | null }
  | { readonly from: 'path'; readonly path: string }

export type Stage =
  /** Others go first. */
  | 'waiting'
  | 'sending'
  /** All is sent; the server reads its beginning. */
  | 'looking'
  | 'understood'
  | 'adding'
  | 'failed'

export type Said = Pick<Problem, 'code' | 'reason'>

export interface Item {
  readonly id: string
  readonly organization: string
  readonly name: string
  readonly origin: Origin
  readonly stage: Stage
  readonly sentBytes: number
  readonly totalBytes: number
  readonly understanding: Understanding | null
  readonly draft: Draft | null
  /** The server made something of the form as it stands. */
  readonly fits: boolean
  /** The newest change of the form is being looked at by the server. */
  readonly previewing: boolean
  readonly everyMinutes: number | null
  /** Of the last thing that was tried; the form stays. */
  readonly problem: Said | null
  readonly open: boolean
}

/** Whether it can be counted as the form stands. */
export function isReady(item: Item): boolean {
  return item.stage === 'understood' && item.fits && !item.previewing
}

export function pathName(path: string): string {
  const parts = path.split(/[\\/]/).filter(part => part !== '')
  return parts.at(-1) ?? path
}
