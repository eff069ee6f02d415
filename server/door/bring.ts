// Brings to a shelf what it was asked for and does not hold: streams, standings and single ballots in one question each, the
// rest one by one.
import { limits, type Need } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { fetchDocument } from './documents.ts'
import {
  fetchBallots,
  fetchBallotsOfEach,
  fetchDelegations,
  fetchEligible,
  fetchPool,
  fetchStandings,
  fetchStreams,
} from './fetch.ts'
import { fetchMeasured } from './fetch-measured.ts'
import type { Fetched, Shelf } from './shelf.ts'

/** `size`: how long the log is that the database is known to hold. */
export async function bring(
  db: Kysely<Tables>,
  organization: string,
  shelf: Shelf,
  needs: readonly Need[],
  size: number,
): Promise<void> {
  const streams = needs.filter(need => need.kind === 'stream')
  const standings = needs.filter(need => need.kind === 'standing')
  const ballots = needs.filter(need => need.kind === 'ballot')
  if (streams.length > 0) {
    const names = streams.map(need => need.stream)
    const states = await fetchStreams(db, organization, names)
    for (const need of streams)
      shelf.put(need, { kind: 'stream', state: states.get(need.stream) ?? null }, size)
  }
  if (standings.length > 0) {
    const found = await fetchStandings(db, organization, standings)
    for (const [at, need] of standings.entries())
      shelf.put(need, { kind: 'standing', ...(found[at] ?? { amount: 0n, still: false }) }, size)
  }
  if (ballots.length > 0) {
    const found = await fetchBallotsOfEach(db, organization, ballots)
    for (const [at, need] of ballots.entries())
      shelf.put(need, { kind: 'ballot', ballot: found[at] ?? null }, size)
  }
  for (const need of needs)
    if (!fetchedTogether(need)) shelf.put(need, await fetchOne(db, organization, need), size)
}

type Together = 'stream' | 'standing' | 'ballot'

/** Whether many of its sort are fetched as quickly as one. */
export function fetchedTogether(need: Need): need is Extract<Need, { kind: Together }> {
  return need.kind === 'stream' || need.kind === 'standing' || need.kind === 'ballot'
}

type OneByOne = Exclude<Need, { kind: Together }>

async function fetchOne(db: Kysely<Tables>, organization: string, need: OneByOne): Promise<Fetched> {
  switch (need.kind) {
    case 'eligible':
      return { kind: 'eligible', ...(await fetchEligible(db, organization, need)) }
    case 'pool':
      return { kind: 'pool', people: await fetchPool(db, organization, need, limits.poolMembers) }
    case 'ballots':
      return { kind: 'ballots', ballots: await fetchBallots(db, organization, need) }
    case 'delegations':
      return { kind: 'delegations', delegations: await fetchDelegations(db, organization, need) }
    case 'measure':
      return { kind: 'measure', measured: await fetchMeasured(db, organization, need.unit) }
    case 'document':
      return { kind: 'document', text: await fetchDocument(db, organization, need.cid) }
  }
}
