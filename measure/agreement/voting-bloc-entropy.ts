// Voting-bloc entropy: how power is spread over those who vote alike, not over addresses.
import { minEntropy } from '../concentration/min-entropy.ts'
import { rank } from '../concentration/ranked.ts'
import { shannonEntropy } from '../concentration/shannon-entropy.ts'

export interface VotingBlocEntropy {
  /** The measure of the paper: -log2 of the largest bloc's share. */
  readonly minBits: number | null
  readonly shannonBits: number | null
}

/**
 * In bits, over the power of each bloc; higher = less concentrated. Source: Austgen, Fábrega, Allen, Babel, Kelkar and
 * Juels, "DAO Decentralization: Voting-Bloc Entropy, Bribery, and Dark DAOs" (2023). No blocs, or none with power: null.
 * One bloc: 0. Blocs without power change nothing. n tied: log2 n. A negative power: null. Huge: as precise as doubles are.
 */
export function votingBlocEntropy(blocs: readonly { readonly power: bigint }[]): VotingBlocEntropy {
  const ranked = rank(blocs.map(bloc => bloc.power))
  if (ranked === null) return { minBits: null, shannonBits: null }
  return { minBits: minEntropy(ranked), shannonBits: shannonEntropy(ranked) }
}
