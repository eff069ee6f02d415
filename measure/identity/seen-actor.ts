// An actor as the sources showed it, before anybody is merged.
import type { Actor } from '../observation.ts'

export interface SeenActor {
  readonly actor: Actor
  /** Every spelling of the name that sources gave, with how often. */
  readonly names: ReadonlyMap<string, number>
  readonly observations: number
}
