// The fields that acts of curation share: the item, where it is, and why.
import { cidText, limits } from '@equalizer/core'
import { z } from 'zod'

export const item = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'an id is lower case letters, digits, - and _')
  .describe('The id of an item of this unit')
export const title = z.string().trim().min(1).max(limits.lineChars).describe('What it is called')
export const link = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cid'), cid: cidText.describe('The content itself, by its CID') }),
    z.strictObject({
      kind: z.literal('url'),
      url: z.httpUrl().max(limits.textChars).describe('A public address; what stands there can change'),
    }),
  ])
  .describe('Where the content is')
export type Link = z.infer<typeof link>

export const reason = z
  .string()
  .trim()
  .min(1)
  .max(limits.noteChars)
  .describe('Why; stays in the log for ever, so no names of members')

/** How long a removal can be appealed against: 30 days, counted to when the appeal is sent. */
export const appealMs = 30 * 86_400_000
