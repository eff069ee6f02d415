// What an explanation or the headline says, apart from any language: a code and its facts, all raw and unformatted.
import { z } from 'zod'
import { windowSchema } from './window.ts'

const share = z.number().min(0).max(1)
const position = z.number().min(0).max(100)
const count = z.number().int().min(0)
const name = z.string()
const names = z.array(z.string())
/** What is counted, in the singular, as the surface's `asset` says it: commit, vote, vp, USD. */
const asset = z.string()

function said<const Code extends string, Facts extends z.ZodRawShape>(code: Code, facts: Facts) {
  return z.object({ code: z.literal(code), facts: z.object(facts) })
}

const onSurface = { surface: name, asset, window: windowSchema }
/** What the unit is held at, and by which surface, where the raise is more than the unit gains; else null. */
const held = { heldAt: position.nullable(), heldBy: name.nullable() }
const raised = { from: position, to: position, ...held }

export const saidSchema = z
  .discriminatedUnion('code', [
    said('surface.decided', { ...onSurface, names, share }),
    said('surface.decided_with_unknown', { ...onSurface, names, share }),
    said('surface.decided_by_many', { ...onSurface, names, parties: count }),
    said('surface.decided_by_unknown', { ...onSurface, share }),
    said('surface.override', { surface: name, names }),
    said('surface.signed', { surface: name, required: count, of: count, parties: count, names }),
    said('surface.blocked', { parties: count }),
    said('surface.uneven', { parties: z.number() }),
    said('unit.no_evidence_for', { surfaces: names }),
    said('unit.weight_unknown', { share }),
    said('unit.nothing_known', { surfaces: names }),

    said('raise.spread', { people: count, share, asset, ...raised }),
    said('raise.signers', { required: count, of: count, ...raised }),
    said('raise.evidence', { share, ...raised }),
    said('raise.override', { to: position }),
    said('raise.override_held', { by: name }),
    said('raise.override_unknown', {}),

    said('headline.nothing_measured', {}),
    said('headline.in_step', { units: count, of: count }),
    said('headline.name_only', { unit: name, declared: position }),
    said('headline.promised', { unit: name, declared: position, measured: position }),
    said('headline.stands', { unit: name, at: position }),
    said('headline.stands_at_most', { unit: name, at: position }),
    said('headline.between', { unit: name, low: position, high: position }),
    said('headline.no_evidence', {}),
    said('headline.no_unit', {}),
    said('because.nobody_known', {}),
    said('because.override', { names }),
    said('because.weight_unknown', {}),
    said('because.one', { name: name.nullable() }),
    said('because.parties', { parties: count }),
    said('units.unseen', { units: count }),
    said('units.unproven', { units: count }),
  ])
  .meta({ id: 'said', description: 'One clause, apart from any language' })

const verdicts = [
  'no_evidence',
  'promise_ahead',
  'unproven',
  'facts_ahead',
  'in_step',
  'one_decides',
  'few_decide',
  'widely_held',
] as const
export type Verdict = (typeof verdicts)[number]

export const explanationSaidSchema = z.object({
  verdict: z.enum(verdicts),
  sentence: z.array(saidSchema),
  raise: saidSchema.nullable(),
})

export const headlineSaidSchema = z.object({
  lead: saidSchema.nullable(),
  alarm: saidSchema.nullable(),
  rest: z.array(saidSchema),
})

export type Said = z.infer<typeof saidSchema>
/** The facts behind one code. */
export type SaidFacts<Code extends Said['code']> = Extract<Said, { code: Code }>['facts']
