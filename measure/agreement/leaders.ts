// The leader with whom a camp agrees most, found without comparing more ballots than needed.

import type { Camp } from './same-ballots.ts'
import type { AgreementOptions, Bloc } from './vote.ts'

export interface Leader {
  readonly camp: Camp
  readonly followers: Camp[]
}

/** The most powerful are compared with; whoever agrees with none of them leads alone. */
const leadersCompared = 1_000

/** Of `leaders`, which may grow between calls, the one that agrees most; null where none agrees enough. */
export function leaderFinder(leaders: readonly Leader[], proposals: number, options: AgreementOptions) {
  const { numerator, denominator } = options.agreement
  // 0: not voted on; else the number of the choice, plus one.
  const own = new Int32Array(proposals)
  return (ballots: Int32Array): Leader | null => {
    for (let at = 0; at < ballots.length; at += 2)
      own[ballots[at] as number] = (ballots[at + 1] as number) + 1
    let best: Leader | null = null
    let bestAlike = 0
    let bestShared = 1
    const most = Math.min(leaders.length, leadersCompared)
    for (let index = 0; index < most; index += 1) {
      const leader = leaders[index] as Leader
      const theirs = leader.camp.ballots
      const couldShare = Math.min(ballots.length, theirs.length) / 2
      // With more differences than this no number of shared proposals would be agreement.
      const differencesAtMost = couldShare * (denominator - numerator)
      let shared = 0
      let different = 0
      for (let at = 0; at < theirs.length; at += 2) {
        const choice = own[theirs[at] as number] as number
        if (choice === 0) continue
        shared += 1
        if (choice === (theirs[at + 1] as number) + 1) continue
        different += 1
        if (different * denominator > differencesAtMost) break
      }
      const alike = shared - different
      if (shared < options.minimumShared || alike * denominator < numerator * shared) continue
      if (best === null || alike * bestShared > bestAlike * shared) {
        best = leader
        bestAlike = alike
        bestShared = shared
      }
    }
    for (let at = 0; at < ballots.length; at += 2) own[ballots[at] as number] = 0
    return best
  }
}

/** Camps in the order in which they joined: the first one leads. */
export function bloc(camps: readonly Camp[]): Bloc {
  return {
    leader: (camps[0] as Camp).leader,
    voters: camps.flatMap(camp => camp.voters).sort(),
    power: camps.reduce((sum, camp) => sum + camp.power, 0n),
  }
}
