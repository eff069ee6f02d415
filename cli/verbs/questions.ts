// What `equalizer init` wants to know, whether a person is asked or the proposals are taken.
import type { Charter, FoundSource } from '@equalizer/core'

/** What is asked, in the order in which it is; `--yes` answers with what is proposed. */
export interface Questions {
  name(proposed: string): Promise<string>
  overwrite(file: string): Promise<boolean>
  sources(
    found: readonly FoundSource[],
    reasons: ReadonlyMap<string, string>,
  ): Promise<readonly FoundSource[]>
  units(charter: Charter): Promise<Charter['units']>
}
