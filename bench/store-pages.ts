// Pages of a large list on the store, the hard ones too, against the same number of rows by their primary key.
import { type ListAsked, listObservations, type Store } from '@equalizer/server'
import { type BenchLine, compare } from './bench.ts'
import { kinds, observation, organization, storeAll } from './store-rows.ts'

const listed = 300_000

/** Surfaces by the path that they count: nearly everything, a third, one in 300, some by their ending or middle, none. */
const surfaces: Readonly<Record<string, string>> = {
  all: 'src/**',
  third: 'src/module-1*/**',
  one: 'src/module-17/**',
  ending: '**/part-89.ts',
  middle: 'src/**/part-[89]9.ts',
  either: 'src/{module-17,module-18}/**',
  sign: 'src/module-17/part-7?.ts',
  none: '**/*.md',
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

export async function listing(store: Store, name: string): Promise<BenchLine[]> {
  await storeAll(
    store,
    'list',
    Array.from({ length: listed }, (_, at) => observation(at)),
  )
  const reading = { import_id: 'list', job_id: '', state: 'done', observations: listed } as const
  // As every reading does, this one says how many of each kind it holds.
  const counts = await store.db
    .selectFrom('observations')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('observations')])
    .groupBy('kind')
    .execute()
  const account = JSON.stringify({ kinds: counts })
  const unsaid = { fingerprint: null, bytes: null, account, first_ms: null, last_ms: null } as const
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
  await store.tend('observation_texts')
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
  const year = { from: '2019-01-01', to: '2019-12-31' }
  const rare = { q: 'in module 17' }
  return [
    await page('by date', {}),
    await page('by weight', { sort: 'weight' }),
    await page('one kind by date', { kind: 'review.given' }),
    await page('one year', year),
    await page('one handle by weight', { actor: 'git:person7@example.org', sort: 'weight' }),
    await page('text that stands in few', { q: 'number 29999' }),
    await page('text that stands in none, by weight', { q: 'nowhere', sort: 'weight' }),
    await page('text that stands in one of 27', rare),
    await page('text that stands in one of 27, by actor', { q: 'in module 17', sort: 'actor' }),
    await page('text that stands in one of 300', { q: 'in module 173' }),
    await page('text that stands in all', { q: 'MEND' }),
    await page('one kind by weight', { kind: 'review.given', sort: 'weight' }),
    await page('one year by weight', { ...year, sort: 'weight' }),
    await page('a text, one kind, one year, by weight', {
      ...rare,
      ...year,
      kind: 'review.given',
      sort: 'weight',
    }),
    await page('a text of a third, one year, by weight', { q: 'in module 1', ...year, sort: 'weight' }),
    await page('a text of a third of one handle', { q: 'in module 1', actor: 'git:person7@example.org' }),
    await page('a text and a path', { q: 'number 2', unit: 'code', surface: 'one' }),
    ...(await Object.keys(surfaces).reduce<Promise<BenchLine[]>>(
      async (before, surface) => [
        ...(await before),
        await page(`what a path counts: ${surfaces[surface]}`, { unit: 'code', surface }),
      ],
      Promise.resolve([]),
    )),
  ]
}
