// Sees to it that what was erased is gone: once when a server opens its store, and after each erasure.
import type { Desk } from '../desk.ts'
import { clearLeftovers } from './clear-leftovers.ts'
import { eraseAgain } from './erase-person.ts'

export interface Eraser {
  /** Before anybody can read: erasures that a restored backup does not have, and leftovers of a stop. */
  begin(): Promise<void>
  /** In the background; what fails is tried again at the next erasure or start. */
  clear(): void
  /** Waits for what is under way. */
  close(): Promise<void>
}

export function startEraser({ store, log }: Pick<Desk, 'store' | 'log'>): Eraser {
  let running: Promise<void> = Promise.resolve()
  let waits = false

  function clear(): void {
    // Erasures that come while tables are written anew share the next turn.
    if (waits) return
    waits = true
    running = running.then(async () => {
      waits = false
      await clearLeftovers(store).catch(error => log.error({ err: error }, 'leftovers were not cleared away'))
    })
  }

  return {
    async begin() {
      const again = await eraseAgain(store.db)
      if (again > 0) log.info({ persons: again }, 'erasures that the log holds were carried out again')
      clear()
    },
    clear,
    close: () => running,
  }
}
