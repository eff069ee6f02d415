// People at the door: who is known and who is a member, adding them, their links, and to whom they delegated.
import { limits, personId } from '@equalizer/core'
import { z } from 'zod'
import { personRefusals } from './door-refusals.ts'
import { endpoint } from './endpoint.ts'
import { count, cursor, inOrganization, moment, pageSize } from './words.ts'

/** A person as the reader may know them; the log itself holds ids alone. */
export const personSchema = z
  .object({
    id: personId,
    name: z.string().nullable().describe('null: erased, or not known to this server'),
    you: z.boolean(),
    member: z.boolean(),
    roles: z.array(z.string()),
  })
  .meta({ id: 'DoorPerson' })
export type DoorPerson = z.infer<typeof personSchema>

const delegationSchema = z.object({
  from: personSchema,
  to: personSchema,
  scope: z.object({
    kind: z.enum(['everything', 'unit', 'class']),
    unit: z.string().nullable(),
    class: z.string().nullable(),
  }),
  since: moment,
})

export const doorPeopleEndpoints = {
  'GET /api/organizations/{organization}/members': endpoint({
    summary: 'List people known here, with what they are and have',
    tag: 'members',
    needs: 'read',
    params: inOrganization,
    query: z.object({ q: z.string().max(200).optional(), cursor, limit: pageSize }),
    answer: z.object({ people: z.array(personSchema), next: z.string().nullable(), members: count }),
    refuses: ['cursor.invalid'],
  }),
  'POST /api/organizations/{organization}/members': endpoint({
    summary:
      'Note a person’s name beside the log and answer their id; an act (charter.admit) makes them a member',
    tag: 'members',
    needs: 'manage',
    params: inOrganization,
    body: z.strictObject({ name: z.string().trim().min(1).max(limits.nameChars) }),
    status: 201,
    answer: personSchema,
    refuses: ['members.too_many'],
  }),
  'POST /api/organizations/{organization}/members/{person}/link': endpoint({
    summary: 'Make a one-time link by which that person enters as themselves; links before it end',
    tag: 'members',
    needs: 'manage',
    params: inOrganization.extend({ person: personId }),
    status: 201,
    answer: z.object({ link: z.string(), expires: moment }),
    refuses: ['members.unknown', 'members.not_admitted', 'members.has_entered', ...personRefusals],
  }),
  'GET /api/organizations/{organization}/delegations': endpoint({
    summary: 'List the delegations that the caller gave and received',
    tag: 'members',
    needs: 'act',
    params: inOrganization,
    answer: z.object({ given: z.array(delegationSchema), received: z.array(delegationSchema) }),
  }),
}
