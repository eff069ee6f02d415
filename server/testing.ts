// A whole server in process for tests: real store, real jobs, real access, asked through its front door.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@equalizer/client'
import type { Scope } from '@equalizer/client/contract'
import { openAuth } from './auth/link.ts'
import { createBell } from './bell.ts'
import { machineClock } from './clock.ts'
import { dataFolder } from './data-folder.ts'
import type { Clock, Desk } from './desk.ts'
import { createApp } from './http/app.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { createLogger } from './log/logger.ts'
import { createIds } from './new-id.ts'
import type { Store } from './store/store.ts'
import { openTestStore } from './store/testing.ts'

/** Where nobody listens: the server is asked in process. */
const origin = 'http://127.0.0.1:4700'

type Client = ReturnType<typeof createClient>

export interface TestServer {
  readonly origin: string
  readonly desk: Desk
  /** Asks the server in process; addresses may leave out the origin. */
  readonly fetch: typeof fetch
  /** Nobody signed in. */
  readonly call: Client
  /** The server's steward, by session. */
  readonly stewardCall: Client
  /** The steward's cookie header. */
  readonly cookie: string
  /** A new API key of the steward's, for an organization that they are in. */
  keyFor(organization: string, scopes?: readonly Scope[]): Promise<string>
  /** A client that sends this key. */
  callWith(key: string): Client
  close(): Promise<void>
}

export interface TestServerOptions {
  /** Left out: one of its own, in memory, closed with the server. */
  readonly store?: Store
  /** Left out: the machine's. */
  readonly clock?: Clock
  readonly paths?: Desk['paths']
  readonly project?: Desk['project']
}

async function openDesk(options: TestServerOptions, root: string): Promise<Desk> {
  const store = options.store ?? (await openTestStore())
  const desk = {
    store,
    data: dataFolder(root),
    clock: options.clock ?? machineClock,
    bell: createBell(),
    log: createLogger(process.stderr, { level: process.env.EQUALIZER_TEST_LOG ?? 'silent' }),
    paths: options.paths ?? { allowed: true, below: null },
    project: options.project ?? null,
    newId: createIds(machineClock),
  }
  return { ...desk, jobs: startJobs(desk) }
}

/** Close it: its jobs, its folder and its store go with it. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const root = await mkdtemp(join(tmpdir(), 'equalizer-server-'))
  const desk = await openDesk(options, root)
  const auth = openAuth(desk.store.db, randomBytes(32).toString('hex'))
  const app = createApp(desk, { host: '127.0.0.1', auth, version: '0.0.0', checkAnswers: true })
  const ask = (async (input: string | URL | Request, init?: RequestInit) =>
    app.hono.request(
      new Request(new URL(input instanceof Request ? input.url : input, origin), init),
    )) as typeof fetch
  const entered = await ask('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: await auth.newLink() }),
  })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const asSteward = ((input: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', cookie)
    headers.set('origin', origin)
    return ask(input, { ...init, headers })
  }) as typeof fetch
  const stewardCall = createClient({ origin, fetch: asSteward })
  return {
    origin,
    desk,
    fetch: ask,
    cookie,
    call: createClient({ origin, fetch: ask }),
    stewardCall,
    callWith: key => createClient({ origin, key, fetch: ask }),
    async keyFor(organization, scopes = ['read', 'evidence', 'manage']) {
      const body = { name: 'test', organization, scopes: [...scopes] }
      const made = await stewardCall('POST /api/keys', {}, { body })
      if (!made.ok) throw new Error(made.problem.reason)
      return made.value.secret
    },
    async close() {
      app.close()
      await desk.jobs.close()
      if (!options.store) await desk.store.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}
