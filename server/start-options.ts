// What `npm start` was asked for: flags first, then the environment, then the defaults.
import { isIP } from 'node:net'
import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { accepted, type Result, refused } from '@equalizer/core'
import { defaultFolder } from './data-folder.ts'

type Env = Readonly<Record<string, string | undefined>>

export interface StartOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The data folder, absolute. */
  readonly data: string
  /** A Postgres server's address; null: the embedded database in the data folder. */
  readonly database: string | null
  /** Folders below which paths may be connected, absolute; null: not said. */
  readonly paths: readonly string[] | null
  /** A proxy with TLS in front, whose headers are believed, and its name where one was given; null: none. */
  readonly proxy: { readonly name: string | null } | null
  /** The secret that cookies are signed with; null: the one in the data folder. */
  readonly secret: string | null
  readonly link: boolean
  readonly help: boolean
}

export const startHelp = `npm start opens the board in a browser's reach and keeps its data in one folder.

  npm start -- --port 8080          another port (0: any free one)
  npm start -- --data ../board      another data folder
  npm start -- --link               print a new one-time link to enter by
  npm start -- --host 0.0.0.0       open to the network (default: this machine only)

Environment: EQUALIZER_PORT or PORT, EQUALIZER_HOST, EQUALIZER_DATA, EQUALIZER_SECRET (at least 32 characters),
EQUALIZER_PATHS (folders below which paths may be connected, separated by :), EQUALIZER_PROXY (1, or the name that a
proxy with TLS in front is reached by), DATABASE_URL (a Postgres server instead of the embedded database). Exit codes: 0 stopped, 64 wrong use, 69 the port, the data folder or something else needed
is not available, 70 a fault of ours.
`

const wrong = (reason: string, facts: Record<string, string> = {}) => refused('server.usage', reason, facts)

function portOf(text: string, from: string): Result<number> {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    return wrong(`${from} is a number from 0 to 65535, not ${JSON.stringify(text)}.`, { port: text })
  }
  return accepted(Number(text))
}

function databaseOf(env: Env): Result<string | null> {
  const url = env.DATABASE_URL
  if (!url) return accepted(null)
  // The address may hold a password: it is not repeated.
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return accepted(url)
  return wrong('DATABASE_URL is an address like postgres://user@host/database.')
}

function pathsOf(env: Env): Result<readonly string[] | null> {
  if (!env.EQUALIZER_PATHS) return accepted(null)
  const folders = env.EQUALIZER_PATHS.split(process.platform === 'win32' ? ';' : ':').filter(
    one => one !== '',
  )
  const relative = folders.find(folder => !isAbsolute(folder))
  if (relative === undefined) return accepted(folders)
  return wrong(`EQUALIZER_PATHS holds whole paths, and ${JSON.stringify(relative)} is none.`, {
    path: relative,
  })
}

function hostOf(host: string): Result<string> {
  if (isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(host)) return accepted(host)
  return wrong(`--host is a name or an address, not ${JSON.stringify(host)}.`, { host })
}

function proxyOf(env: Env): Result<StartOptions['proxy']> {
  const said = env.EQUALIZER_PROXY
  if (!said || said === '0') return accepted(null)
  if (said === '1') return accepted({ name: null })
  if (/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(said)) return accepted({ name: said })
  return wrong(`EQUALIZER_PROXY is 1 or a host name, not ${JSON.stringify(said)}.`, { proxy: said })
}

function flagsOf(argv: readonly string[]): Result<{ readonly [flag: string]: string | boolean | undefined }> {
  const text = { type: 'string' } as const
  const help = { type: 'boolean', short: 'h' } as const
  const link = { type: 'boolean' } as const
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { host: text, port: text, data: text, link, help },
    })
    return accepted(values)
  } catch (error) {
    return wrong(`${error instanceof Error ? error.message : String(error)} (npm start -- --help says more)`)
  }
}

/** Flags win over the environment. Codes: `server.usage`. */
export function startOptions(argv: readonly string[], env: Env): Result<StartOptions> {
  const flags = flagsOf(argv)
  if (!flags.ok) return flags
  const flag = (name: string) => {
    const value = flags.value[name]
    return typeof value === 'string' ? value : undefined
  }
  const named = flag('port') !== undefined ? '--port' : env.EQUALIZER_PORT ? 'EQUALIZER_PORT' : 'PORT'
  const port = portOf(flag('port') ?? (env.EQUALIZER_PORT || env.PORT || '4700'), named)
  if (!port.ok) return port
  const host = hostOf(flag('host') ?? (env.EQUALIZER_HOST || '127.0.0.1'))
  if (!host.ok) return host
  if (flag('data') === '') return wrong('--data is a folder, and the name given is empty.')
  const database = databaseOf(env)
  if (!database.ok) return database
  const paths = pathsOf(env)
  if (!paths.ok) return paths
  const proxy = proxyOf(env)
  if (!proxy.ok) return proxy
  return accepted({
    host: host.value,
    port: port.value,
    data: resolve(flag('data') ?? (env.EQUALIZER_DATA || defaultFolder(env))),
    database: database.value,
    paths: paths.value,
    proxy: proxy.value,
    secret: env.EQUALIZER_SECRET || null,
    link: flags.value.link === true,
    help: flags.value.help === true,
  })
}
