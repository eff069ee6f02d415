// The embedded back end: PGlite, a Postgres of one connection inside this process, over a folder or in memory.
import { PGlite, type QueryOptions, type Transaction } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { copyBlocks } from './copy.ts'
import { DurableFolder, durableStart } from './durable-folder.ts'
import type { Tables } from './tables.ts'

const int8 = 20

export interface Opened {
  readonly db: Kysely<Tables>
  /** What COPY reads from. */
  readonly copyFrom: string
}

interface OpenEmbedded {
  /** A folder, or `memory`. */
  readonly place: string
  /** A data folder's archive to begin with. */
  readonly archive?: Blob
}

export const memory = 'memory://'

/** Acknowledged is durable: relaxed durability stays off. Throws where the folder holds no database of ours. */
export async function openEmbedded({ place, archive }: OpenEmbedded): Promise<Opened & { pglite: PGlite }> {
  const pglite = await PGlite.create({
    ...(place === memory ? { dataDir: memory } : { fs: new DurableFolder(place), startParams: durableStart }),
    relaxedDurability: false,
    parsers: { [int8]: Number },
    ...(archive ? { loadDataDir: archive } : {}),
  })
  const dialect = new PGliteDialect({ pglite: withCopy(pglite) })
  return { db: new Kysely<Tables>({ dialect }), copyFrom: `'/dev/blob'`, pglite }
}

/** As the query builder's driver uses it, with the rows of a COPY handed over as a blob. */
function withCopy(pglite: PGlite) {
  const asking =
    (on: Pick<Transaction, 'query'>) =>
    <T>(text: string, parameters?: unknown[], options?: QueryOptions) => {
      const blocks = copyBlocks(parameters)
      if (!blocks) return on.query<T>(text, parameters, options)
      return on.query<T>(text, [], { ...options, blob: new Blob([...blocks]) })
    }
  return {
    query: asking(pglite),
    transaction: <T>(run: (transaction: Pick<Transaction, 'query' | 'rollback'>) => Promise<T>) =>
      pglite.transaction(inner => run({ query: asking(inner), rollback: () => inner.rollback() })),
    close: () => pglite.close(),
    waitReady: pglite.waitReady,
    get closed() {
      return pglite.closed
    },
    get ready() {
      return pglite.ready
    },
  }
}
