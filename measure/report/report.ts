// The report: everything a reading found, in the shape that `--json` publishes and every page draws.
import { z } from 'zod'
import { explanationSaidSchema, headlineSaidSchema } from './said.ts'
import { windowSchema } from './window.ts'

const unitInterval = z.number().min(0).max(1)
const position = z.number().min(0).max(100)
const count = z.number().int().min(0)
const decimal = z.string().regex(/^\d+(\.\d+)?$/)

const measuredSchema = z
  .object({
    score: position.nullable().describe('The pessimistic end of the interval; null: unknown, which is not 0'),
    low: position.nullable(),
    high: position.nullable(),
  })
  .describe(
    '0 one party alone … 100 ten or more parties needed. All null: unknown. Only high known: a necessary surface has no evidence yet, so that the position is at most this',
  )

const quotaSchema = z
  .discriminatedUnion('rule', [
    z.object({
      rule: z.literal('share'),
      numerator: count,
      denominator: count,
      strict: z.literal(true).describe('More than this share decides'),
    }),
    z
      .object({ rule: z.literal('threshold'), required: count, of: count })
      .describe('The weakest key or wallet'),
    z.object({ rule: z.literal('override') }).describe('Any holder decides alone'),
  ])
  .describe('What it takes to decide')

const powersSchema = z.object({
  K: count.nullable().describe('Fewest parties that can decide, unknown ones taken as one party'),
  K_b: count.nullable().describe('Fewest that can block; null where blocking does not freeze the unit'),
  N2: z.number().min(0).nullable().describe('Effective number of parties, 10,000 / HHI'),
  parties: count.describe('Known parties with any weight'),
  coverage: unitInterval.nullable().describe('Share of the weight whose party is known'),
  ...measuredSchema.shape,
})

const holderSchema = z.object({
  id: z.string(),
  name: z.string(),
  weight: decimal,
  share: unitInterval.describe('Of all weight, unknown included'),
  decides: z.boolean().describe('One of the K'),
})

const pointSchema = z.object({
  date: z.iso.date(),
  score: position.nullable(),
  low: position.nullable(),
  high: position.nullable(),
})

export const metricsSchema = z
  .object({
    hhi: z.number().nullable(),
    gini: z.number().nullable(),
    theil: z.number().nullable(),
    shannonBits: z.number().nullable(),
    minEntropyBits: z.number().nullable(),
    evenness: z.number().nullable(),
    maxShare: z.number().nullable(),
    top10Share: z.number().nullable(),
    nakamotoThird: z.number().nullable(),
    votingBlocEntropyBits: z.number().nullable().describe('Only for votes'),
    participation: z.number().nullable().describe('Only where the eligible weight is known'),
  })
  .describe('Shown, and not part of the score: adding dust changes them')

const surfaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  necessary: z.boolean(),
  quota: quotaSchema,
  window: windowSchema.nullable().describe('The window that is scored; null: no evidence'),
  ...powersSchema.shape,
  total: decimal.describe('All weight in the window'),
  asset: z.string(),
  unknown: z.object({ share: unitInterval, count }),
  observations: count.describe('In the scored window'),
  lastDate: z.iso.date().nullable(),
  holders: z.array(holderSchema).describe('Largest first, at most 100'),
  lorenz: z
    .array(z.tuple([unitInterval, unitInterval]))
    .describe('Share of parties, share of weight; smallest first'),
  metrics: metricsSchema,
  windows: z.partialRecord(windowSchema, powersSchema).describe('Every window that has evidence'),
  history: z
    .array(pointSchema)
    .describe('Oldest first, one point a month, each with the window that is scored'),
})

const changeSchema = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('spread'), people: count, share: unitInterval })
    .describe('New people take this share'),
  z.object({ kind: z.literal('signers'), required: count, of: count }).describe('A higher threshold'),
  z.object({ kind: z.literal('override') }).describe('The sole override goes, or needs two parties'),
  z.object({ kind: z.literal('evidence'), share: unitInterval }).describe('The unknown share becomes known'),
])

const explanationSchema = z.object({
  verdict: z.string().describe('Two or three words: "Promise ahead of facts"'),
  sentence: z.string(),
  actors: z.array(z.string()).describe('Names of those who make the binding number up'),
  raise: z
    .object({
      surface: z.string(),
      change: changeSchema,
      from: position.nullable(),
      to: position,
      unitTo: position.nullable().describe('The unit then: the least of its surfaces'),
      sentence: z.string(),
    })
    .nullable()
    .describe(
      'The smallest change that raises the unit most; null: nothing is known, or nothing is left to raise',
    ),
  said: explanationSaidSchema.optional().describe('The same apart from any language'),
})

