// What the charter's streams know: which document is in force, and which roles a person was given.
import { type ChangeKind, declareStream, type LogEvent, limits } from '@equalizer/core'
import type { Facts } from './words.ts'

export const documentStream = 'charter/document'
export const personStream = (person: string) => `charter/person/${person}`

type Edited = {
  version: number
  kind: ChangeKind
  facts: Facts
  document: string
  /** The version that this takes back. */
  undoes: number | null
  by: string
}
export type EditedEvent = { readonly type: 'charter.edited'; readonly data: Edited }

export type PersonEvent =
  | { readonly type: 'charter.admitted' | 'charter.dismissed'; readonly data: { person: string } }
  | {
      readonly type: 'charter.role_granted' | 'charter.role_revoked'
      readonly data: { person: string; role: string }
    }

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

function evolveDocument(_before: Document | null, logged: LogEvent): Document {
  const { version, document } = (logged as unknown as EditedEvent).data
  return { version, document }
}

function evolvePerson(before: Person | null, logged: LogEvent): Person {
  const event = logged as unknown as PersonEvent
  const roles = before?.roles ?? []
  switch (event.type) {
    case 'charter.role_granted':
      return { roles: [...roles.filter(role => role !== event.data.role), event.data.role] }
    case 'charter.role_revoked':
      return { roles: roles.filter(role => role !== event.data.role) }
    case 'charter.dismissed':
      return { roles: [] }
    default:
      return { roles }
  }
}

export const streams = [
  declareStream(documentStream, evolveDocument),
  declareStream('charter/person', evolvePerson),
]
