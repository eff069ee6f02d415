// The one door: acts in the organization's name and taking part in decisions, and what came of them.
import {
  anyJson,
  askedActSchema,
  classesSchema,
  closedPhases,
  commandSchema,
  decisionClassSchema,
  groupSchema,
  limits,
  openPhases,
  personId,
} from '@equalizer/core'
import { z } from 'zod'
import { personSchema } from './door-people.ts'
import {
  actRefusals,
  delegationRefusals,
  logRefusals,
  partRefusals,
  personRefusals,
  sendingRefusals,
  signingRefusals,
} from './door-refusals.ts'
import { endpoint } from './endpoint.ts'
import { signingSchema } from './signing.ts'
import {
  calledSchema,
  count,
  cursor,
  factsSchema,
  idInCharter,
  inOrganization,
  moment,
  pageSize,
} from './words.ts'

const decisionId = z.string().regex(/^D-[1-9]\d{0,11}$/)
const stage = z.literal([0, 1, 2, 3, 4]).describe('0 team, 1 consulted, 2 shared, 3 community, 4 autonomous')
const phase = z.enum([...openPhases, ...closedPhases])
const span = count.describe('Milliseconds')
const json = z.record(z.string(), anyJson)

const amount = z.object({ ballots: count, weight: z.string() })
const resultSchema = z.object({
  passed: z.boolean(),
  reason: z.string().describe('passed, no_quorum, below_threshold, tie, no_ballots, rejected'),
  winner: count.nullable(),
  ranking: z.array(z.array(count)),
  scores: z.array(z.string()).describe('Exact: n or n/d, per option'),
  counted: amount,
  abstained: amount,
  invalid: amount,
  taking: z.string().describe('Weight that took part, delegated weight included'),
  eligible: z.object({ members: count, weight: z.string() }),
})
const erased = z.boolean().describe('Whether it was erased with whoever wrote it')
const saidSchema = z.object({
  person: personSchema,
  reason: z.string().nullable().describe('null: erased'),
  reasonErased: erased,
  at: moment,
})

export const decisionLineSchema = z
  .object({
    id: decisionId,
    unit: idInCharter,
    unitName: z.string(),
    class: z.string(),
    className: z.string(),
    type: z.string(),
    title: z.string().describe('The act in a few words, made of its payload: Pay 4,000.00 EUR to Hetzner'),
    asked: json.describe(
      'What a sentence about the act can be made of: its fields, long ones cut, lists by length',
    ),
    called: calledSchema,
    names: z.record(personId, z.string().nullable()).describe('Of the people in the act'),
    stage,
    phase,
    isMove: z.boolean(),
    by: personSchema,
    opened: moment,
    due: moment.nullable(),
    closed: moment.nullable(),
    mayYou: z
      .array(z.enum(['ballot', 'approve', 'decline', 'object', 'answer', 'veto', 'pause', 'cancel', 'retry']))
      .describe('What the caller can do now'),
    waits: z
      .boolean()
      .describe('For the caller: a ballot not cast yet, an approval or an answer that is theirs'),
  })
  .meta({ id: 'DecisionLine' })
export type DecisionLine = z.infer<typeof decisionLineSchema>

const stepSchema = z.object({
  phase,
  group: z.string().nullable(),
  groupName: z.string().nullable(),
  ms: span,
})

export const decisionSchema = decisionLineSchema
  .extend({
    payload: json,
    note: z.string().nullable().describe('null: none, or erased'),
    noteErased: erased,
    options: z.array(z.string()),
    names: z
      .record(personId, z.string().nullable())
      .describe('Of the people in options and payload, as far as they are known'),
    method: z.string().nullable().describe('Of the vote; null: it is decided without one'),
    steps: z.array(stepSchema).describe('As the rule has them, in order'),
    vote: z
      .object({
        group: z.string(),
        groupName: z.string(),
        opens: moment,
        closes: moment,
        extensions: count,
        eligible: z.object({ members: count, weight: z.string() }),
        ballots: count,
        quorum: z.string(),
        threshold: z.string(),
        yours: z.object({ choice: anyJson, weight: z.string() }).nullable(),
        yourWeight: z.string().nullable().describe('null: not eligible'),
        soFar: resultSchema.nullable().describe('What it would come to if it closed now'),
      })
      .nullable(),
    signing: signingSchema.nullable().describe('What a signed ballot is about; null: no vote is open'),
    advice: resultSchema.nullable(),
    answer: saidSchema.nullable(),
    approvals: z.array(z.object({ person: personSchema, at: moment })),
    declines: z.array(saidSchema),
    objections: z.array(saidSchema),
    result: resultSchema.nullable(),
    vetoes: z.array(saidSchema),
    pauses: z.array(saidSchema),
    ratification: resultSchema.nullable(),
    refusal: z.object({ code: z.string(), reason: z.string() }).nullable(),
    closing: saidSchema.nullable(),
    timeline: z
      .array(
        z.object({
          seq: count,
          at: moment,
          by: personSchema.nullable(),
          event: z.string().describe('decision.opened, decision.ballot_cast …'),
          data: json.describe(
            'A reason or note in it that was erased is null, with reasonErased or noteErased',
          ),
        }),
      )
      .describe('At most 500, ballots left out; the log has all'),
    rule: json.describe('The rule as it stood at the opening'),
    before: json
      .nullable()
      .describe(
        'Of a move: {classes}, {gates} or {group} as they stood before it; null: no move, or unknown',
      ),
  })
  .meta({ id: 'Decision' })
