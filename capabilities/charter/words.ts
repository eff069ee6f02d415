// The fields that acts of the charter share: people, roles, balances and what a change of the charter is about.
import { type ChangeKind, cidText, limits, personId } from '@equalizer/core'
import { z } from 'zod'

const word = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, 'a name of letters, digits, _ . and -')

export const person = personId.describe('Id of a person')
export const role = word.describe('A role: steward, reviewer')
export const group = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'an id is lower case letters, digits, - and _')
  .describe('The id of a group')

export const standingKey = z
  .templateLiteral([z.enum(['asset', 'score']), ':', word])
  .describe('What is held: asset:GOV for a balance, score:work for a score')
/** Whole and not negative, in one spelling; 0 takes it away. */
export const held = z
  .string()
  .regex(/^(0|[1-9]\d{0,59})$/, 'an amount is a whole number of smallest units')
  .describe('All of it from now on, in smallest units; 0 takes it away')

/** In a title. */
export const editWords: Readonly<Record<ChangeKind, string>> = {
  created: 'its first version',
  'unit.declared': 'where a unit is said to stand',
  'unit.target': 'where a unit should be',
  'unit.renamed': 'the name of a unit',
  'people.merged': 'handles that are one person',
  'people.split': 'handles that are different people',
  'people.bot': 'who is a bot',
  'people.edited': 'what is said of people',
  'source.added': 'a new source of evidence',
  'source.removed': 'a source of evidence taken away',
  'source.edited': 'a source of evidence',
  'charter.written': 'a new version of it',
  'organization.renamed': "the organization's name",
  undone: 'an earlier change taken back',
}

const text = z.string().max(limits.lineChars)
export const facts = z
  .record(
    z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/),
    z.union([text, z.number(), z.boolean(), z.null(), z.array(text).max(100)]),
  )
  .describe('What a sentence about it needs: unit, from, to; nothing about people')
export type Facts = z.infer<typeof facts>

export const document = cidText.describe('A whole charter kept beside the log, by its CID')
export const version = z.int().min(0).max(1_000_000_000)
