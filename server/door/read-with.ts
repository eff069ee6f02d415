// Asks a pure question of an organization's books, as they stand stored, and changes nothing.
import { type Books, type Need, NotAtHand, type Now } from '@equalizer/core'
import { bring } from './bring.ts'
import { emptyHead, readHead } from './head.ts'
import type { DoorParts } from './parts.ts'
import { createShelf } from './shelf.ts'

/** How often one question may ask for more; it asks for what it reads next only once it read what comes before. */
const roundsAtMost = 10_000

/** The question is asked again whenever something is not at hand, so it must be pure. */
export async function readWith<T>(
  { store, clock }: Pick<DoorParts, 'store' | 'clock'>,
  organization: string,
  question: (books: Books, now: Now) => T,
): Promise<T> {
  const shelf = createShelf()
  const head = (await readHead(store.db, organization)) ?? emptyHead
  const now: Now = { seq: head.size, atMs: Math.max(clock.nowMs(), head.lastMs), draw: null }
  for (let round = 0; round < roundsAtMost; round += 1) {
    const need = neededFor(() => question(shelf, now))
    if ('answer' in need) return need.answer
    await bring(store.db, organization, shelf, [need.need], head.size)
  }
  throw new Error(`A question of ${organization} never came to an end`)
}

export function neededFor<T>(question: () => T): { readonly answer: T } | { readonly need: Need } {
  try {
    return { answer: question() }
  } catch (error) {
    if (error instanceof NotAtHand) return { need: error.need }
    throw error
  }
}
