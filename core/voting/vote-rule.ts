// The rule of a vote: method, quorum, threshold, and when it closes; JSON as it stands in a rule, and what that means in numbers.
import { z } from 'zod'
import { leftOut } from '../left-out.ts'
import { limits } from '../limits.ts'
import { methods, type Rational } from './method.ts'

const fraction = z
  .string()
  .regex(/^(0|[1-9]\d{0,5})\/[1-9]\d{0,5}$/, 'a share is a fraction, such as 2/3')
  .refine(text => compare(text) <= 0, 'more than all can never be reached')

const span = z.int().min(1).max(limits.longestMs)

export const voteRuleSchema = z
  .strictObject({
    method: z.enum(methods),
    quorum: fraction.describe('At least this share of the eligible weight takes part; 0/1: no quorum'),
    abstentionsCount: z.boolean().describe('Whether who abstains takes part, as far as the quorum goes'),
    threshold: fraction.describe('What the winner needs: more than 1/2, at least 2/3'),
    reach: z.enum(['more-than', 'at-least']),
    thresholdOf: z
      .enum(['counted', 'present', 'eligible'])
      .default('counted')
      .describe('Of what weighs in; with the abstentions; of all who may vote'),
    scoreMax: leftOut(z.int().min(1).max(limits.ballotPoints).describe('For score: the most points')),
    earlyClose: z
      .boolean()
      .describe('Close as soon as the outcome cannot change; a ballot is then final when it is cast'),
    extension: z
      .strictObject({ lastMs: span, byMs: span, atMost: z.int().min(1).max(limits.voteExtensions) })
      .nullable()
      .describe('Where the quorum came only in the last `lastMs`, the close moves by `byMs`'),
  })
  .refine(
    ({ threshold, reach }) => reach === 'at-least' || compare(threshold) < 0,
    'more than all can never be reached',
  )
  .refine(
    ({ method, thresholdOf }) => thresholdOf === 'counted' || weighsOptions.has(method),
    'quadratic votes and duels can only be counted against each other: thresholdOf is counted',
  )

export type VoteRule = Readonly<z.infer<typeof voteRuleSchema>>

/** Methods whose scores are weight, so that they can be held against the weight of all who may vote. */
const weighsOptions: ReadonlySet<string> = new Set([
  'single-choice',
  'approval',
  'weighted',
  'score',
  'instant-runoff',
])

/** The number that a fraction of a rule stands for. */
export function shareOf(text: string): Rational {
  const [numerator = '', denominator = ''] = text.split('/')
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

/** Below 0: less than one; 0: exactly one. */
function compare(text: string): number {
  const [numerator = 0, denominator = 1] = text.split('/').map(Number)
  return numerator - denominator
}

/** Where votes close early, a ballot cannot be changed: else everything could change until the close. */
export function ballotsAreFinal(rule: Pick<VoteRule, 'earlyClose'>): boolean {
  return rule.earlyClose
}
