// Snapshot's ranked choice: a run-off over complete rankings; of those tied at the bottom the lower number goes out.
import { listOf, powerOf, readable, type SnapshotBallot } from './vote.ts'

interface Ranked {
  readonly choice: readonly number[]
  readonly balance: number
}

/** Power per option that is still on a ballot, with 0 for one that is first on none. */
function firsts(ballots: readonly Ranked[]): Map<number, number> {
  const power = new Map<number, number>()
  for (const option of ballots[0]?.choice ?? []) power.set(option, 0)
  for (const { choice, balance } of ballots) {
    const first = choice[0] as number
    power.set(first, (power.get(first) ?? 0) + balance)
  }
  return power
}

/** The scores are those of the last round; whoever is not in it has 0. */
export function rankedChoiceScores(ballots: readonly SnapshotBallot[], options: number): number[] {
  const complete = (choice: unknown) => {
    const list = listOf(choice, options)
    return list !== null && list.length === options && options > 0 ? list : null
  }
  let left: readonly Ranked[] = readable(ballots, complete)
  for (;;) {
    // Complete rankings, less the same options everywhere: the first ballot names all that are left.
    const power = firsts(left)
    const most = Math.max(...power.values())
    if (most > powerOf(left) / 2 || power.size < 3) {
      return Array.from({ length: options }, (_, i) => power.get(i + 1) ?? 0)
    }
    const least = Math.min(...power.values())
    const out = Math.min(...[...power].flatMap(([option, has]) => (has === least ? [option] : [])))
    left = left.map(({ choice, balance }) => ({ choice: choice.filter(option => option !== out), balance }))
  }
}
