// The figures that are shown beside the score and do not drive it: concentration, evenness, blocs, the Lorenz curve.
import { agreementBlocs } from '../agreement/agreement-blocs.ts'
import type { AgreementOptions, Vote } from '../agreement/vote.ts'
import { votingBlocEntropy } from '../agreement/voting-bloc-entropy.ts'
import { concentrationRatio } from '../concentration/concentration-ratio.ts'
import { evenness } from '../concentration/evenness.ts'
import { gini } from '../concentration/gini.ts'
import { hhi } from '../concentration/hhi.ts'
import { lorenzPoints } from '../concentration/lorenz-points.ts'
import { maxShare } from '../concentration/max-share.ts'
import { minEntropy } from '../concentration/min-entropy.ts'
import { nakamotoCoefficient } from '../concentration/nakamoto-coefficient.ts'
import { participation } from '../concentration/participation.ts'
import { rank } from '../concentration/ranked.ts'
import { shannonEntropy } from '../concentration/shannon-entropy.ts'
import { theil } from '../concentration/theil.ts'
import type { Metrics, SurfaceReport } from '../report/report.ts'
import type { Facts } from './facts.ts'
import { bot, type Holding } from './timeline.ts'

const lorenzKnots = 101
/** Two voters are one bloc when they chose alike on four of five proposals that both voted on, of three at least. */
const blocOptions: AgreementOptions = { agreement: { numerator: 4, denominator: 5 }, minimumShared: 3 }

type Shown = Pick<SurfaceReport, 'metrics' | 'lorenz'>

const nothingShown: Shown = {
  lorenz: [],
  metrics: {
    hhi: null,
    gini: null,
    theil: null,
    shannonBits: null,
    minEntropyBits: null,
    evenness: null,
    maxShare: null,
    top10Share: null,
    nakamotoThird: null,
    votingBlocEntropyBits: null,
    participation: null,
  },
}

/** Over the known parties of a holding; `ballots` are the rows of the same window where the evidence has choices. */
export function surfaceMetrics(holding: Holding, ballots: Ballots | null): Shown {
  const ranked = rank(holding.weights)
  if (ranked === null || ranked.total === 0n) return nothingShown
  const metrics: Metrics = {
    hhi: hhi(ranked),
    gini: gini(ranked),
    theil: theil(ranked),
    shannonBits: shannonEntropy(ranked),
    minEntropyBits: minEntropy(ranked),
    evenness: evenness(ranked),
    maxShare: maxShare(ranked),
    top10Share: concentrationRatio(ranked, 10),
    nakamotoThird: nakamotoCoefficient(ranked, { numerator: 1, denominator: 3, strict: true }),
    votingBlocEntropyBits: ballots
      ? votingBlocEntropy(agreementBlocs(ballots.votes, blocOptions)).minBits
      : null,
    participation: ballots?.eligible ? participation(ballots.cast, ballots.eligible) : null,
  }
  const lorenz = lorenzPoints(ranked, lorenzKnots).map(([x, y]): [number, number] => [fine(x), fine(y)])
  return { metrics, lorenz }
}

function fine(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

export interface Ballots {
  readonly votes: readonly Vote[]
  /** All weight cast, and all that could have been cast on the proposals it was cast on; null: not known. */
  readonly cast: bigint
  readonly eligible: bigint | null
}

/** The votes among the given rows, by party; null where the facts have no choices. */
export function ballotsIn(facts: Facts, rows: Uint32Array, partyOf: Int32Array): Ballots | null {
  if (facts.choices.list.length === 0) return null
  const { actor, about, choice } = facts
  const votes: Vote[] = []
  const proposals = new Set<number>()
  let cast = 0n
  for (const row of rows) {
    const voter = actor[row] as number
    const party = voter < 0 ? bot : (partyOf[voter] as number)
    const proposal = facts.abouts.list[about[row] as number]
    const chosen = facts.choices.list[choice[row] as number]
    if (proposal === undefined || chosen === undefined) continue
    const power = facts.weight(row)
    proposals.add(about[row] as number)
    cast += power
    if (party !== bot) votes.push({ voter: String(party), proposal, choice: chosen, power })
  }
  const could = [...proposals].map(proposal => facts.eligible.get(proposal))
  // One proposal without a figure, and nobody knows how much could be cast on all of them.
  const eligible = could.reduce<bigint | null>(
    (sum, weight) => (sum === null || weight === undefined ? null : sum + weight),
    could.length > 0 ? 0n : null,
  )
  return { votes, cast, eligible }
}
