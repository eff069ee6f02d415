// The one-time link by which the steward enters: works once, for an hour, and is stored hashed.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { createLibrary, type Library, steward } from './library.ts'

export interface Auth {
  readonly library: Library
  /** A new token; those made before stay good until they are used or an hour old. */
  newLink(): Promise<string>
  /** Whether anybody ever entered. */
  entered(): Promise<boolean>
}

/** The store's migrations must have run. */
export function openAuth(db: Kysely<Tables>, secret: string): Auth {
  let token = ''
  const library = createLibrary(db, secret, made => {
    token = made
  })
  return {
    library,
    async newLink() {
      await library.api.signInMagicLink({ body: steward, headers: new Headers() })
      return token
    },
    async entered() {
      const { rows } = await sql`select 1 from auth_user limit 1`.execute(db)
      return rows.length > 0
    },
  }
}
