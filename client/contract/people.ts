// People: which handles are one person, which people one party, who is a bot; merged and split by hand with undo.
import { z } from 'zod'
import { changeSchema } from './charter.ts'
import { endpoint } from './endpoint.ts'
import { actorSchema, count, cursor, idInCharter, inOrganization, pageSize, text } from './words.ts'

export const partySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    observations: count,
    members: z.array(
      z.object({
        actor: z.string(),
        name: z.string().nullable(),
        observations: count,
        person: z.string().nullable().describe('Id of the person in the charter that lists it'),
      }),
    ),
    reasons: z.array(z.object({ rule: z.string(), detail: z.string() })).describe('Why they are one'),
    people: z
      .array(
        z.object({
          id: idInCharter,
          name: z.string(),
          employer: z.string().nullable(),
          payer: z.string().nullable(),
          funder: z.string().nullable(),
        }),
      )
      .describe('The people of the charter in it'),
  })
  .meta({ id: 'Party' })
export type Party = z.infer<typeof partySchema>

export const botSchema = z.object({
  actor: z.string(),
  name: z.string().nullable(),
  rule: z.string(),
  observations: count,
})

const actors = z.array(actorSchema).min(1).max(200)

export const peopleEndpoints = {
  'GET /api/organizations/{organization}/people': endpoint({
    summary: 'List parties with their handles, largest first',
    tag: 'people',
    needs: 'read',
    params: inOrganization,
    query: z.object({
      q: z.string().max(200).optional(),
      only: z.enum(['all', 'merged', 'listed']).default('all').describe('listed: those the charter names'),
      cursor,
      limit: pageSize,
    }),
    answer: z.object({
      parties: z.array(partySchema),
      next: z.string().nullable(),
      total: count,
      merged: count,
      bots: z.array(botSchema).describe('At most 500'),
      suggestions: z.array(
        z.object({
          actors: z.array(z.object({ actor: z.string(), name: z.string().nullable(), observations: count })),
          reason: z.string(),
        }),
      ),
    }),
    refuses: ['cursor.invalid'],
  }),
  'POST /api/organizations/{organization}/people/merge': endpoint({
    summary: 'Say that handles are one person',
    tag: 'people',
    needs: 'manage',
    params: inOrganization,
    body: z.object({ actors: actors.min(2), name: text.max(120).optional() }),
    answer: changeSchema,
    refuses: ['people.unknown_actor', 'charter.invalid', 'charter.too_large', 'charter.busy'],
  }),
  'POST /api/organizations/{organization}/people/split': endpoint({
    summary: 'Say that handles are not the rest of their party, and keep them apart from it',
    tag: 'people',
    needs: 'manage',
    params: inOrganization,
    body: z.object({ party: z.string().max(2_048), actors }),
    answer: changeSchema,
    refuses: [
      'people.unknown_party',
      'people.unknown_actor',
      'people.nothing_left',
      'people.too_many_handles',
      'charter.too_large',
      'charter.busy',
    ],
  }),
  'POST /api/organizations/{organization}/people/bots': endpoint({
    summary: 'Say that a handle is a bot, or that it is not',
    tag: 'people',
    needs: 'manage',
    params: inOrganization,
    body: z.object({ actor: actorSchema, bot: z.boolean() }),
    answer: changeSchema,
    refuses: ['people.unknown_actor', 'people.unclear_handle', 'charter.too_large', 'charter.busy'],
  }),
  'PUT /api/organizations/{organization}/people': endpoint({
    summary: 'Name a person, and who employs, pays or funds them',
    tag: 'people',
    needs: 'manage',
    params: inOrganization,
    body: z.object({
      actors: actors.describe(
        'Handles of the person; one that a person of the charter has edits that person',
      ),
      name: text.max(120),
      employer: text.max(120).nullable(),
      payer: text.max(120).nullable().optional(),
      funder: text.max(120).nullable().optional(),
    }),
    answer: changeSchema,
    refuses: ['people.unknown_actor'],
  }),
}
