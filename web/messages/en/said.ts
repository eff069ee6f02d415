// What the measures say: in English the server's own sentences stand, so there is nothing to word here.
import type { Said, SaidFacts, Verdict } from '@equalizer/measure'

/** How another language says each of the server's clauses. */
export interface Sayings {
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly clauses: { readonly [Code in Said['code']]: (facts: SaidFacts<Code>) => string }
}

export const said = null as Sayings | null
