// What every dialog of the people page is given.
import type { PeopleActs } from '../use-people-acts.ts'

export interface DialogProps {
  readonly acts: PeopleActs
  readonly organization: string
  readonly onClose: () => void
  /** Something was changed, so that what was chosen is chosen no more. */
  readonly onDone: () => void
}
