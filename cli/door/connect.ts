// The way to a server: its address, the key of whoever asks, and the organization that is meant.
import { createClient, type Problem, Unreachable } from '@equalizer/client'
import type { Command } from 'commander'
import { exitCodeOfServer } from '../exit-codes.ts'
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from '../verbs/context.ts'
import { timeWords } from './words.ts'

export interface DoorFlags {
  readonly url?: string
  readonly organization?: string
  readonly json?: boolean
}

type Client = ReturnType<typeof createClient>

export interface Connection {
  /** The server's address, without a slash at its end. */
  readonly origin: string
  readonly call: Client
  readonly organization: string
  /** The answer's value; a refusal ends the verb. */
  value<T>(answered: Promise<AnsweredLike<T>>): Promise<T>
}

type AnsweredLike<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

/** Where `npm start` serves. */
export const defaultUrl = 'http://127.0.0.1:4700'
const patienceMs = 60_000
const sinceMs = Date.UTC(2000, 0)
const untilMs = Date.UTC(10_000, 0)

/** The options of every verb that speaks to a server. */
export function addDoorOptions(command: Command): Command {
  return command
    .option('--url <address>', `where the server is (default: EQUALIZER_URL, or ${defaultUrl})`)
    .option('--organization <id>', 'which one (default: EQUALIZER_ORGANIZATION, or the only one of the key)')
    .option('--json', 'the answer as JSON, for programs; a refusal as JSON on the error stream')
}

/** Refuses wrong addresses and a missing key before anything is asked. `patience`: ms; completion does not wait long. */
export async function connect(
  flags: DoorFlags,
  context: Context,
  patience: number = patienceMs,
): Promise<Connection> {
  const { env } = context
  const origin = originOf(flags.url ?? (env.EQUALIZER_URL || defaultUrl))
  const key = env.EQUALIZER_KEY
  if (!key) {
    const reason = 'EQUALIZER_KEY is not set; make a key under Settings on the board, with the scope to act.'
    throw new Stop({ code: 'access.sign_in', reason }, [], { exitCode: exitCodeOfServer('access.sign_in') })
  }
  const call = clientFor(origin, key, context, patience)
  const value: Connection['value'] = async answered => {
    const got = await answered
    if (got.ok) return got.value
    throw refusedBy(got.problem, flags.json === true)
  }
  const named = flags.organization ?? (env.EQUALIZER_ORGANIZATION || undefined)
  return { origin, call, value, organization: named ?? (await onlyOne(call, value)) }
}

function originOf(url: string): string {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url.replace(/\/+$/, '')
  throw new Stop({
    code: 'cli.usage',
    reason: `A server's address is like ${defaultUrl}, not ${harmless(url)}.`,
  })
}

function clientFor(origin: string, key: string, { signal }: Context, patience: number): Client {
  const client = createClient({
    origin,
    key,
    fetch: (input, init) =>
      fetch(input, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) }),
  })
  const call = async (...args: Parameters<Client>) => {
    try {
      return await client(...args)
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      const reason = `No answer from ${origin}: npm start starts a server there; --url or EQUALIZER_URL name another.`
      throw new Stop({ code: 'cli.unavailable', reason })
    }
  }
  return call as Client
}

async function onlyOne(call: Client, value: Connection['value']): Promise<string> {
  const { organizations } = await value(call('GET /api/organizations', {}))
  const [first, ...others] = organizations
  if (first && others.length === 0) return first.id
  const reason = first
    ? `There are several organizations: ${organizations.map(({ id }) => id).join(', ')}. --organization says which.`
    : 'This key sees no organization.'
  throw new Stop({ code: 'cli.usage', reason })
}

/** A moment is told as a time; a span stays a number of milliseconds. */
function factWords(name: string, fact: Problem['facts'][string]): string {
  const isMoment = name.endsWith('Ms') && typeof fact === 'number' && fact >= sinceMs && fact < untilMs
  return isMoment ? `${name.slice(0, -2)} ${timeWords(new Date(fact).toISOString())}` : `${name} ${fact}`
}

/** `The reason (act.not_yours: class small, needs team)`, or all of it as JSON. */
export function refusedBy({ code, reason, facts }: Problem, json: boolean): Stop {
  const told = Object.entries(facts).map(([name, fact]) => factWords(name, fact))
  const where = told.length === 0 ? code : `${code}: ${told.join(', ')}`
  return new Stop({ code, reason: harmless(`${reason.replace(/[.]$/, '')} (${where})`) }, [], {
    exitCode: exitCodeOfServer(code),
    asJson: json ? JSON.stringify({ code, reason, facts }) : null,
  })
}
