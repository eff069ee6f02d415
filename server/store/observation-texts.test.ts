// Texts that lie together: what an older version stored is put together as what is stored now.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cell } from './copy-text.ts'
import { memory, openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { betweenRows, textRows } from './observation-texts.ts'
import { searchable } from './search-text.ts'

const columns = [
  'organization_id',
  'import_id',
  'row',
  'observation_id',
  'kind',
  'actor',
  'actor_name',
  'weight',
  'asset',
  'decimals',
  'about',
  'reference',
  'files',
] as const
const abouts = ['Mend ÄRGER', 'a\u001eb\u001dc', null, '', 'tab\t\\N', 'ΑΣ']
const files = [
  null,
  [],
  [['src/a.ts', 1, 0]],
  [
    ['docs/ä "q".md', null, null],
    ['x', 0, 0],
  ],
  [['odd\u001f', 1, 1]],
  [['long/'.repeat(4_000), 1, 1]],
]

/** Of one organization's import, so many rows with everything in turn. */
function rowsOf(importId: string, count: number): Cell[][] {
  return Array.from({ length: count }, (_, at) => {
    const [about = null, changed] = [abouts[at % abouts.length], files[(at * 5) % files.length]]
    const json = changed ? JSON.stringify(changed) : null
    const who = at % 3 === 0 ? null : 'git:Ada'
    return ['o', importId, at + 1, `id${at}`, 'k', who, 'Ada L', 1, 'a', 0, about, `Ref${at}`, json]
  })
}
const given = [...rowsOf('first', 21), ...rowsOf('second', 8)]
const searchOf = (row: readonly Cell[]) => searchable([row[10], row[5], row[6], row[11]] as (string | null)[])

let opened: Awaited<ReturnType<typeof openEmbedded>>
beforeAll(async () => {
  opened = await openEmbedded({ place: memory })
  await migrate(opened.db, '0002-auth')
})
afterAll(() => opened.db.destroy())

test('what an older version stored is put together alike, and else as it was', async () => {
  const { db } = opened
  for (const row of given) {
    const names = sql.join([...columns, 'search'].map(name => sql.ref(name)))
    await sql`INSERT INTO observations (${names}) VALUES (${sql.join([...row, searchOf(row)])})`.execute(db)
  }
  const before = await sql`SELECT * FROM observations ORDER BY import_id, "row"`.execute(db)
  expect((await migrate(db)).ok).toBe(true)
  const made = await db
    .selectFrom('observation_texts')
    .select(['organization_id', 'import_id', 'row', 'search', 'paths'])
    .orderBy('import_id')
    .orderBy('row')
    .execute()
  // The migration always takes eight; ours fewer of long ones, so they are compared row by row.
  const apart = (rows: readonly (readonly unknown[])[]) =>
    rows.flatMap(([organization, importId, row, search, paths]) => {
      const together = String(paths).split(betweenRows)
      return String(search)
        .split(betweenRows)
        .map((text, at) => [organization, importId, Number(row) + at, text, together[at]])
    })
  expect(made).toHaveLength(4)
  expect(apart(made.map(row => Object.values(row)))).toEqual(apart(textRows(columns, given)))
  const after = await sql`SELECT * FROM observations ORDER BY import_id, "row"`.execute(db)
  const kept = (before.rows as { search?: string }[]).map(({ search: _, ...rest }) => rest)
  expect(after.rows).toEqual(kept)
})

test('each row has its own text, and its paths or that they are not said', () => {
  const rows = textRows(columns, given)
  const texts = rows.flatMap(row => String(row[3]).split(betweenRows))
  const wanted = given.map(row => searchOf(row).replaceAll('\u001d', '\uFFFD').replaceAll('\u001e', '\uFFFD'))
  expect(texts).toEqual(wanted)
  const paths = rows.flatMap(row => String(row[4]).split(betweenRows))
  const said = ['', '', 'src/a.ts', 'docs/ä "q".md\u001fx', '\u001a', '\u001a']
  expect(paths).toEqual([...Array(21).keys(), ...Array(8).keys()].map(at => said[(at * 5) % said.length]))
  // Long rows are not put together with others without bound.
  expect(Math.max(...rows.map(row => String(row[3]).split(betweenRows).length))).toBeLessThanOrEqual(8)
})
