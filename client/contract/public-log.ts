// The published log of an organization: what anybody reads without an account, in the formats of c2sp.org. Its tiles lie
// beside these under `/log/{organization}/tile/…`, and the whole of it as `/log/{organization}/export.tar`.
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { count, inOrganization, organizationId } from './words.ts'

const unpublished = ['log.elsewhere', 'log.held', 'log.damaged'] as const

const aboutSchema = z
  .object({
    format: z.literal('equalizer-log/1'),
    origin: z.string().describe('What its checkpoints begin with'),
    vkey: z.string().describe('The newest key, as signed-note writes it'),
    keys: z.array(z.string()).describe('All that sign its checkpoints now, the newest first'),
    organization: z.object({ id: organizationId }),
  })
  .meta({ id: 'PublishedLog' })
export type PublishedLog = z.infer<typeof aboutSchema>

const cosignedSchema = z.object({
  name: z.string().describe('In the policy of this server, or among its mirrors'),
  url: z.string().nullable(),
  timestampMs: count.nullable().describe('When it cosigned last; null: it did not yet'),
  size: count.nullable().describe('Of the checkpoint that it cosigned last'),
  problem: z
    .string()
    .nullable()
    .describe('Code of what it or the way to it said last, where it did not cosign'),
})

const witnessesSchema = z
  .object({
    size: count.describe('Of the checkpoint that readers get'),
    signed: count.describe('Of the newest that was signed; more than `size`: the quorum is behind'),
    signedMs: count.nullable().describe('When that was signed; null: not known any more'),
    quorum: z.object({ needed: z.string().describe('2 of (a, b, c), or none'), met: z.boolean() }),
    policy: z.enum(['none', 'in_force', 'invalid']),
    witnesses: z.array(cosignedSchema),
    mirrors: z.array(cosignedSchema),
  })
  .meta({ id: 'Witnesses' })
export type Witnesses = z.infer<typeof witnessesSchema>

export const publicLogEndpoints = {
  'GET /log/schema.json': endpoint({
    summary: 'The JSON Schema of an entry of any log here, with every act and event in it',
    tag: 'published log',
    needs: 'anyone',
    answer: z.record(z.string(), z.unknown()),
  }),
  'GET /log/{organization}/checkpoint': endpoint({
    summary: 'Answer the newest signed checkpoint (tlog-checkpoint)',
    tag: 'published log',
    needs: 'anyone',
    params: inOrganization,
    answer: 'text/plain',
    refuses: unpublished,
  }),
  'GET /log/{organization}/log.json': endpoint({
    summary: 'Say by which keys and under what origin the log is signed',
    tag: 'published log',
    needs: 'anyone',
    params: inOrganization,
    answer: aboutSchema,
    refuses: unpublished,
  }),
  'GET /log/{organization}/keys': endpoint({
    summary: 'Answer the notes by which each older key named the one after it',
    tag: 'published log',
    needs: 'anyone',
    params: inOrganization,
    answer: 'text/plain',
    refuses: unpublished,
  }),
  'GET /log/{organization}/state': endpoint({
    summary: 'Answer what the server holds the log to come to, stream by stream, as lines of JSON',
    tag: 'published log',
    needs: 'anyone',
    params: inOrganization,
    answer: 'text/plain',
    refuses: [...unpublished, 'state.unknown'],
  }),
  'GET /log/{organization}/proof/{entry}': endpoint({
    summary: 'Answer the proof of one entry that needs nothing else (tlog-proof)',
    tag: 'published log',
    needs: 'anyone',
    params: inOrganization.extend({ entry: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
    answer: 'text/plain',
    refuses: [...unpublished, 'entry.unknown'],
  }),
  'GET /log/{organization}/text/{cid}': endpoint({
    summary: 'Answer a reason or note that an entry names by CID, with its salt, until it is erased',
    tag: 'published log',
    needs: 'anyone',
    params: inOrganization.extend({ cid: z.string().regex(/^bafkrei[a-z2-7]{52}$/) }),
    answer: z.object({ salt: z.string(), text: z.string() }),
    refuses: ['text.unknown'],
  }),
  'GET /log/{organization}/witnesses': endpoint({
    summary: 'Say who cosigned the log, when, and how far the quorum is behind',
    tag: 'published log',
    needs: 'anyone',
    params: inOrganization,
    answer: witnessesSchema,
    refuses: unpublished,
  }),
}
