// Brings to a shelf what it was asked for and does not hold: streams in one question, the rest one by one.
import { limits, type Need } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { fetchDocument } from './documents.ts'
import {
  fetchBallot,
  fetchBallots,
  fetchDelegations,
  fetchEligible,
  fetchPool,
  fetchStanding,
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
  if (streams.length > 0) {
    const states = await fetchStreams(
      db,
      organization,
      streams.map(need => need.stream),
    )
    for (const need of streams)
      shelf.put(need, { kind: 'stream', state: states.get(need.stream) ?? null }, size)
  }
  for (const need of needs)
    if (need.kind !== 'stream') shelf.put(need, await fetchOne(db, organization, need), size)
}

type OneByOne = Exclude<Need, { kind: 'stream' }>

async function fetchOne(db: Kysely<Tables>, organization: string, need: OneByOne): Promise<Fetched> {
  switch (need.kind) {
    case 'standing':
      return { kind: 'standing', ...(await fetchStanding(db, organization, need)) }
    case 'eligible':
      return { kind: 'eligible', ...(await fetchEligible(db, organization, need)) }
    case 'pool':
      return { kind: 'pool', people: await fetchPool(db, organization, need, limits.poolMembers) }
    case 'ballots':
      return { kind: 'ballots', ballots: await fetchBallots(db, organization, need) }
    case 'ballot':
      return { kind: 'ballot', ballot: await fetchBallot(db, organization, need) }
    case 'delegations':
      return { kind: 'delegations', delegations: await fetchDelegations(db, organization, need) }
    case 'measure':
      return { kind: 'measure', measured: await fetchMeasured(db, organization, need.unit) }
    case 'document':
      return { kind: 'document', text: await fetchDocument(db, organization, need.cid) }
  }
}
