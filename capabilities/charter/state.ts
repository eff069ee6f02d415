// What the charter's streams know: which document is in force, and which roles a person was given.
import { changeKinds, declareStream, type EventOf, type EventOn, limits } from '@equalizer/core'
import { z } from 'zod'
import { document, facts, person, role, version } from './words.ts'

export const documentStream = 'charter/document'
export const personStream = (id: string) => `charter/person/${id}`

const documentEvents = {
  'charter.edited': z
    .strictObject({
      version: version.describe('Of the charter, from now on in force'),
      kind: z.enum(changeKinds).describe('What sort of change it was'),
      facts,
      document: document.describe('CID of the charter, sealed with a salt and kept beside the log'),
      undoes: version.nullable().describe('The version that this takes back; null: none'),
      by: person,
    })
    .describe('The measuring charter was changed'),
}
export type EditedEvent = EventOf<typeof documentEvents>

const personEvents = {
  'charter.admitted': z.strictObject({ person }).describe('Somebody became a member'),
  'charter.dismissed': z.strictObject({ person }).describe('A membership ended'),
  'charter.role_granted': z.strictObject({ person, role }).describe('Somebody was given a role'),
  'charter.role_revoked': z.strictObject({ person, role }).describe('A role was taken away'),
}
export type PersonEvent = EventOf<typeof personEvents>

/** The measuring charter: units, surfaces, sources, people. */
export interface Document {
  readonly version: number
  /** CID of the sealed charter. */
  readonly document: string
}

export interface Person {
  readonly roles: readonly string[]
}

export const rolesAtMost = limits.rolesPerPerson

function evolveDocument(_before: Document | null, { data }: EventOn<typeof documentEvents>): Document {
  return { version: data.version, document: data.document }
}

function evolvePerson(before: Person | null, event: EventOn<typeof personEvents>): Person {
  const roles = before?.roles ?? []
  switch (event.type) {
    case 'charter.role_granted':
      return { roles: [...roles.filter(one => one !== event.data.role), event.data.role] }
    case 'charter.role_revoked':
      return { roles: roles.filter(one => one !== event.data.role) }
    case 'charter.dismissed':
      return { roles: [] }
    default:
      return { roles }
  }
}

export const streams = [
  declareStream(documentStream, documentEvents, evolveDocument),
  declareStream('charter/person', personEvents, evolvePerson),
]
