// The charter: what an organization says of itself (units, surfaces, people, sources); the schema is the one truth.
import { z } from 'zod'
import { leftOut } from '../left-out.ts'
import { limits } from '../limits.ts'
import { decidingSchema } from './deciding.ts'

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'an id is lower case letters, digits, - and _, at most 63')
  .describe('Lower case letters, digits, - and _')
const text = z.string().min(1).max(limits.textChars)
const position = z.number().min(0).max(100)
const actor = z
  .string()
  .max(limits.textChars)
  .regex(
    /^[a-z][a-z0-9_-]*:.+$/s,
    'an identity is scheme:handle, such as email:ada@example.org or github:ada',
  )
  .describe('scheme:handle, such as email:ada@example.org, github:ada, eth:0x1f98…, name:Ada Lovelace')
const date = z.iso.date()

const personSchema = z.strictObject({
  id,
  name: text,
  identities: z.array(actor).max(1_000).default([]).describe('Every handle of this person, in any source'),
  employer: text.optional().describe('Who employs them; people of one employer count as one party'),
  payer: text.optional().describe('Who pays them'),
  funder: text.optional().describe('Who funds them'),
})

const groupSchema = z.strictObject({
  id,
  name: text,
  members: z.array(id).max(limits.people).describe('Ids of people'),
})

const evidenceSchema = z.strictObject({
  source: id.describe('The id of a source below'),
  kinds: z
    .array(z.string().max(64))
    .min(1)
    .max(32)
    .describe('Kinds of observation: commit.merged, vote.cast …'),
  path: z
    .string()
    .max(limits.textChars)
    .optional()
    .describe('Only commits that touch this glob: contracts/**'),
  about: z
    .string()
    .max(limits.textChars)
    .optional()
    .describe('Only this proposal, wallet or topic; * matches any'),
  weigh: z
    .enum(['amount', 'count', 'lines'])
    .optional()
    .describe('By the amount in the source (default), by the number of acts, or by changed lines'),
})

const surfaceSchema = z.strictObject({
  id,
  name: text,
  necessary: z.boolean().default(true).describe("The unit's score is the least of its necessary surfaces"),
  decides: z
    .union([
      z.literal('share').describe('More than half of the exercised weight decides'),
      z
        .strictObject({
          share: z.string().regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/, 'a share is a fraction, such as 2/3'),
        })
        .describe('More than this share decides'),
      z.literal('threshold').describe('Each key or wallet says how many of its holders must act together'),
      z.literal('override').describe('Whoever holds this can act alone against everybody'),
    ])
    .default('share'),
  blocks: z
    .boolean()
    .default(false)
    .describe('Whether refusing to act freezes the unit, so that blockers count too'),
  evidence: z.array(evidenceSchema).max(limits.linesPerSurface).default([]),
})

const unitSchema = z.strictObject({
  id,
  name: text,
  declared: position
    .nullable()
    .default(null)
    .describe('The slider: 0 the team decides … 100 nobody can override'),
  target: z
    .strictObject({ position, by: date.optional() })
    .optional()
    .describe('Where the slider should be, and when'),
  surfaces: z.array(surfaceSchema).max(limits.surfacesPerUnit).default([]),
})

