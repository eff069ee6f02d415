// The server back end: a pool of connections to a Postgres by its address.
import { pipeline } from 'node:stream/promises'
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import { type ClientBase, Pool, type PoolClient, types } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyBlocks } from './copy.ts'
import type { Opened } from './embedded.ts'
import type { Tables } from './tables.ts'

const int8 = 20
const connections = 10
const connectMs = 10_000

/** Throws where the server cannot be reached. */
export async function openPostgres(url: string): Promise<Opened> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => parserOf(oid, format) },
  })
  // A connection that breaks is thrown away by the pool; whoever used it hears of it by their query failing.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const known = new WeakMap<PoolClient, PostgresPoolClient>()
  const connect = async () => {
    const client = await pool.connect()
    const carried = known.get(client) ?? withCopy(client)
    known.set(client, carried)
    return carried
  }
  const dialect = new PostgresDialect({ pool: { options: pool.options, end: () => pool.end(), connect } })
  return { db: new Kysely<Tables>({ dialect }), copyFrom: 'STDIN' }
}

function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === int8 ? Number : types.getTypeParser(oid, format)
}

/** As the query builder's driver uses it, with the rows of a COPY sent as a stream. */
function withCopy(client: PoolClient): PostgresPoolClient {
  const query = async (text: string, parameters: unknown[]) => {
    const blocks = copyBlocks(parameters)
    if (!blocks) return client.query(text, parameters)
    const rowCount = await send(client, text, blocks)
    return { command: 'INSERT', rowCount, rows: [] }
  }
  return { query, release: (destroy?: boolean) => client.release(destroy) } as unknown as PostgresPoolClient
}

async function send(client: ClientBase, text: string, blocks: Iterable<string>): Promise<number> {
  const stream = client.query(copyFrom(text))
  await pipeline(blocks, stream)
  return stream.rowCount
}
