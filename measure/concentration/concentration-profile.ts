// The nine metrics that a board is shown, from one sort and one more pass.
import { effectiveNumber } from './effective-number.ts'
import { gini } from './gini.ts'
import { hhi } from './hhi.ts'
import { maxShare } from './max-share.ts'
import { minEntropy } from './min-entropy.ts'
import { nakamotoCoefficient } from './nakamoto-coefficient.ts'
import { rank, type Weights } from './ranked.ts'
import { shannonEntropy } from './shannon-entropy.ts'
import { tauIndex } from './tau-index.ts'
import { theil } from './theil.ts'

export interface ConcentrationProfile {
  readonly nakamoto: number | null
  readonly tau33: number | null
  readonly effectiveNumber: number | null
  readonly hhi: number | null
  readonly gini: number | null
  readonly theil: number | null
  readonly shannonBits: number | null
  readonly minEntropyBits: number | null
  readonly maxShare: number | null
}

/**
 * Null where a weight is negative, NaN or infinite; a profile of nulls where nobody has anything. The two counts of
 * parties walk only as far as their answer.
 */
export function concentrationProfile(weights: Weights): ConcentrationProfile | null {
  const ranked = rank(weights)
  if (ranked === null) return null
  return {
    nakamoto: nakamotoCoefficient(ranked),
    tau33: tauIndex(ranked, 33),
    effectiveNumber: effectiveNumber(ranked),
    hhi: hhi(ranked),
    gini: gini(ranked),
    theil: theil(ranked),
    shannonBits: shannonEntropy(ranked),
    minEntropyBits: minEntropy(ranked),
    maxShare: maxShare(ranked),
  }
}
