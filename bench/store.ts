// The store on both back ends: observations stored as an import stores them against one COPY of the same rows, and a page
// of a large list against the same number of rows by their primary key.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Observation } from '@equalizer/measure'
import {
  type ListAsked,
  listObservations,
  observationColumns,
  observationRow,
  openStore,
  runCopyText,
  type Store,
} from '@equalizer/server'
import { startPostgres } from '@equalizer/testkit/postgres'
import { type Bench, type BenchLine, compare } from './bench.ts'

const stored = 50_000
const listed = 300_000
/** As the jobs store them. */
const batch = 500
const rounds = 3
const organization = 'bench'
const kinds = ['commit.authored', 'commit.committed', 'review.given', 'issue.opened']

/** The same every time: few who do much, ten years, subjects and paths as long as real ones. */
function observation(at: number): Observation {
  const turn = Math.imul(at + 1, 2_654_435_761) >>> 0
  const who = Math.floor((turn / 2 ** 32) ** 3 * 5_000)
  return {
    id: turn.toString(16).padStart(8, '0').repeat(4),
    source: 'git',
    kind: kinds[turn % kinds.length] ?? '',
    actor: `git:person${who}@example.org`,
    actorName: `Person Number ${who}`,
    atMs: 1.4e12 + turn * 70,
    weight: BigInt(turn % 1_000),
    asset: 'commit',
    decimals: 0,
    about: `Mend the thing number ${at} in module ${turn % 300}`,
    reference: turn.toString(16).padStart(8, '0').repeat(5),
    files: [{ path: `src/module-${turn % 300}/part-${turn % 90}.ts`, added: 3, deleted: 4 }],
  } as Observation
}

const rowsOf = (importId: string, all: readonly Observation[]) =>
  all.map((one, at) => observationRow({ organization, importId }, at + 1, one))

/** As an import does: made into rows and stored some thousand at a time. */
async function storeAll({ copy }: Store, importId: string, all: readonly Observation[]): Promise<number> {
  for (let at = 0; at < all.length; at += batch) {
    const rows = all
      .slice(at, at + batch)
      .map((one, index) => observationRow({ organization, importId }, at + index + 1, one))
    await copy('observations', observationColumns, rows)
  }
  return all.length
}

async function inserting(store: Store, name: string): Promise<BenchLine> {
  const all = Array.from({ length: stored }, (_, at) => observation(at))
  const from = store.kind === 'embedded' ? `'/dev/blob'` : 'STDIN'
  let round = 0
  const lines = rowsOf('import-of-round', all).map(row =>
    row.map(cell => (cell === null ? '\\N' : cell)).join('\t'),
  )
  const text = `${lines.join('\n')}\n`
  return compare({
    name: `${stored.toLocaleString('en')} observations stored, ${name}`,
    baseline: 'one COPY of the same rows, written out before',
    rounds,
    limit: null,
    ours: () => storeAll(store, `ours-${round++}`, all),
    theirs: async () => {
      const own = text.replaceAll('import-of-round', `theirs-${round++}`)
      await runCopyText(store.db, from, 'observations', observationColumns, [own])
      return own.length
    },
  })
}

/** Surfaces by the path that they count: nearly everything, a third, one in 300, a few by their ending, a few by their middle. */
const surfaces: Readonly<Record<string, string>> = {
  all: 'src/**',
  third: 'src/module-1*/**',
  one: 'src/module-17/**',
  ending: '**/part-89.ts',
  middle: 'src/**/part-[89]9.ts',
}

async function putCharter({ db }: Store): Promise<void> {
  const charter = {
    equalizer: 1,
    organization: { id: organization, name: 'Bench' },
    sources: [{ id: 'git', kind: 'git', path: 'a' }],
    units: [
      {
        id: 'code',
        name: 'Code',
        surfaces: Object.entries(surfaces).map(([id, path]) => ({
          id,
          name: id,
          evidence: [{ source: 'git', kinds: [...kinds], path }],
        })),
      },
    ],
  }
  const made = { name: 'Bench', simulated: true, origin: 'empty', charter_version: 1, created_ms: 0 }
  await db
    .insertInto('organizations')
    .values({ organization_id: organization, ...made })
    .execute()
  const given = { version: 1, given: true, kind: 'created', facts: '{}', at_ms: 0, by: 'Bench', undoes: null }
  await db
    .insertInto('charters')
    .values({ organization_id: organization, charter: JSON.stringify(charter), ...given })
    .execute()
}

