// A database from before logs were published: each log's tree is made of its entries when the database is brought up to date.
import { emptyFrontier, encodeFrontier, extended, leafHash } from '@equalizer/tlog'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { memory, openEmbedded } from '../store/embedded.ts'
import { migrate } from '../store/migrate.ts'

test('fills the trees of logs that exist, whatever their length', async () => {
  const { db } = await openEmbedded({ place: memory })
  await migrate(db, '0004-door')
  const lengths = new Map([
    ['one', 1],
    ['many', 2_345],
  ])
  for (const [organization, length] of lengths) {
    await sql`insert into log_heads (organization_id, size, last_ms) values (${organization}, ${length}, 0)`.execute(
      db,
    )
    await sql`insert into entries (organization_id, seq, at_ms, kind, entry)
      select ${organization}, i, 0, 'act', '{"seq":' || i || ',"é":true}' from generate_series(0, ${length - 1}) i`.execute(
      db,
    )
  }
  const done = await migrate(db)
  expect(done.ok).toBe(true)
  const rows = await db
    .selectFrom('log_heads')
    .select(['organization_id', 'frontier', 'vkey', 'held'])
    .execute()
  for (const { organization_id, frontier, vkey, held } of rows) {
    const leaves = Array.from({ length: lengths.get(organization_id) ?? 0 }, (_, i) =>
      leafHash(new TextEncoder().encode(`{"seq":${i},"é":true}`)),
    )
    // Nobody who wrote in them was told that everybody would read it.
    expect([organization_id, vkey, held, frontier]).toEqual([
      organization_id,
      null,
      true,
      encodeFrontier(extended(emptyFrontier, leaves)),
    ])
  }
  expect(rows).toHaveLength(2)
  await db.destroy()
}, 60_000)
