// Snapshot's single choice and approval: the power of those who marked an option.
import { isOption, listOf, powerOf, readable, type SnapshotBallot } from './vote.ts'

function powerPerOption(
  ballots: readonly { readonly choice: readonly number[]; readonly balance: number }[],
  options: number,
): number[] {
  return Array.from({ length: options }, (_, i) =>
    powerOf(ballots.filter(({ choice }) => choice.includes(i + 1))),
  )
}

export function singleChoiceScores(ballots: readonly SnapshotBallot[], options: number): number[] {
  return powerPerOption(
    readable(ballots, choice => (isOption(choice, options) ? [choice] : null)),
    options,
  )
}

export function approvalScores(ballots: readonly SnapshotBallot[], options: number): number[] {
  return powerPerOption(
    readable(ballots, choice => listOf(choice, options)),
    options,
  )
}