export const unitReportSchema = z.object({
  id: z.string(),
  name: z.string(),
  declared: position.nullable().describe("The slider, from the charter; null: it doesn't say"),
  target: z.object({ position, by: z.iso.date().nullable() }).nullable(),
  measured: measuredSchema,
  state: z
    .enum(['proven', 'unproven', 'unknown'])
    .describe(
      'unproven: coverage of the unit or of its binding surface under the rulebook’s minimum; unknown: no evidence at all',
    ),
  coverage: unitInterval,
  binding: z.string().nullable().describe('The surface with the least score'),
  surfaces: z.array(surfaceSchema),
  explanation: explanationSchema,
  history: z.array(pointSchema),
})

const mergeSchema = z.object({
  party: z.object({ id: z.string(), name: z.string() }),
  members: z.array(z.object({ actor: z.string(), name: z.string().nullable() })),
  reasons: z.array(z.object({ rule: z.string(), detail: z.string() })),
})

const sourceSchema = z.object({
  id: z.string(),
  kind: z.string(),
  path: z.string(),
  bytes: count.nullable(),
  since: z.iso.date().optional().describe('From this day on its facts without a date count; left out: asOf'),
  rowsRead: count,
  rowsUsed: count,
  rowsRefused: count,
  passedOver: z.record(z.string(), count),
  observations: count.describe('New ones; a fact that another source gave already is counted there'),
  duplicates: count,
  unrouted: count.describe('Observations that no surface asks for'),
  refusedByCode: z.record(z.string(), count),
  refusals: z.array(
    z.object({
      file: z.string(),
      line: count.nullable(),
      column: z.union([z.string(), count]).nullable(),
      code: z.string(),
      reason: z.string(),
    }),
  ),
  refused: z
    .object({ code: z.string(), reason: z.string() })
    .nullable()
    .describe('The whole source was refused'),
  notes: z.array(z.string()),
})

export const reportSchema = z
  .object({
    format: z.literal('equalizer.report/1'),
    rulebook: z.object({
      version: z.string(),
      G: z.number().describe('Parties that count as full decentralization'),
      minimumCoverage: unitInterval,
      minimumObservations: count.describe('A dated window with fewer gives way to the next longer one'),
      windowsDays: z.array(count),
    }),
    inputHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 over what was counted, the charter and asOf'),
    asOf: z.iso.date().describe('UTC; evidence after this day is left out'),
    organization: z.object({
      id: z.string(),
      name: z.string(),
      simulated: z.boolean(),
      charter: z.enum(['given', 'inferred']),
    }),
    headline: z
      .object({
        lead: z.string(),
        alarm: z.string(),
        rest: z.string(),
        said: headlineSaidSchema.optional().describe('The same apart from any language'),
      })
      .describe('One sentence that says what matters; alarm may be empty'),
    weakest: z.string().nullable().describe('Id of the unit with the least score'),
    units: z.array(unitReportSchema),
    identities: z.object({
      actors: count,
      parties: count,
      merges: z.array(mergeSchema),
      bots: z.array(
        z.object({ actor: z.string(), name: z.string().nullable(), rule: z.string(), observations: count }),
      ),
      suggestions: z
        .array(z.object({ actors: z.array(z.string()), reason: z.string() }))
        .describe('Not merged'),
    }),
    sources: z.array(sourceSchema),
    notes: z.array(z.string()).describe('What was inferred or assumed, one sentence each'),
  })
  .describe('Where control sits: one reading of one organization')

export type Report = z.infer<typeof reportSchema>
export type UnitReport = z.infer<typeof unitReportSchema>
export type SurfaceReport = z.infer<typeof surfaceSchema>
export type HolderReport = z.infer<typeof holderSchema>
export type Powers = z.infer<typeof powersSchema>
export type Measured = z.infer<typeof measuredSchema>
export type HistoryPoint = z.infer<typeof pointSchema>
export type Explanation = z.infer<typeof explanationSchema>
export type Change = z.infer<typeof changeSchema>
export type Quota = z.infer<typeof quotaSchema>
export type { WindowName } from './window.ts'
export type Metrics = z.infer<typeof metricsSchema>
export type Merge = z.infer<typeof mergeSchema>
export type SourceReport = z.infer<typeof sourceSchema>
