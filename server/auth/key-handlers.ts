// The keys of programs: made by a person for one organization, never with more rights than that person has.
import type { Answer, Body } from '@equalizer/client'
import type { Key, Scope } from '@equalizer/client/contract'
import { accepted, limits, type Result, refused } from '@equalizer/core'
import type { Access } from './access.ts'
import type { Library } from './library.ts'
import { readGrant } from './open-access.ts'
import type { Who } from './who.ts'

interface Stored {
  readonly id: string
  readonly name: string | null
  readonly start: string | null
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly lastRequest: Date | null
  readonly metadata: unknown
}

/** A key that could make keys would outlive its own revocation. */
const byPerson = (who: Who): Result<null> =>
  who.via.kind === 'session'
    ? accepted(null)
    : refused('access.not_allowed', 'Keys are seen to by a person who is signed in, not by a key.', {
        needs: 'session',
      })

function keyOf(stored: Stored): Key | null {
  const grant = readGrant(stored.metadata)
  if (!grant) return null
  return {
    id: stored.id,
    name: stored.name ?? '',
    start: stored.start ?? '',
    organization: grant.organization,
    scopes: [...grant.scopes],
    created: stored.createdAt.toISOString(),
    expires: stored.expiresAt?.toISOString() ?? null,
    lastUsed: stored.lastRequest?.toISOString() ?? null,
  }
}

const cookieOf = (request: Request) => new Headers({ cookie: request.headers.get('cookie') ?? '' })

/** Codes: `access.not_allowed`. */
export async function listKeys(
  library: Library,
  who: Who,
  request: Request,
): Promise<Result<{ keys: Key[] }>> {
  const person = byPerson(who)
  if (!person.ok) return person
  const { apiKeys } = await library.api.listApiKeys({
    query: { limit: limits.keysPerPerson, sortBy: 'createdAt', sortDirection: 'desc' },
    headers: cookieOf(request),
  })
  return accepted({ keys: (apiKeys as readonly Stored[]).flatMap(key => keyOf(key) ?? []) })
}

/** Codes: `access.not_allowed`, `organization.unknown`, `key.too_many`. */
export async function makeKey(
  library: Library,
  access: Access,
  who: Who,
  request: Request,
  wanted: Body<'POST /api/keys'>,
): Promise<Result<Answer<'POST /api/keys'>>> {
  const listed = await listKeys(library, who, request)
  if (!listed.ok) return listed
  const own = await access.scopesIn(who, wanted.organization)
  if (own === null) {
    const { organization } = wanted
    return refused('organization.unknown', 'There is no such organization that you may see.', {
      organization,
    })
  }
  const scopes: Scope[] = [...new Set(wanted.scopes)]
  const missing = scopes.find(scope => !own.has(scope))
  if (missing) {
    const reason = `A key has at most your own rights, and you do not have the right to ${missing} here.`
    return refused('access.not_allowed', reason, { needs: missing })
  }
  if (listed.value.keys.length >= limits.keysPerPerson) {
    const reason = `One person has at most ${limits.keysPerPerson} keys; revoke one first.`
    return refused('key.too_many', reason, { most: limits.keysPerPerson })
  }
  const days = wanted.expiresInDays ?? null
  const made = await library.api.createApiKey({
    body: {
      name: wanted.name,
      userId: who.user.id,
      metadata: { organization: wanted.organization, scopes },
      ...(days === null ? {} : { expiresIn: days * 86_400 }),
    },
  })
  const key = keyOf(made)
  if (!key) throw new Error('a key was made without what it is for')
  return accepted({ ...key, secret: made.key })
}

/** Codes: `key.unknown`, also for somebody else's; `access.not_allowed`. */
export async function revokeKey(
  library: Library,
  who: Who,
  request: Request,
  key: string,
): Promise<Result<undefined>> {
  const listed = await listKeys(library, who, request)
  if (!listed.ok) return listed
  if (!listed.value.keys.some(one => one.id === key)) {
    return refused('key.unknown', 'You have no such key.', { key })
  }
  await library.api.deleteApiKey({ body: { keyId: key }, headers: cookieOf(request) })
  return accepted(undefined)
}
