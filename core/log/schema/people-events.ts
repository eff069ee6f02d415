// What can happen to people: what they have, whom they trust with their vote, their keys, and that they are erased.
import { z } from 'zod'
import { scopeSchema } from '../../kernel/command.ts'
import { keyText } from '../../signing/base64.ts'
import { digits, person } from './fields.ts'

const word = '[A-Za-z0-9][A-Za-z0-9_.-]{0,62}'

export const standingEvents = {
  'standing.set': z
    .strictObject({
      key: z
        .string()
        .regex(new RegExp(`^(member|(role|asset|score|seat):${word})$`))
        .describe('What is held: member, role:…, asset:…, score:…, seat:… (a seat’s amount is when it ends)'),
      person,
      amount: digits.describe('All of it from then on, as decimal text; 0: nothing'),
    })
    .describe('What somebody has changed: membership, a role, a balance, a score or a seat'),
} as const

const scope = scopeSchema.describe('Where it counts')

export const delegationEvents = {
  'delegation.given': z
    .strictObject({ from: person, to: person, scope })
    .describe('Somebody’s vote goes to somebody else'),
  'delegation.revoked': z.strictObject({ from: person, scope }).describe('A delegation was taken back'),
} as const

export const keyEvents = {
  'key.set': z
    .strictObject({
      person,
      key: keyText.describe('The public key'),
    })
    .describe('Somebody’s ballots are signed by this key from then on'),
  'key.dropped': z.strictObject({ person }).describe('Somebody’s ballots are not signed any more'),
  'key.used': z
    .strictObject({ person, signedMs: z.int().min(0).describe('What the signature says (UTC milliseconds)') })
    .describe('Somebody signed a ballot'),
} as const

const erased = z.strictObject({ person })

export const personEvents = {
  'person.erased': erased.describe('Somebody erased what is known of them'),
  'charter.person_erased': erased.describe('What is known of somebody was erased, by an act of the charter'),
} as const
