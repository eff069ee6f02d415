// Keys and wallets that need several signatures: the one that takes the fewest parties is what the surface is worth.
import type { Facts } from './facts.ts'
import type { PartyIndex } from './party-index.ts'
import { type DecisionRule, powersOf } from './powers.ts'
import { Timeline } from './timeline.ts'
import type { Settings } from './windows.ts'

/** The rows of each key or wallet. */
function rowsByAbout(facts: Facts): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  facts.about.forEach((about, row) => {
    const list = rows.get(about)
    if (list) list.push(row)
    else rows.set(about, [row])
  })
  return rows
}

/** The key or wallet that takes the fewest parties, with its rule, and the one after it; null when there is none. */
export function weakestWallet(facts: Facts, parties: PartyIndex, blocks: boolean, settings: Settings) {
  const wallets = [...rowsByAbout(facts)].map(([about, rows]) => {
    const timeline = new Timeline(facts, parties.ofActor, rows)
    const rule: DecisionRule = { rule: 'threshold', required: facts.required.get(about) ?? 1 }
    const powers = powersOf(timeline.fold(settings.asOf, null), rule, blocks, settings.book)
    return { timeline, rule, powers, name: facts.abouts.list[about] ?? '' }
  })
  const known = wallets.filter(wallet => wallet.powers.score !== null)
  known.sort((a, b) => (a.powers.score as number) - (b.powers.score as number) || (a.name < b.name ? -1 : 1))
  const [weakest, second] = known
  if (!weakest) return null
  return { ...weakest, next: second ? { name: second.name, score: second.powers.score as number } : null }
}
