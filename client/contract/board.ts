// The board and its units: where control sits, today or as of any day.
import { reportSchema, unitReportSchema } from '@equalizer/measure'
import { z } from 'zod'
import { changeSchema } from './charter.ts'
import { endpoint } from './endpoint.ts'
import { asOf, count, day, idInCharter, inOrganization, moment, position, text } from './words.ts'

const report = unitReportSchema.shape

/** Who decides in a unit, by the rules in force; a unit that is not governed has none of its own. */
const rulesInForceSchema = z.object({
  governed: z.boolean(),
  claimed: position.nullable().describe('What the charter says of a governed unit beside its rules'),
  classes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      stage: z.literal([0, 1, 2, 3, 4]),
      consequence: count,
    }),
  ),
  openDecisions: count,
})

export const boardUnitSchema = z
  .object({
    id: report.id,
    name: report.name,
    declared: report.declared.describe('Of a governed unit: computed from the rules in force'),
    target: report.target,
    measured: report.measured,
    state: report.state,
    coverage: report.coverage,
    binding: z
      .object({ id: z.string(), name: z.string(), K: count.nullable(), parties: count })
      .nullable()
      .describe('The surface with the least score'),
    explanation: report.explanation,
    surfaces: count,
    before: z
      .object({ date: day, score: position.nullable() })
      .nullable()
      .describe('Where it stood about 90 days earlier; null: not known'),
    rules: rulesInForceSchema.nullable().describe('null: the board of an earlier day'),
  })
  .meta({ id: 'BoardUnit' })
export type BoardUnit = z.infer<typeof boardUnitSchema>

/** recorded: as it was measured on that day; reconstructed: measured now, from the evidence dated up to that day. */
export const basisSchema = z.enum(['current', 'recorded', 'reconstructed'])

export const boardSchema = z
  .object({
    organization: reportSchema.shape.organization,
    asOf: day,
    basis: basisSchema,
    measuredAt: moment.nullable().describe('null: nothing was measured yet'),
    charterVersion: count,
    headline: reportSchema.shape.headline,
    weakest: reportSchema.shape.weakest,
    rulebook: z.string(),
    inputHash: z.string().nullable(),
    units: z.array(boardUnitSchema),
    people: z.object({ actors: count, parties: count, bots: count }),
    sources: z.object({ all: count, refused: count, observations: count }),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Board' })
export type Board = z.infer<typeof boardSchema>

export const unitSchema = z
  .object({
    asOf: day,
    basis: basisSchema,
    organization: reportSchema.shape.organization,
    rulebook: reportSchema.shape.rulebook,
    inputHash: z.string(),
    unit: unitReportSchema,
    /** Which evidence feeds each surface, by the charter. */
    feeds: z.array(
      z.object({
        surface: idInCharter,
        source: idInCharter,
        kinds: z.array(z.string()),
        path: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'UnitView' })
export type UnitView = z.infer<typeof unitSchema>

const oneUnit = inOrganization.extend({ unit: idInCharter })

export const boardEndpoints = {
  'GET /api/organizations/{organization}/board': endpoint({
    summary: 'Show every unit: what is declared, what is measured, what matters most',
    tag: 'board',
    needs: 'read',
    params: inOrganization,
    query: z.object({ asOf }),
    answer: boardSchema,
    refuses: ['board.day_in_future', 'board.before_evidence'],
  }),
  'GET /api/organizations/{organization}/days': endpoint({
    summary: 'List the days that can be looked at and each unit’s recorded positions',
    tag: 'board',
    needs: 'read',
    params: inOrganization,
    answer: z.object({
      first: day.nullable().describe('The first day that any evidence is dated'),
      today: day,
      recorded: z
        .array(
          z.object({
            day,
            units: z.array(
              z.object({
                id: z.string(),
                declared: position.nullable(),
                score: position.nullable(),
                high: position.nullable(),
              }),
            ),
          }),
        )
        .describe('Oldest first, at most 400'),
    }),
  }),
  'GET /api/organizations/{organization}/report': endpoint({
    summary: 'The whole report, in the published format equalizer.report/1',
    tag: 'board',
    needs: 'read',
    params: inOrganization,
    query: z.object({ asOf }),
    answer: reportSchema,
    refuses: ['board.day_in_future', 'board.before_evidence', 'board.not_measured'],
  }),
  'GET /api/organizations/{organization}/units/{unit}': endpoint({
    summary: 'Show one unit down to its surfaces, holders, windows and history',
    tag: 'board',
    needs: 'read',
    params: oneUnit,
    query: z.object({ asOf }),
    answer: unitSchema,
    refuses: ['unit.unknown', 'board.not_measured', 'board.day_in_future', 'board.before_evidence'],
  }),
  'PATCH /api/organizations/{organization}/units/{unit}': endpoint({
    summary: 'Say where a unit’s slider stands, where it should stand and when, or what it is called',
    tag: 'board',
    needs: 'manage',
    params: oneUnit,
    body: z.object({
      declared: position.nullable().optional(),
      target: z.object({ position, by: day.nullable() }).nullable().optional(),
      name: text.max(120).optional(),
    }),
    answer: changeSchema,
    refuses: ['unit.unknown', 'unit.governed', 'charter.invalid', 'charter.too_large', 'charter.busy'],
  }),
}
