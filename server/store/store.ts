// The store: one Postgres dialect over an embedded database or a server, open and migrated.
import type { Kysely, Transaction } from 'kysely'
import type { Row } from './copy-text.ts'
import type { Tables } from './tables.ts'

export interface Store {
  readonly db: Kysely<Tables>
  readonly kind: 'embedded' | 'server'
  /** For a person: the folder, or the server's host and database without a password. */
  readonly where: string
  /**
   * Appends rows by the fastest way that the back end has, all or none. `rows` hold one value per column, in order; null,
   * string, number, bigint or boolean; JSON as text. Inside a transaction give it as `within`: on the embedded database,
   * which has one connection, waiting for the store while a transaction is open would wait for ever.
   */
  copy<Name extends keyof Tables>(
    table: Name,
    columns: readonly (keyof Tables[Name] & string)[],
    rows: readonly Row[],
    within?: Transaction<Tables>,
  ): Promise<void>
  /**
   * For after much was written or removed: counts anew what queries are planned by, and on the embedded database gives
   * room back, which a server does by itself. Other queries wait meanwhile: about a second for 300,000 rows.
   */
  tend(table: keyof Tables): Promise<void>
  /** Waits for what is under way; the folder is free for another process afterwards. */
  close(): Promise<void>
}