async function listing(store: Store, name: string): Promise<BenchLine[]> {
  await storeAll(
    store,
    'list',
    Array.from({ length: listed }, (_, at) => observation(at)),
  )
  const reading = { import_id: 'list', job_id: '', state: 'done', observations: listed } as const
  const unsaid = { fingerprint: null, bytes: null, account: null, first_ms: null, last_ms: null } as const
  await store.db
    .insertInto('imports')
    .values({
      organization_id: organization,
      source_id: 'git',
      started_ms: 0,
      finished_ms: 0,
      ...reading,
      ...unsaid,
    })
    .execute()
  const place = { origin: 'path', location: '', name: 'git', every_ms: null, next_read_ms: null } as const
  const source = { organization_id: organization, source_id: 'git', current_import: 'list', added_ms: 0 }
  await store.db
    .insertInto('sources')
    .values({ ...source, ...place, removed_ms: null })
    .execute()
  await store.tend('observations')
  await putCharter(store)
  const asked = { organization, sort: 'at', order: 'desc', limit: 100 } as const
  const page = (title: string, more: Partial<ListAsked>) =>
    compare({
      name: `a page of ${listed.toLocaleString('en')}, ${title}, ${name}`,
      baseline: '100 rows by primary key',
      rounds: 9,
      limit: null,
      ours: async () => {
        const answer = await listObservations(store.db, { ...asked, ...more })
        return answer.ok ? answer.value.rows.length : undefined
      },
      theirs: () =>
        store.db
          .selectFrom('observations')
          .selectAll()
          .where('organization_id', '=', organization)
          .where('import_id', '=', 'list')
          .where('row', '>', 200_000)
          .orderBy('row')
          .limit(100)
          .execute(),
    })
  return [
    await page('by date', {}),
    await page('by weight', { sort: 'weight' }),
    await page('one kind by date', { kind: 'review.given' }),
    await page('one year', { from: '2019-01-01', to: '2019-12-31' }),
    await page('one handle by weight', { actor: 'git:person7@example.org', sort: 'weight' }),
    await page('text that stands in few', { q: 'number 29999' }),
    await page('text that stands in none, by weight', { q: 'nowhere', sort: 'weight' }),
    await page('text that stands in one of 27', { q: 'in module 17' }),
    await page('text that stands in all', { q: 'MEND' }),
    ...(await Object.keys(surfaces).reduce<Promise<BenchLine[]>>(
      async (before, surface) => [
        ...(await before),
        await page(`what a path counts: ${surfaces[surface]}`, { unit: 'code', surface }),
      ],
      Promise.resolve([]),
    )),
  ]
}

async function on(store: Store, name: string): Promise<BenchLine[]> {
  try {
    const inserted = await inserting(store, name)
    await store.db.deleteFrom('observations').execute()
    await store.tend('observations')
    return [inserted, ...(await listing(store, name))]
  } finally {
    await store.close()
  }
}

export const storeBench: Bench = {
  name: 'store',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-store-'))
    let postgres: Awaited<ReturnType<typeof startPostgres>> = null
    try {
      const embedded = await openStore({ folder })
      if (!embedded.ok) throw new Error(embedded.refusal.reason)
      const lines = await on(embedded.value, 'PGlite')
      postgres = await startPostgres()
      const server = postgres ? await openStore({ folder, url: postgres.url }) : null
      if (server?.ok) lines.push(...(await on(server.value, 'Postgres')))
      const notes = [
        `Medians. Both write into the same table with its four indexes, each commit on the disk. Ours makes the rows, and commits every ${batch.toLocaleString('en')}; reading the source, which a thread of its own does, is not in it, nor is the job's own row.`,
        'A page of ours holds who each handle belongs to and how many rows there are.',
      ]
      if (!server?.ok) notes.push('No Postgres server could be started here: PGlite only.')
      return { lines, notes }
    } finally {
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
