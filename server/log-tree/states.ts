// The states of logs as files, asked for by anybody: each is made at most once in a while, and only one of all at a time.
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { limits } from '@equalizer/core'
import type { LogParts } from './parts.ts'
import { type StateFile, stateFile, stateUpTo } from './state-file.ts'

export interface States {
  /**
   * As of now, or of a moment ago: at most `limits.stateEveryMs`. `served`: the size of the checkpoint that readers get. null: the
   * log has no entry.
   */
  of(organization: string, served: number): Promise<StateFile | null>
  /** The newest there is as of at most so many entries; null: none is. */
  upTo(organization: string, size: number): Promise<StateFile | null>
  forget(organization: string): void
}

interface Made {
  readonly file: StateFile
  readonly atMs: number
}

export function createStates({
  store,
  folders,
  clock,
}: Pick<LogParts, 'store' | 'folders' | 'clock'>): States {
  const made = new Map<string, Made>()
  const making = new Map<string, Promise<StateFile | null>>()
  let last: Promise<unknown> = Promise.resolve()

  async function recent(organization: string): Promise<StateFile | null> {
    const found = made.get(organization)
    if (!found) return null
    const age = clock.nowMs() - found.atMs
    // A clock that was put back makes nothing young.
    if (age < 0 || age >= limits.stateEveryMs) return null
    const isThere = await access(found.file.path).then(
      () => true,
      () => false,
    )
    return isThere ? found.file : null
  }
  const folderOf = (organization: string) => join(folders.pathOf(organization), 'state')
  async function make(organization: string, served: number): Promise<StateFile | null> {
    const file = await stateFile(store, organization, folderOf(organization), served)
    // From when it is there: what takes long to make is not made again at once.
    if (file) made.set(organization, { file, atMs: clock.nowMs() })
    return file
  }
  function inTurn(organization: string, served: number): Promise<StateFile | null> {
    const turn = last.then(() => make(organization, served))
    last = turn.catch(() => {})
    return turn.finally(() => making.delete(organization))
  }
  return {
    async of(organization, served) {
      const found = await recent(organization)
      if (found) return found
      const under = making.get(organization) ?? inTurn(organization, served)
      making.set(organization, under)
      return under
    },
    upTo: (organization, size) => stateUpTo(folderOf(organization), size),
    forget: organization => void made.delete(organization),
  }
}
