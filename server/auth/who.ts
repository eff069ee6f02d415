// Who is behind a request, and what they may: by session or by key.
import type { Scope } from '@equalizer/client/contract'

export interface Who {
  readonly user: { readonly id: string; readonly name: string }
  /** What a change is signed with. */
  readonly by: string
  /** The session's or key's id: what it opened is closed when it ends. */
  readonly via: { readonly kind: 'session' | 'key'; readonly id: string }
  /** A key is for one organization; null: a session, for all its memberships. */
  readonly only: string | null
  /** What a key was given; null: a session, all that the role allows. */
  readonly limit: ReadonlySet<Scope> | null
  /** Whether this person may create organizations and read the server's figures. */
  readonly server: boolean
}

export type Role = 'steward' | 'member' | 'reader'

const ofRole: Readonly<Record<Role, readonly Scope[]>> = {
  steward: ['read', 'act', 'evidence', 'manage'],
  member: ['read', 'act'],
  reader: ['read'],
}

/** What they may in an organization where they have this role (null: outside of any); a key never more than its maker. */
export function scopesOf(who: Who, role: Role | null): ReadonlySet<Scope> {
  const all: Scope[] = role === null ? [] : [...ofRole[role]]
  if (who.server) all.push('server')
  return new Set(all.filter(scope => who.limit?.has(scope) ?? true))
}
