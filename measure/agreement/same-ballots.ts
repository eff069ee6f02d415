// Votes gathered by voter, and voters with exactly the same ballots gathered into camps.
import type { Vote } from './vote.ts'

/** Voters who never voted differently. */
export interface Camp {
  readonly leader: string
  readonly voters: readonly string[]
  readonly power: bigint
  /** Proposal, choice, proposal, choice ... as numbers, by proposal. */
  readonly ballots: Int32Array
}

interface Voter {
  readonly id: string
  power: bigint
  readonly ballots: Map<number, { choice: string; power: bigint }>
}

/** Camps by power, largest first, then by leader; and how many proposals there are. */
export function sameBallots(
  votes: Iterable<Vote>,
  minimumShared: number,
): { camps: Camp[]; proposals: number } {
  const proposals = new Map<string, number>()
  const voters = new Map<string, Voter>()
  for (const { voter: id, proposal, choice, power } of votes) {
    if (power < 0n) throw new RangeError('A power is not negative')
    const voter = voters.get(id) ?? { id, power: 0n, ballots: new Map() }
    voters.set(id, voter)
    if (power > voter.power) voter.power = power
    const about = numbered(proposals, proposal)
    const known = voter.ballots.get(about)
    const counts =
      known === undefined || power > known.power || (power === known.power && choice > known.choice)
    if (counts) voter.ballots.set(about, { choice, power })
  }
  const choices = new Map<string, number>()
  const camps = new Map<string, { voters: Voter[]; ballots: Int32Array }>()
  for (const voter of voters.values()) {
    const sorted = [...voter.ballots].sort(([a], [b]) => a - b)
    const ballots = Int32Array.from(
      sorted.flatMap(([about, cast]) => [about, numbered(choices, cast.choice)]),
    )
    const key = sorted.length < minimumShared ? `alone ${voter.id}` : ballots.join()
    const camp = camps.get(key)
    if (camp === undefined) camps.set(key, { voters: [voter], ballots })
    else camp.voters.push(voter)
  }
  const found = Array.from(camps.values(), camp => ({ ...gathered(camp.voters), ballots: camp.ballots }))
  return { camps: found.sort(byPower), proposals: proposals.size }
}

export function byPower(a: { power: bigint; leader: string }, b: { power: bigint; leader: string }): number {
  if (a.power !== b.power) return a.power < b.power ? 1 : -1
  return a.leader < b.leader ? -1 : a.leader > b.leader ? 1 : 0
}

function gathered(voters: readonly Voter[]): Omit<Camp, 'ballots'> {
  const leader = voters.reduce((first, next) => {
    if (next.power !== first.power) return next.power > first.power ? next : first
    return next.id < first.id ? next : first
  })
  const power = voters.reduce((sum, voter) => sum + voter.power, 0n)
  return { leader: leader.id, voters: voters.map(voter => voter.id).sort(), power }
}

function numbered(names: Map<string, number>, name: string): number {
  const number = names.get(name) ?? names.size
  names.set(name, number)
  return number
}
