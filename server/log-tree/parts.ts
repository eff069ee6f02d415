// What the parts of the published log share.
import type { Logger } from 'pino'
import type { Clock } from '../desk.ts'
import type { Store } from '../store/store.ts'
import type { LogFolders } from './log-folder.ts'
import type { PolicyFile } from './policy-file.ts'

export interface LogParts {
  readonly store: Store
  readonly folders: LogFolders
  readonly clock: Clock
  readonly policy: PolicyFile
  /** Mirrors to be shown with the log; written as a policy is. */
  readonly mirrors: PolicyFile
  readonly log: Logger
  /** The name that the server is reached by from outside, where it was given one; it stands in the logs' origins. */
  readonly publicName: string | null
}

/** What was signed last. */
export interface Signed {
  readonly size: number
  readonly root: Uint8Array
  /** The whole signed note. */
  readonly note: string
}
