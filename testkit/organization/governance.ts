// The simulated budget votes and the proposals they were about, as Snapshot exports them.
import { hoursLater, moments } from './calendar.ts'
import { walletOf } from './cast.ts'
import { type Cell, csvText } from './csv.ts'
import { votingPower } from './handovers.ts'
import { hexOf, type Random, seeded } from './random.ts'
import { sharesAt } from './rota.ts'

const subjects = [
  'Budget for translations',
  'Second-hand servers',
  'Travel to the yearly meeting',
  'Audit of the ledger package',
  'Stipends for curators',
  'A legal opinion on the treasury',
  'Pilot: payments under 5,000 by the pods',
]
const supply = 1_000_000

interface Proposal {
  readonly id: string
  readonly title: string
  readonly start: string
  readonly end: string
  readonly votes: readonly (readonly Cell[])[]
  readonly total: number
}

const power = (share: number, random: Random) =>
  Math.round(supply * share * (0.97 + random.next() * 0.06) * 1e6) / 1e6

function* proposals(seed: string, end: string): Generator<Proposal> {
  const random = seeded(seed, 'governance')
  let number = 0
  for (const { instant, progress } of moments(random, end, 0.5)) {
    number += 1
    const id = `0x${hexOf(`${seed} proposal ${number}`, 64)}`
    const votes: (readonly Cell[])[] = []
    let total = 0
    for (const [who, share] of sharesAt(votingPower, progress)) {
      // The large holders nearly always vote, the small ones half of the time.
      if (share === 0 || random.next() > 0.5 + Math.min(0.45, share * 6)) continue
      const vp = power(share, random)
      const choice = random.next() < 0.78 ? 1 : random.next() < 0.8 ? 2 : 3
      const cast = hoursLater(instant, random.whole(1, 70))
      if (cast.slice(0, 10) > end) continue
      total += vp
      const created = Math.floor(Date.parse(cast) / 1_000)
      votes.push([walletOf(who), vp, choice, id, created])
    }
    const title = `NCP-${number}: ${subjects[number % subjects.length]}`
    yield { id, title, start: instant, end: hoursLater(instant, 72), votes, total }
  }
}

/** `governance/votes.csv` and `governance/proposals.csv`. Two votes are damaged: they are there to be refused. */
export function governanceFiles(seed: string, end: string): { votes: string; proposals: string } {
  const all = [...proposals(seed, end)]
  const closed = (until: string) =>
    Date.parse(until) <= Date.parse(`${end}T23:59:59Z`) ? 'closed' : 'active'
  const first = all[0]?.id ?? ''
  const damaged: Cell[][] = [
    ['0xnot-an-address', 120, 1, first, ''],
    [walletOf('luca'), 'a lot', 1, first, ''],
  ]
  return {
    votes: csvText(
      ['voter', 'vp', 'choice', 'proposal_id', 'created'],
      [...all.flatMap(proposal => proposal.votes), ...damaged],
    ),
    proposals: csvText(
      ['id', 'title', 'start', 'end', 'state', 'votes', 'scores_total'],
      all.map(({ id, title, start, end: until, votes, total }) => [
        id,
        title,
        start,
        until,
        closed(until),
        votes.length,
        total.toFixed(6),
      ]),
    ),
  }
}
