// Who asks, and what may they: the one place where that is decided.
import type { Needs, Scope } from '@equalizer/client/contract'
import { accepted, type Result, refused } from '@equalizer/core'
import type { Who } from './who.ts'

export interface Asking {
  /** null: nobody. */
  readonly who: Who | null
  /** Set-Cookie headers by which a session is prolonged. */
  readonly cookies: readonly string[]
}

export interface Access {
  /** Codes: `access.key_invalid`. */
  whoAsks(headers: Headers): Promise<Result<Asking>>
  /** null where they are no member, and where there is no such organization. */
  scopesIn(who: Who, organization: string): Promise<ReadonlySet<Scope> | null>
  /** Called after each change, so that nothing of what was believed before it outlives it. */
  forget(): void
}

const nothing: ReadonlySet<Scope> = new Set()
export const signIn = () => refused('access.sign_in', 'Enter by a one-time link or send a key first.')
const notAllowed = (needs: string) =>
  refused('access.not_allowed', `This needs the right to ${needs}, which you do not have here.`, { needs })

/**
 * The scopes that the caller has, or why they may not. Whoever is no member learns nothing about an organization, not
 * even that it exists. Codes: `access.sign_in`, `access.not_allowed`, `organization.unknown`.
 */
export async function settle(
  access: Access,
  who: Who | null,
  needs: Needs,
  organization: string | null,
): Promise<Result<ReadonlySet<Scope>>> {
  if (needs === 'anyone') return accepted(nothing)
  if (who === null) return signIn()
  if (organization === null) {
    const outside = who.server && (who.limit?.has('server') ?? true)
    if (needs === 'signed-in') return accepted(outside ? new Set<Scope>(['server']) : nothing)
    return needs === 'server' && outside ? accepted(new Set<Scope>(['server'])) : notAllowed(needs)
  }
  const scopes = await access.scopesIn(who, organization)
  if (scopes === null) {
    return refused('organization.unknown', 'There is no such organization that you may see.', {
      organization,
    })
  }
  if (needs === 'signed-in' || scopes.has(needs)) return accepted(scopes)
  return notAllowed(needs)
}
