// What each person sent lately is counted in the log's own table, so that it holds over restarts and for every server.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const brake: Migration = {
  async up(db) {
    await sql`create index entries_person on entries (organization_id, by_person, at_ms)`.execute(db)
  },
}
