// The store on both back ends: observations stored as an import stores them against one COPY of the same rows, and a page
// of a large list against the same number of rows by their primary key.
import { observationColumns, runCopyText, type Store, textColumns, textRows } from '@equalizer/server'
import { type Bench, type BenchLine, compare } from './bench.ts'
import { onBothStores } from './both-stores.ts'
import { listing } from './store-pages.ts'
import { batch, observation, rowsOf, storeAll } from './store-rows.ts'

const stored = 50_000
const rounds = 3
async function inserting(store: Store, name: string): Promise<BenchLine> {
  const all = Array.from({ length: stored }, (_, at) => observation(at))
  const from = store.kind === 'embedded' ? `'/dev/blob'` : 'STDIN'
  let round = 0
  const rows = rowsOf('import-of-round', all)
  const text = textOf(rows)
  const searched = textOf(textRows(observationColumns, rows))
  return compare({
    name: `${stored.toLocaleString('en')} observations stored, ${name}`,
    baseline: 'one COPY of the same rows into each table, written out before',
    rounds,
    limit: null,
    ours: () => storeAll(store, `ours-${round++}`, all),
    theirs: async () => {
      const importId = `theirs-${round++}`
      const of = (lines: string) => [lines.replaceAll('import-of-round', importId)]
      await runCopyText(store.db, from, 'observations', observationColumns, of(text))
      await runCopyText(store.db, from, 'observation_texts', textColumns, of(searched))
      return text.length
    },
  })
}

/** Nothing in these rows has a meaning for COPY. */
function textOf(rows: readonly (readonly unknown[])[]): string {
  return `${rows.map(row => row.map(cell => cell ?? '\\N').join('\t')).join('\n')}\n`
}

async function on(store: Store, name: string): Promise<BenchLine[]> {
  try {
    const inserted = await inserting(store, name)
    for (const table of ['observations', 'observation_texts'] as const) {
      await store.db.deleteFrom(table).execute()
      await store.tend(table)
    }
    return [inserted, ...(await listing(store, name))]
  } finally {
    await store.close()
  }
}

export const storeBench: Bench = {
  name: 'store',
  async run() {
    const { lines, notes } = await onBothStores(on)
    const said = [
      `Medians. Both write into the same two tables with their five indexes, each commit on the disk. Ours makes the rows, and commits every ${batch.toLocaleString('en')}; reading the source, which a thread of its own does, is not in it, nor is the job's own row.`,
      'A page of ours holds who each handle belongs to and how many rows there are.',
    ]
    return { lines, notes: [...said, ...notes] }
  },
}