export type Decision = z.infer<typeof decisionSchema>

const answeredSchema = z
  .object({
    outcome: z.enum(['executed', 'opened', 'taken', 'noted']),
    entry: count.describe('Its place in the log'),
    at: moment,
    decision: decisionId.nullable(),
    phase: phase.nullable(),
    due: moment.nullable(),
    /** `executed`, or `decision D-17 opened: community votes until …`. */
    sentence: z.string(),
    text: z.string().describe('The entry itself, canonical JSON: byte by byte what is published'),
    proof: z
      .string()
      .nullable()
      .describe('A tlog-proof of the entry, where it was asked for; null: no checkpoint holds it yet'),
  })
  .meta({ id: 'Answered' })
export type DoorAnswer = z.infer<typeof answeredSchema>

const foreseenSchema = z.object({
  class: z.string(),
  className: z.string(),
  stage,
  outcome: z.enum(['executed', 'opened']),
  steps: z.array(stepSchema),
  isMove: z.boolean(),
  direction: z.enum(['forward', 'back', 'sideways', 'mixed']).nullable().describe('Of a move'),
})
export type Foreseen = z.infer<typeof foreseenSchema>

const actTypeSchema = z
  .object({
    type: z.string(),
    capability: z.string(),
    summary: z.string(),
    where: z.enum(['unit', 'organization', 'anywhere']),
    consequence: count,
    /** JSON Schema 2020-12 of the payload: a form is made of it. */
    schema: json,
  })
  .meta({ id: 'ActType' })
export type ActTypeView = z.infer<typeof actTypeSchema>

const gateSchema = z.object({ stage, measure: z.literal('position'), atLeast: z.number().min(0).max(100) })

export const unitRulesSchema = z
  .object({
    unit: idInCharter,
    name: z.string(),
    governed: z
      .boolean()
      .describe('False: no rules of its own here; the organization’s last class takes its acts'),
    version: count.describe('Of its rules; a move names the one it was made against'),
    position: z
      .number()
      .min(0)
      .max(100)
      .nullable()
      .describe('The slider, computed from the classes; null: not governed'),
    claimed: z.number().min(0).max(100).nullable().describe('What the charter says of it'),
    classes: z
      .array(decisionClassSchema)
      .describe('In the order in which they are tried; none: not governed'),
    stages: z.array(z.object({ class: z.string(), stage, because: z.array(z.string()) })),
    gates: z.array(gateSchema),
  })
  .meta({ id: 'UnitRules' })
export type UnitRules = z.infer<typeof unitRulesSchema>

const previewSchema = z
  .object({
    unit: idInCharter,
    version: count.describe('Of the rules that this was compared with'),
    was: z.number().min(0).max(100).nullable().describe('Where the slider stands; null: not governed'),
    position: z.number().min(0).max(100).describe('Where it would stand'),
    stages: z.array(z.object({ class: z.string(), stage, because: z.array(z.string()) })),
    /** null: it cannot be sent, and `refusal` says why. */
    foreseen: foreseenSchema.nullable(),
    gates: z
      .array(
        gateSchema.extend({
          measured: z.number().nullable(),
          proven: z.boolean(),
          met: z.boolean(),
        }),
      )
      .describe('Those that stand on the way'),
    refusal: z.object({ code: z.string(), reason: z.string(), facts: factsSchema }).nullable(),
  })
  .meta({ id: 'RulesPreview' })
