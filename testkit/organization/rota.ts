// Whose turn it is: shares of the acts that move from those who begin to those who end, as a hand-over does.
import type { Random } from './random.ts'

/** Who (an id of the cast, or `unknown`), with what share before the hand-over and after it; shares of any sum. */
export type Handover = readonly (readonly [who: string, before: number, after: number])[]

/** An act whose doer nobody wrote down. */
export const unknown = 'unknown'

/** How much is handed over at a point of the record: nothing in its first 15%, all from 80% on, smoothly between. */
function handedOver(progress: number): number {
  const t = Math.min(1, Math.max(0, (progress - 0.15) / 0.65))
  return t * t * (3 - 2 * t)
}

/** Share of each at a point of the record, the sum of all being 1. */
export function sharesAt(handover: Handover, progress: number): Map<string, number> {
  const t = handedOver(progress)
  const weights = handover.map(([who, before, after]) => [who, before + (after - before) * t] as const)
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return new Map(weights.map(([who, weight]) => [who, weight / sum]))
}

/**
 * Draws one doer after the other. Each draw adds everybody's share to what is owed to them and takes the one who is
 * owed most, with a little chance: over any stretch the shares hold closely, so that the story told by a seed does not
 * hang on luck (smooth weighted round-robin).
 */
export function rota(handover: Handover, random: Random): (progress: number) => string {
  const owed = new Map<string, number>(handover.map(([who]) => [who, 0]))
  return progress => {
    let first = unknown
    let most = Number.NEGATIVE_INFINITY
    for (const [who, share] of sharesAt(handover, progress)) {
      const credit = (owed.get(who) ?? 0) + share
      owed.set(who, credit)
      const claim = share > 0 ? credit + random.next() * 0.5 : Number.NEGATIVE_INFINITY
      if (claim > most) {
        most = claim
        first = who
      }
    }
    owed.set(first, (owed.get(first) ?? 0) - 1)
    return first
  }
}
