// A group: who, and with what weight. Membership is read as of one entry of the log, so that it stands still during a vote.
import { z } from 'zod'
import { personId } from '../act/act.ts'
import { limits } from '../limits.ts'

export const groupId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/)
const word = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/)
/** Whole smallest units. */
const amount = z.string().regex(/^\d{1,60}$/)

export const weightSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('person') }),
  z.strictObject({ by: z.literal('token'), asset: word }),
  z.strictObject({ by: z.literal('reputation'), score: word }),
  z.strictObject({ by: z.literal('square-root'), asset: word }).describe('Of the tokens, rounded down'),
])

const common = {
  id: groupId,
  name: z.string().min(1).max(limits.nameChars),
  weight: weightSchema.default({ by: 'person' }),
}

export const groupSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('listed'),
    members: z.array(personId).max(limits.listedMembers),
  }),
  z.strictObject({ ...common, kind: z.literal('role'), role: word }),
  z.strictObject({ ...common, kind: z.literal('balance'), asset: word, atLeast: amount }),
  z.strictObject({ ...common, kind: z.literal('score'), score: word, atLeast: amount }),
  z.strictObject({ ...common, kind: z.literal('everyone') }).describe('Every member'),
  z
    .strictObject({
      ...common,
      kind: z.literal('council'),
      seats: z.int().min(1).max(limits.seats),
      termMs: z.int().min(1).max(limits.longestMs),
      electedBy: groupId,
    })
    .describe('Elected; a seat is empty once its term is over'),
  z
    .strictObject({
      ...common,
      kind: z.literal('jury'),
      size: z.int().min(1).max(limits.seats),
      pool: groupId,
    })
    .describe('Drawn anew for every decision'),
])
export type Group = z.infer<typeof groupSchema>

/**
 * What people have, by which groups tell their members and weights. `member`: everyone; `role:lead`; `asset:GOV`;
 * `score:work`; `seat:council`, the amount of a seat being the time at which its term ends (UTC milliseconds).
 */
export type StandingKey =
  | 'member'
  | `role:${string}`
  | `asset:${string}`
  | `score:${string}`
  | `seat:${string}`
