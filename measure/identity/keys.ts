// The keys under which actors, people and organizations meet when they are merged.
import type { Actor } from '../observation.ts'
import type { KnownPerson } from './known-person.ts'
import { normalName } from './names.ts'

export function personKey(person: KnownPerson): string {
  return `person:${person.id}`
}

/** One organization, whether it employs, pays or funds. */
export function organizationKey(name: string): string {
  return `organization:${normalName(name)}`
}

/** Handles are compared without regard to case, except where the scheme's own handles are case-sensitive. */
export function canonical(actor: Actor): string {
  return /^(email|github|eth|snapshot|opencollective):/i.test(actor) ? actor.toLowerCase() : actor
}
