// Boards that were put together already: good as long as the organization's revision, which every change raises.
import type { Board } from '@equalizer/client'
import type { Result } from '@equalizer/core'
import type { Desk } from '../desk.ts'

const boardsKept = 64

interface Kept {
  readonly key: string
  readonly board: Promise<Result<Board>>
}

/** The boards asked for last; of one organization, revision and day only one is made at a time. */
export function createBoardCache() {
  const kept = new WeakMap<object, Map<string, Kept>>()

  return {
    async board(
      desk: Desk,
      organization: string,
      day: string | null,
      make: () => Promise<Result<Board>>,
    ): Promise<Result<Board>> {
      const row = await desk.store.db
        .selectFrom('organizations')
        .select('revision')
        .where('organization_id', '=', organization)
        .executeTakeFirstOrThrow()
      const mine = kept.get(desk.store) ?? new Map<string, Kept>()
      kept.set(desk.store, mine)
      const place = `${organization} ${day ?? ''}`
      const key = `${row.revision} ${desk.clock.today()}`
      const known = mine.get(place)
      if (known?.key === key) return known.board
      const fresh: Kept = { key, board: make() }
      mine.delete(place)
      mine.set(place, fresh)
      for (const oldest of mine.keys()) {
        if (mine.size <= boardsKept) break
        mine.delete(oldest)
      }
      try {
        return await fresh.board
      } catch (error) {
        if (mine.get(place) === fresh) mine.delete(place)
        throw error
      }
    },
  }
}