export type RulesPreview = z.infer<typeof previewSchema>

const inDecision = inOrganization.extend({ decision: decisionId })
const sentRefuses = [
  ...actRefusals,
  ...partRefusals,
  ...delegationRefusals,
  ...signingRefusals,
  ...personRefusals,
  ...sendingRefusals,
  ...logRefusals,
] as const

export const doorEndpoints = {
  'POST /api/organizations/{organization}/door': endpoint({
    summary: 'Send an act, or take part in a decision: the one door',
    tag: 'door',
    needs: 'act',
    params: inOrganization,
    query: z.object({
      proof: z
        .enum(['true', 'false'])
        .default('false')
        .describe('Wait, at most ten seconds, for a checkpoint that holds the entry, and answer its proof'),
    }),
    body: z.strictObject({
      command: commandSchema,
      key: z
        .string()
        .regex(/^[A-Za-z0-9_-]{8,64}$/)
        .optional()
        .describe(
          'Chosen by the caller; sent again with it, the same command is not done twice and answers the same',
        ),
    }),
    answer: answeredSchema,
    refuses: sentRefuses,
  }),
  'POST /api/organizations/{organization}/door/foresee': endpoint({
    summary: 'Say how an act would be decided, and do nothing',
    tag: 'door',
    needs: 'act',
    params: inOrganization,
    body: z.strictObject({ act: askedActSchema }),
    answer: foreseenSchema,
    refuses: [...actRefusals, 'act.unknown_unit'],
  }),
  'GET /api/organizations/{organization}/act-types': endpoint({
    summary: 'List what can be done in the organization’s name, with the schema of each',
    tag: 'door',
    needs: 'read',
    params: inOrganization,
    answer: z.object({ types: z.array(actTypeSchema) }),
  }),
  'GET /api/organizations/{organization}/rules': endpoint({
    summary: 'Show who decides what: groups, and each unit’s classes with their stages',
    tag: 'rules',
    needs: 'read',
    params: inOrganization,
    answer: z.object({
      units: z.array(unitRulesSchema).describe('The charter’s units; the organization itself comes first'),
      groups: z.array(
        z.object({ group: groupSchema, members: count, weight: z.string(), usedBy: z.array(z.string()) }),
      ),
      presets: z
        .array(z.object({ stage, rule: json }))
        .describe('A rule of each stage with team, community and council, to start from'),
    }),
  }),
  'POST /api/organizations/{organization}/rules/preview': endpoint({
    summary:
      'Say where a unit’s slider would stand with other rules and who would decide that, and do nothing',
    tag: 'rules',
    needs: 'read',
    params: inOrganization,
    body: z.strictObject({
      unit: idInCharter,
      classes: classesSchema,
      override: z.string().trim().min(1).max(limits.noteChars).optional(),
    }),
    answer: previewSchema,
    refuses: ['act.unknown_unit', 'group.unknown'],
  }),
  'GET /api/organizations/{organization}/decisions': endpoint({
    summary: 'List decisions, newest first',
    tag: 'decisions',
    needs: 'read',
    params: inOrganization,
    query: z.object({
      state: z.enum(['open', 'past', 'all']).default('all'),
      unit: idInCharter.optional(),
      cursor,
      limit: pageSize,
    }),
    answer: z.object({
      decisions: z.array(decisionLineSchema),
      next: z.string().nullable(),
      open: count,
      past: count,
    }),
    refuses: ['cursor.invalid'],
  }),
  'GET /api/organizations/{organization}/decisions/{decision}': endpoint({
    summary: 'Show one decision: its steps, ballots counted, tally and timeline',
    tag: 'decisions',
    needs: 'read',
    params: inDecision,
    answer: decisionSchema,
    refuses: ['decision.unknown'],
  }),
  'GET /api/organizations/{organization}/decisions/{decision}/ballots': endpoint({
    summary: 'List the ballots of a decision',
    tag: 'decisions',
    needs: 'read',
    params: inDecision,
    query: z.object({ phase: z.enum(['advice', 'vote', 'ratify']).default('vote'), cursor, limit: pageSize }),
    answer: z.object({
      ballots: z.array(
        z.object({
          person: personSchema,
          choice: anyJson,
          weight: z.string().describe('Own, as of the opening'),
          at: moment,
          entry: count,
        }),
      ),
      next: z.string().nullable(),
    }),
    refuses: ['decision.unknown', 'cursor.invalid'],
  }),
}
