// Signing ballots: the key of whoever asks, and what a signature in an open vote is about.
import { cidText, personId } from '@equalizer/core'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { count, inOrganization } from './words.ts'

export const signingSchema = z.object({
  phase: z.enum(['advice', 'vote', 'ratify']),
  subject: cidText.describe('CID of the canonical JSON of the data of decision.opened'),
  opening: count.describe('The entry in which it stands'),
})

export const signingEndpoints = {
  'GET /api/organizations/{organization}/signing-key': endpoint({
    summary: 'Show the key by which the caller signs ballots, and when it was last used',
    tag: 'members',
    needs: 'act',
    params: inOrganization,
    answer: z
      .object({
        person: personId.describe('The caller’s id in the log'),
        key: z.string().nullable().describe('ed25519+ and base64; null: none is set'),
        usedMs: count.describe('The next ballot is signed later than this (UTC milliseconds); 0: never used'),
        atMs: count.describe('The server’s time: a ballot is signed at most ten minutes from it'),
      })
      .meta({ id: 'SigningKey' }),
  }),
}
