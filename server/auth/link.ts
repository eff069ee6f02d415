// The one-time link by which the steward enters: works once, for an hour, and is stored hashed.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { createLibrary, type Library, steward } from './library.ts'

export interface Auth {
  readonly library: Library
  /** A new token, for the steward or somebody else; those made before stay good until they are used or an hour old. */
  newLink(person?: { readonly email: string; readonly name: string }): Promise<string>
  /** Whether anybody ever entered. */
  entered(): Promise<boolean>
  /** Throws away links and sessions whose time is over. */
  sweep(): Promise<void>
}

/** The store's migrations must have run. */
export function openAuth(db: Kysely<Tables>, secret: string): Auth {
  const waiting = new Map<string, (token: string) => void>()
  const library = createLibrary(db, secret, (request, token) => waiting.get(request)?.(token))
  let links = 0
  return {
    library,
    async newLink(person = steward) {
      const request = String(++links)
      let token = ''
      waiting.set(request, made => {
        token = made
      })
      try {
        await library.api.signInMagicLink({
          body: { ...person, metadata: { request } },
          headers: new Headers(),
        })
      } finally {
        waiting.delete(request)
      }
      if (token === '') throw new Error('the link’s token was not made')
      return token
    },
    async entered() {
      const { rows } = await sql`select 1 from auth_user limit 1`.execute(db)
      return rows.length > 0
    },
    async sweep() {
      await sql`delete from auth_verification where "expiresAt" < now()`.execute(db)
      await sql`delete from auth_session where "expiresAt" < now()`.execute(db)
    },
  }
}
