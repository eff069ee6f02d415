// An election: the vote ranks the candidates, and the best of them sit until the term ends.
import {
  accepted,
  classOf,
  type DecisionState,
  declareAct,
  type Executing,
  type Group,
  limits,
  type Result,
  refused,
} from '@equalizer/core'
import { z } from 'zod'
import { has, rulesOf, standingSet } from '../standing.ts'
import { group, person } from '../words.ts'

type Council = Extract<Group, { kind: 'council' }>

export const elect = declareAct({
  type: 'charter.elect',
  summary: 'Elect a council: the best of the candidates take its seats',
  where: 'organization',
  consequence: 300,
  payload: z.strictObject({
    group: group.describe('The id of a council'),
    candidates: z.array(person).min(1).max(limits.candidates).describe('Members who stand for a seat'),
  }),
  title: asked => `Elect ${asked.group} from ${asked.candidates.length} candidates`,
  options: ({ candidates }) => candidates,
  execute: executing => {
    const { group: id, candidates } = executing.payload
    const council = rulesOf(executing)?.groups[id]
    if (council?.kind !== 'council') {
      return refused('charter.no_council', `There is no council ${id}`, { group: id })
    }
    const stranger = candidates.find(candidate => !has(executing, 'member', candidate))
    if (stranger !== undefined) {
      return refused('charter.not_a_member', `${stranger} is no member`, { person: stranger })
    }
    const voters = votersOf(executing)
    if (voters !== council.electedBy) {
      const reason = `The council ${id} is elected by ${council.electedBy}, and here ${voters} decides`
      return refused('charter.other_electors', reason, { group: id, needs: council.electedBy, has: voters })
    }
    if (executing.decision === null) return accepted({ events: [] })
    const elected = firstOf(executing.ranking ?? [], council, candidates)
    return elected.ok ? accepted({ events: seatsOf(executing, council, elected.value) }) : elected
  },
})

/** The group that decides: by the decision's own rule, or, when it is asked beforehand, by the class it would be in. */
function votersOf({ act, books, decision }: Executing): string {
  if (decision === null) {
    const rules = rulesOf({ books } as Executing)
    return rules === null ? '' : classOf(rules, act).rule.decide.group
  }
  const state = books.stream(`decision/${decision}`) as DecisionState | null
  return state?.rule.decide.group ?? ''
}

/** Whole tiers as long as there are seats; the cut never goes through one. Codes: `charter.tie`, `charter.no_vote`. */
function firstOf(
  ranking: readonly (readonly number[])[],
  { id, seats }: Council,
  candidates: readonly string[],
): Result<readonly string[]> {
  const elected: string[] = []
  for (const tier of ranking) {
    if (elected.length === seats) break
    if (elected.length + tier.length > seats) {
      const left = seats - elected.length
      const reason = `${tier.length} candidates are equal and ${left} seats are left`
      return refused('charter.tie', reason, { group: id, candidates: tier.length, seats: left })
    }
    elected.push(...tier.flatMap(option => candidates[option] ?? []))
  }
  if (elected.length > 0) return accepted(elected)
  return refused('charter.no_vote', `Nobody was elected to ${id}`, { group: id })
}

/** Whoever sat there and was not elected again leaves. */
function seatsOf({ books, now }: Executing, council: Council, elected: readonly string[]) {
  const key = `seat:${council.id}` as const
  const leaving = books.pool(council, now.seq, now.atMs).filter(person => !elected.includes(person))
  const endsMs = String(now.atMs + council.termMs)
  return [
    ...[...leaving].sort().map(person => standingSet(key, person, '0')),
    ...elected.map(person => standingSet(key, person, endsMs)),
  ]
}
