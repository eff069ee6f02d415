// The sign-in library, on the same database: sessions, one-time links, API keys. Only what the contract names is reached
// from outside; the library's own routes are not mounted.
import { randomUUID } from 'node:crypto'
import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import { isOfMember } from '../persons/email.ts'
import type { Tables } from '../store/tables.ts'

/** Who enters by the link that the server prints; `.invalid` (RFC 2606): no mail can ever go there. */
export const steward = { email: 'steward@equalizer.invalid', name: 'Steward' }

export const cookieName = 'equalizer.session'
const hour = 3_600
const day = 24 * hour

/**
 * Marks who entered by the server's own link; nobody else ever gets the mark. A link brings nobody back who was erased while
 * they entered by it.
 */
const markSteward = async (user: { readonly email: string }) =>
  isOfMember(user.email) ? false : { data: { ...user, steward: user.email === steward.email } }

type Made = (request: string, token: string) => void

const links = (made: Made) =>
  magicLink({
    expiresIn: hour,
    storeToken: 'hashed',
    sendMagicLink: ({ token, metadata }) => made(String(metadata?.request), token),
  })

const keys = apiKey(
  {
    enableMetadata: true,
    requireName: true,
    maximumNameLength: 64,
    defaultPrefix: 'eq_',
    startingCharactersConfig: { shouldStore: true, charactersLength: 9 },
    keyExpiration: { defaultExpiresIn: null, minExpiresIn: 1, maxExpiresIn: 3_650 },
    rateLimit: { enabled: false },
  },
  { schema: { apikey: { modelName: 'auth_key' } } },
)

/** `made` receives each link's token with the request that it was asked for by, where others would send a mail. Time is the library's own: the machine's. */
export function createLibrary(db: Kysely<Tables>, secret: string, made: Made) {
  return betterAuth({
    appName: 'Equalizer',
    // The library's links and redirects are not used, so where the server is does not matter to it.
    baseURL: 'http://127.0.0.1',
    secret,
    database: { db: db as never, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // The server's own throttle stands before the library.
    rateLimit: { enabled: false },
    session: { modelName: 'auth_session', expiresIn: 30 * day, updateAge: day },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    user: {
      modelName: 'auth_user',
      additionalFields: { steward: { type: 'boolean', required: true, defaultValue: false, input: false } },
    },
    databaseHooks: { user: { create: { before: markSteward } } },
    advanced: {
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: {
        session_token: { name: cookieName, attributes: { httpOnly: true, sameSite: 'lax', path: '/' } },
      },
      database: { generateId: () => randomUUID() },
    },
    plugins: [links(made), keys],
  })
}
export type Library = ReturnType<typeof createLibrary>