/** How the columns of any CSV or JSONL (or a JSON document) become observations. */
export const mappingSchema = z.strictObject({
  format: z.enum(['csv', 'jsonl', 'json']).optional().describe('Guessed from the file name when left out'),
  records: z.string().max(256).optional().describe('For json: where the records are, such as $.data.votes.*'),
  delimiter: z.string().length(1).optional(),
  header: z.boolean().optional().describe('Whether the first row names the columns (default true)'),
  kind: z.string().max(64).describe('The kind of observation each row becomes'),
  actor: z
    .strictObject({ column: text, scheme: z.string().regex(/^[a-z][a-z0-9_-]*$/), name: text.optional() })
    .optional(),
  weight: z
    .strictObject({
      column: text,
      decimals: z.number().int().min(0).max(36).optional().describe('Decimal places kept (default 18)'),
      raw: z.boolean().optional().describe('The column holds whole smallest units (wei)'),
    })
    .optional()
    .describe('Left out: every row weighs 1'),
  asset: text.optional(),
  time: z
    .strictObject({ column: text, format: z.enum(['iso', 'seconds', 'milliseconds']).optional() })
    .optional(),
  about: text.optional().describe('Column'),
  choice: text.optional().describe('Column'),
  id: text.optional().describe('Column that identifies the row; left out: the row itself does'),
  attributes: z.record(z.string(), text).optional().describe('Name to column'),
  json: z
    .array(text)
    .max(20)
    .optional()
    .describe('Columns whose cells hold JSON; what is inside is called column.property'),
  where: z
    .record(z.string(), z.array(z.string()).max(100))
    .optional()
    .describe('Only rows with one of these values'),
})

export const sourceKinds = [
  'git',
  'git-log',
  'github',
  'snapshot',
  'governor',
  'holders',
  'payments',
  'operators',
  'table',
  'log',
] as const

const sourceSchema = z.strictObject({
  id,
  kind: z.enum(sourceKinds),
  path: z.string().min(1).max(4_096).describe('Relative to the charter; must stay inside its folder'),
  charset: z.string().max(64).optional().describe('When it is not UTF-8: gb18030, windows-1252 …'),
  timezone: z.string().max(64).optional().describe('IANA zone for times without an offset (default UTC)'),
  asset: text.optional().describe('What the amounts are: USD, COMP'),
  decimals: z
    .number()
    .int()
    .min(0)
    .max(36)
    .optional()
    .describe('Decimal places of whole smallest units (wei: 18)'),
  supply: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .optional()
    .describe('All that exists, so that what is not listed is unknown'),
  revision: z
    .string()
    .max(256)
    .optional()
    .describe('For git: the branch, tag or commit to start from (default HEAD)'),
  since: date
    .optional()
    .describe('From this day on its facts without a date count (default: the day it was read)'),
  mapping: mappingSchema.optional().describe('For a table'),
})

export const charterSchema = z
  .strictObject({
    equalizer: z.literal(1).describe('Version of this format'),
    organization: z.strictObject({
      id,
      name: text,
      simulated: z.boolean().default(false).describe('Made up; every page then says so'),
    }),
    people: z.array(personSchema).max(limits.people).default([]),
    bots: z
      .array(z.string().max(limits.textChars))
      .max(10_000)
      .default([])
      .describe('Identities to drop; * is a wildcard'),
    merging: z
      .strictObject({
        mailmap: z.boolean().default(true),
        noreply: z.boolean().default(true).describe('A GitHub no-reply address is the login it names'),
        name: z.boolean().default(true).describe('Equal full names of two words or more, in any source'),
        employer: z.boolean().default(true),
        payer: z.boolean().default(true),
        funder: z.boolean().default(true),
        apart: z.array(z.array(actor).min(2).max(100)).max(10_000).default([]).describe('Never merge these'),
      })
      .prefault({}),
    groups: z.array(groupSchema).max(1_000).default([]),
    units: z.array(unitSchema).max(limits.units).default([]),
    sources: z.array(sourceSchema).max(limits.sources).default([]),
    deciding: leftOut(decidingSchema),
  })
  .describe('equalizer.yaml: what an organization says of itself')

export type Charter = z.infer<typeof charterSchema>
export type CharterInput = z.input<typeof charterSchema>
export type Unit = z.infer<typeof unitSchema>
export type Surface = z.infer<typeof surfaceSchema>
export type SurfaceEvidence = z.infer<typeof evidenceSchema>
export type Source = z.infer<typeof sourceSchema>
export type Mapping = z.infer<typeof mappingSchema>
export type Person = z.infer<typeof personSchema>
