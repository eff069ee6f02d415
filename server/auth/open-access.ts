// Access on the real store: sessions and keys by the sign-in library, memberships by the store.
import { createHash } from 'node:crypto'
import type { Scope } from '@equalizer/client/contract'
import { scopes as everyScope } from '@equalizer/client/contract'
import { accepted, type Result, refused } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Access, Asking } from './access.ts'
import { cookieName, type Library } from './library.ts'
import { remember } from './remembered.ts'
import { type Role, scopesOf, type Who } from './who.ts'

/** Another server on the same database may have signed somebody out: believed for at most this long. */
const believedMs = 1_000
const believed = 5_000

const nobody: Asking = { who: null, cookies: [] }

/** Questions stand in memory; the secrets in them do not. */
const fingerprint = (text: string) => createHash('sha256').update(text).digest('base64')

export function openAccess(db: Kysely<Tables>, library: Library): Access {
  const asking = remember<Result<Asking>>(believedMs, believed)
  const roles = remember<Role | null>(believedMs, believed)

  async function bySession(cookie: string): Promise<Result<Asking>> {
    const headers = new Headers({ cookie })
    const found = await library.api.getSession({ headers, returnHeaders: true })
    if (!found.response) return accepted(nobody)
    const { user, session } = found.response
    const who: Who = {
      user: { id: user.id, name: user.name },
      by: user.name,
      via: { kind: 'session', id: session.id },
      only: null,
      limit: null,
      server: user.steward === true,
    }
    return accepted({ who, cookies: found.headers.getSetCookie() })
  }

  async function byKey(key: string): Promise<Result<Asking>> {
    const { valid, key: found } = await library.api.verifyApiKey({ body: { key } })
    if (!valid || !found) return keyInvalid()
    const user = await userOf(library, found.referenceId)
    const granted = readGrant(found.metadata)
    if (!user || !granted) return keyInvalid()
    const who: Who = {
      user: { id: user.id, name: user.name },
      by: found.name ?? user.name,
      via: { kind: 'key', id: found.id },
      only: granted.organization,
      limit: granted.scopes,
      server: user.steward,
    }
    return accepted({ who, cookies: [] })
  }

  return {
    async whoAsks(headers) {
      const authorization = headers.get('authorization')
      if (authorization !== null) {
        const key = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1]
        if (!key) return keyInvalid()
        return asking.get(`key ${fingerprint(key)}`, () => byKey(key))
      }
      const cookie = sessionCookie(headers.get('cookie'))
      if (cookie === null) return accepted(nobody)
      return asking.get(`session ${fingerprint(cookie)}`, () => bySession(cookie))
    },

    async scopesIn(who, organization) {
      if (who.only !== null && who.only !== organization) return null
      const role = await roles.get(`${organization} ${who.user.id}`, () =>
        roleOf(db, who.user.id, organization),
      )
      return role === null ? null : scopesOf(who, role)
    },

    forget() {
      asking.forget()
      roles.forget()
    },
  }
}

const keyInvalid = () => refused('access.key_invalid', 'This key is unknown, revoked or past its time.')

/** Only our own cookie is passed on, so that others on the same host name cannot get in the way. */
function sessionCookie(header: string | null): string | null {
  const parts = (header ?? '').split(/;\s*/).filter(part => part.startsWith(`${cookieName}=`))
  return parts.length === 1 && parts[0] !== undefined && parts[0].length < 1_024 ? parts[0] : null
}

async function userOf(library: Library, id: string) {
  const { internalAdapter } = await library.$context
  const user = (await internalAdapter.findUserById(id)) as
    | { id: string; name: string; steward?: boolean }
    | null
    | undefined
  return user ? { id: user.id, name: user.name, steward: user.steward === true } : null
}

/** What a key was made for, as its metadata says; anything else there makes it worth nothing. */
export function readGrant(metadata: unknown): { organization: string; scopes: ReadonlySet<Scope> } | null {
  if (metadata === null || typeof metadata !== 'object') return null
  const { organization, scopes } = metadata as { organization?: unknown; scopes?: unknown }
  if (typeof organization !== 'string' || !Array.isArray(scopes)) return null
  return { organization, scopes: new Set(everyScope.filter(scope => scopes.includes(scope))) }
}

async function roleOf(db: Kysely<Tables>, user: string, organization: string): Promise<Role | null> {
  const row = await db
    .selectFrom('members')
    .select('role')
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    .executeTakeFirst()
  return row?.role ?? null
}
