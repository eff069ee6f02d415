// The charter and every change to it: who, when, what, and the way back.
import { changeKinds, charterSchema } from '@equalizer/core'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { count, cursor, factsSchema, inOrganization, moment, pageSize } from './words.ts'

export const changeSchema = z
  .object({
    version: count,
    kind: z.enum(changeKinds),
    at: moment,
    by: z.string().describe('Name of the person or key'),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
      .describe('What a sentence about it needs: unit, from, to, names …'),
    undoes: count.nullable().describe('The version whose change this took back'),
    undoneBy: count.nullable(),
    undoable: z.boolean(),
  })
  .meta({ id: 'Change', description: 'One version of the charter' })
export type Change = z.infer<typeof changeSchema>

const charterAnswer = z.object({
  version: count,
  given: z.boolean().describe('False: inferred from the evidence, and nobody changed it yet'),
  charter: charterSchema,
  yaml: z.string(),
})
export type CharterView = z.infer<typeof charterAnswer>

export const charterEndpoints = {
  'GET /api/organizations/{organization}/charter': endpoint({
    summary: 'Show the charter in force, as data and as YAML',
    tag: 'charter',
    needs: 'read',
    params: inOrganization,
    answer: charterAnswer,
  }),
  'PUT /api/organizations/{organization}/charter': endpoint({
    summary: 'Replace the charter; its sources must be those that are connected',
    tag: 'charter',
    needs: 'manage',
    params: inOrganization,
    body: z.object({
      yaml: z.string().max(1_048_576),
      version: count.describe('The version that was edited; another one in force refuses'),
    }),
    answer: changeSchema,
    refuses: [
      'charter.invalid',
      'charter.superseded',
      'charter.sources_differ',
      'charter.too_large',
      'charter.busy',
    ],
  }),
  'POST /api/organizations/{organization}/charter/check': endpoint({
    summary: 'Say what is wrong with a charter, with line and column, and change nothing',
    tag: 'charter',
    needs: 'read',
    params: inOrganization,
    body: z.object({ yaml: z.string().max(1_048_576) }),
    answer: z.object({
      problems: z.array(
        z.object({
          severity: z.enum(['error', 'warning']),
          line: count.nullable(),
          column: count.nullable(),
          code: z.string(),
          reason: z.string(),
          at: z.string().describe('Path in the charter, such as units[0].declared; empty: the whole of it'),
          said: z
            .array(z.object({ code: z.string(), facts: factsSchema }))
            .describe('What `reason` says, clause by clause, for any language'),
        }),
      ),
    }),
    refuses: ['charter.too_large', 'charter.busy'],
  }),
  'GET /api/organizations/{organization}/changes': endpoint({
    summary: 'List changes to the charter, newest first',
    tag: 'charter',
    needs: 'read',
    params: inOrganization,
    query: z.object({ cursor, limit: pageSize }),
    answer: z.object({ changes: z.array(changeSchema), next: z.string().nullable() }),
    refuses: ['cursor.invalid'],
  }),
  'POST /api/organizations/{organization}/changes/{version}/undo': endpoint({
    summary: 'Take one change back; what later changes touched stays and refuses',
    tag: 'charter',
    needs: 'manage',
    params: inOrganization.extend({ version: z.coerce.number().int().min(1) }),
    answer: changeSchema,
    refuses: ['change.unknown', 'change.superseded', 'change.not_undoable', 'charter.busy'],
  }),
}
