// The published log: each log's tree beside its size, and by whose key and under what name it is published.
import { emptyFrontier, encodeFrontier, extended } from '@equalizer/tlog'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { leafOf } from '../../log-tree/leaf.ts'

const statements = [
  sql`alter table log_heads add column frontier text not null default ''`,
  sql`alter table log_heads add column vkey text`,
  sql`alter table log_heads add column origin text`,
  sql`alter table log_heads add column generation int4 not null default 0`,
  // What was written for members alone is not published before somebody says so.
  sql`alter table log_heads add column held boolean not null default false`,
  sql`update log_heads set held = true where size > 0`,
]

const pageOfEntries = 1_000

/** Page by page: a log may be longer than memory. */
async function frontierOf<Tables>(db: Kysely<Tables>, organization: string, size: number): Promise<string> {
  let frontier = emptyFrontier
  while (frontier.size < size) {
    const { rows } = await sql<{ entry: string }>`
      select entry from entries where organization_id = ${organization} and seq >= ${frontier.size}::int8
        and seq < ${Math.min(size, frontier.size + pageOfEntries)}::int8 order by seq`.execute(db)
    if (rows.length === 0) throw new Error(`the log of ${organization} ends before its size of ${size}`)
    frontier = extended(
      frontier,
      rows.map(row => leafOf(row.entry)),
    )
  }
  return encodeFrontier(frontier)
}

export const log: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db)
    const { rows } = await sql<{ organization_id: string; size: number }>`
      select organization_id, size from log_heads`.execute(db)
    for (const { organization_id, size } of rows) {
      const frontier = await frontierOf(db, organization_id, Number(size))
      await sql`update log_heads set frontier = ${frontier} where organization_id = ${organization_id}`.execute(
        db,
      )
    }
  },
}
