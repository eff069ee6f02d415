// Balances and scores, recorded from where they are kept: a token's ledger, a count of contributions.
import { accepted, declareAct, limits, refused } from '@equalizer/core'
import { z } from 'zod'
import { standingSet } from '../standing.ts'
import { held, person, standingKey } from '../words.ts'

export const recordStandings = declareAct({
  type: 'charter.record_standings',
  summary: 'Record what people hold of a token, or their score',
  where: 'organization',
  consequence: 300,
  payload: z.strictObject({
    key: standingKey,
    standings: z
      .array(z.strictObject({ person, amount: held }))
      .min(1)
      .max(limits.standingsPerAct)
      .describe('Whoever is not listed keeps what they have'),
  }),
  title: asked => `Record ${asked.key} of ${asked.standings.length} people`,
  execute: ({ payload: { key, standings } }) => {
    const seen = new Set<string>()
    for (const { person: id } of standings) {
      if (seen.has(id)) return refused('charter.listed_twice', `${id} is listed twice`, { person: id })
      seen.add(id)
    }
    return accepted({
      events: standings.map(({ person: id, amount }) => standingSet(key, id, amount)),
    })
  },
})
