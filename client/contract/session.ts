// Who is asking: the one-time link, the session, and the keys of programs.
import { z } from 'zod'
import { endpoint, scopes } from './endpoint.ts'
import { moment, organizationId, text } from './words.ts'

export const roles = ['steward', 'member', 'reader'] as const

export const sessionSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string() }).nullable().describe('null: nobody is signed in'),
    memberships: z.array(
      z.object({
        organization: organizationId,
        name: z.string(),
        role: z.enum(roles),
        simulated: z.boolean().describe('Made up; every page of it says so'),
      }),
    ),
    server: z.object({
      version: z.string(),
      today: z.iso.date().describe('UTC, by the server’s clock'),
      firstRun: z.boolean().describe('No organization exists yet'),
      mayReadPaths: z.boolean().describe('Whether paths on the server’s machine can be connected'),
      project: z
        .string()
        .nullable()
        .describe('Name of the repository that the server runs from, offered at first run'),
    }),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof sessionSchema>

export const keySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    start: z.string().describe('The first characters of the key, to tell it by'),
    organization: organizationId,
    scopes: z.array(z.enum(scopes)),
    created: moment,
    expires: moment.nullable(),
    lastUsed: moment.nullable(),
  })
  .meta({ id: 'Key' })
export type Key = z.infer<typeof keySchema>

export const sessionEndpoints = {
  'GET /api/session': endpoint({
    summary: 'Say who is asking and what they may see',
    tag: 'session',
    needs: 'anyone',
    answer: sessionSchema,
  }),
  'POST /api/session': endpoint({
    summary: 'Enter with the token of a one-time link; answers with a session cookie',
    tag: 'session',
    needs: 'anyone',
    body: z.object({ token: z.string().min(16).max(256) }),
    answer: sessionSchema,
    refuses: ['session.link_invalid'],
  }),
  'DELETE /api/session': endpoint({
    summary: 'Sign out',
    tag: 'session',
    needs: 'signed-in',
    status: 204,
  }),
  'GET /api/keys': endpoint({
    summary: 'List the caller’s API keys',
    tag: 'session',
    needs: 'signed-in',
    answer: z.object({ keys: z.array(keySchema) }),
  }),
  'POST /api/keys': endpoint({
    summary: 'Make an API key for one organization; it is shown this once',
    tag: 'session',
    needs: 'signed-in',
    body: z.object({
      name: text.max(64),
      organization: organizationId,
      scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
      expiresInDays: z.number().int().min(1).max(3_650).nullable().default(365),
    }),
    status: 201,
    answer: keySchema.extend({ secret: z.string().describe('Send it as: Authorization: Bearer …') }),
    refuses: ['access.not_allowed'],
  }),
  'DELETE /api/keys/{key}': endpoint({
    summary: 'Revoke an API key at once',
    tag: 'session',
    needs: 'signed-in',
    params: z.object({ key: z.string().max(128) }),
    status: 204,
    refuses: ['key.unknown'],
  }),
}
