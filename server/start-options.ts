// What `npm start` was asked for: flags first, then the environment, then the defaults.
import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { accepted, type Result, refused } from '@equalizer/core'

export interface StartOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Folder, repository, file or charter whose report stands at `/`; null: this checkout. */
  readonly measure: string | null
  /** UTC day; null: today. */
  readonly asOf: string | null
  readonly help: boolean
}

export const startHelp = `npm start measures this project from its own git history and serves the report, with a simulated
organization beside it.

  npm start -- --port 8080          another port (0: any free one)
  npm start -- --measure ../repo    another repository or folder of evidence at /
  npm start -- --as-of 2026-06-30   as it stood at the end of that day (UTC)
  npm start -- --host 0.0.0.0       open to the network (default: this machine only)

Environment: EQUALIZER_PORT or PORT, EQUALIZER_HOST. Exit codes: 0 stopped, 64 wrong use, 69 the port or
something else needed is not available, 70 a fault of ours.
`

const wrong = (reason: string, facts: Record<string, string> = {}) => refused('server.usage', reason, facts)

function portOf(text: string, from: string): Result<number> {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    return wrong(`${from} is a number from 0 to 65535, not ${JSON.stringify(text)}.`, { port: text })
  }
  return accepted(Number(text))
}

/** Flags win over the environment. Codes: `server.usage`. */
export function startOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<StartOptions> {
  let values: { [flag: string]: string | boolean | undefined }
  try {
    const text = { type: 'string' } as const
    const help = { type: 'boolean', short: 'h' } as const
    values = parseArgs({
      args: [...argv],
      options: { host: text, port: text, measure: text, 'as-of': text, help },
    }).values
  } catch (error) {
    return wrong(`${error instanceof Error ? error.message : String(error)} (npm start -- --help says more)`)
  }
  const flag = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  const named = flag('port') !== undefined ? '--port' : env.EQUALIZER_PORT ? 'EQUALIZER_PORT' : 'PORT'
  const port = portOf(flag('port') ?? (env.EQUALIZER_PORT || env.PORT || '4700'), named)
  if (!port.ok) return port
  const host = flag('host') ?? (env.EQUALIZER_HOST || '127.0.0.1')
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(host)) {
    return wrong(`--host is a name or an address, not ${JSON.stringify(host)}.`, { host })
  }
  const asOf = flag('as-of') ?? null
  if (asOf !== null && !isDay(asOf)) {
    return wrong(`--as-of is a day, YYYY-MM-DD, not ${JSON.stringify(asOf)}.`, { asOf })
  }
  return accepted({
    host,
    port: port.value,
    measure: flag('measure') ?? null,
    asOf,
    help: values.help === true,
  })
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
