// Snapshot's own numbers for a vote, to compare and to import; doubles as there, so nothing is decided by them.
import { completeRankings, copelandScores } from './copeland.ts'
import { rankedChoiceScores } from './ranked-choice.ts'
import { quadraticScores, weightedScores } from './shares.ts'
import { approvalScores, singleChoiceScores } from './sums.ts'
import { powerOf, type SnapshotBallot, type SnapshotScores, type SnapshotType } from './vote.ts'

const scoring: Readonly<
  Record<SnapshotType, (ballots: readonly SnapshotBallot[], options: number) => number[]>
> = {
  'single-choice': singleChoiceScores,
  basic: singleChoiceScores,
  approval: approvalScores,
  weighted: weightedScores,
  quadratic: quadraticScores,
  'ranked-choice': rankedChoiceScores,
  copeland: copelandScores,
}

/**
 * What `@snapshot-labs/snapshot.js` 0.17.5 answers to `getScores` and `getScoresTotal`, digit for digit.
 *
 * @param ballots in Snapshot's order: doubles add up differently in another
 */
export function snapshotScores(
  type: SnapshotType,
  options: number,
  ballots: readonly SnapshotBallot[],
): SnapshotScores {
  // Copeland alone leaves invalid ballots out of the total.
  const total = powerOf(type === 'copeland' ? completeRankings(ballots, options) : ballots)
  return { scores: scoring[type](ballots, options), total }
}
