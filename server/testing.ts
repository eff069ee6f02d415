// A whole server for tests: real store, real jobs, real access, asked through its front door in process or by a socket.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@equalizer/client'
import type { Scope } from '@equalizer/client/contract'
import { charterSchema, type Entry } from '@equalizer/core'
import { type Auth, openAuth } from './auth/link.ts'
import { createBell } from './bell.ts'
import { charterRows } from './charter/charter-rows.ts'
import { tellOfDecided } from './charter/tell.ts'
import { machineClock } from './clock.ts'
import { dataFolder } from './data-folder.ts'
import type { Clock, Desk } from './desk.ts'
import { openDoor } from './door/open-door.ts'
import { createApp } from './http/app.ts'
import { type Listening, listen } from './http/listen.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { createLogger, type Sink } from './log/logger.ts'
import { openLogs } from './log-tree/logs.ts'
import { createIds } from './new-id.ts'
import type { Store } from './store/store.ts'
import { openTestStore } from './store/testing.ts'

type Client = ReturnType<typeof createClient>

export interface TestPerson {
  readonly id: string
  /** Cookie header of their session. */
  readonly cookie: string
  readonly call: Client
}

export interface TestServer {
  readonly origin: string
  readonly desk: Desk
  readonly auth: Auth
  /** Asks the server; addresses may leave out the origin. */
  readonly fetch: typeof fetch
  /** Nobody signed in. */
  readonly call: Client
  /** The server's steward, by session. */
  readonly stewardCall: Client
  readonly steward: TestPerson
  /** The steward's cookie header. */
  readonly cookie: string
  /** Another person, by a session of their own, a member of these organizations. */
  enterAs(
    name: string,
    roles?: Readonly<Record<string, 'steward' | 'member' | 'reader'>>,
  ): Promise<TestPerson>
  /** Somebody who was admitted, by the link that a steward makes for them. */
  enterAsMember(organization: string, person: string): Promise<TestPerson>
  /** A bare organization with an empty charter, of which the steward is steward. */
  addOrganization(id: string): Promise<void>
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
  /** Where log lines go; left out: nowhere. */
  readonly log?: Sink
  /** Really on a port of this machine, instead of in process. */
  readonly listen?: boolean
  /** The data folder, left as it is at the end; left out: one of its own. */
  readonly root?: string
  readonly webRoot?: string
  /** False: acts are stored and their logs' trees kept, and nothing of it is published. Left out: true. */
  readonly publishes?: boolean
  readonly proxy?: { readonly name: string | null }
  /** Entries that one person may make in an hour; left out: as on any server. */
  readonly commandsPerHour?: number
}

async function openDesk(options: TestServerOptions, root: string): Promise<Desk> {
  const store = options.store ?? (await openTestStore())
  const desk = {
    store,
    data: dataFolder(root),
    clock: options.clock ?? machineClock,
    bell: createBell(),
    log: createLogger(options.log ?? process.stderr, { level: options.log ? 'debug' : 'silent' }),
    paths: options.paths ?? { allowed: true, below: null },
    project: options.project ?? null,
    newId: createIds(machineClock),
  }
  const logs = openLogs({
    root,
    store,
    clock: desk.clock,
    log: desk.log,
    publicName: options.proxy?.name ?? null,
  })
  const publishing = options.publishes === false ? desk : { ...desk, logs }
  const told = (organization: string, entries: readonly Entry[]) => {
    tellOfDecided(whole, organization, entries).catch(error =>
      desk.log.error({ err: error, organization }, 'a decided change was not told of'),
    )
  }
  const { commandsPerHour } = options
  const most = commandsPerHour === undefined ? {} : { commandsPerHour }
  const door = openDoor(publishing, [charterRows(desk)], told, most)
  const whole: Desk = { ...desk, logs, door, jobs: startJobs({ ...desk, logs, door }) }
  await door.ready()
  await logs.start()
  return whole
}

/** Signs in somebody by a link, as it is printed for the steward and would be mailed to others. */
async function enter(
  auth: Auth,
  origin: string,
  ask: typeof fetch,
  email: string | null,
): Promise<TestPerson> {
  const token = await auth.newLink(email === null ? undefined : { email, name: email.replace(/@.*/, '') })
  return enterBy(origin, ask, token)
}

async function enterBy(origin: string, ask: typeof fetch, token: string): Promise<TestPerson> {
  const entered = await ask(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const { user } = (await entered.json()) as { user: { id: string } }
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const asThem = ((input: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', cookie)
    headers.set('origin', origin)
    return ask(input, { ...init, headers })
  }) as typeof fetch
  return { id: user.id, cookie, call: createClient({ origin, fetch: asThem }) }
}

async function addOrganization(desk: Desk, id: string, steward: string): Promise<void> {
  const charter = charterSchema.parse({ equalizer: 1, organization: { id, name: id } })
  await desk.store.db.transaction().execute(async trx => {
    await trx
      .insertInto('organizations')
      .values({
        organization_id: id,
        name: id,
        simulated: false,
        origin: 'empty',
        charter_version: 1,
        created_ms: desk.clock.nowMs(),
      })
      .execute()
    await trx
      .insertInto('charters')
      .values({
        organization_id: id,
        version: 1,
        charter: JSON.stringify(charter),
        given: false,
        kind: 'created',
        facts: '{}',
        at_ms: desk.clock.nowMs(),
        by: 'Steward',
        undoes: null,
      })
      .execute()
    await trx
      .insertInto('members')
      .values({ organization_id: id, user_id: steward, role: 'steward' })
      .execute()
  })
}

/** Close it: its jobs, its folder and its store go with it. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const root = options.root ?? (await mkdtemp(join(tmpdir(), 'equalizer-server-')))
  const desk = await openDesk(options, root)
  const auth = openAuth(desk.store.db, randomBytes(32).toString('hex'))
  const app = createApp(desk, {
    host: '127.0.0.1',
    auth,
    version: '0.0.0',
    checkAnswers: true,
    proxy: options.proxy ?? null,
    ...(options.webRoot === undefined ? {} : { webRoot: options.webRoot }),
  })
  const listening = options.listen ? await opened(app.hono) : null
  const origin = listening?.url ?? 'http://127.0.0.1:4700'
  const ask = (async (input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input, origin)
    return listening ? fetch(url, init) : app.hono.request(new Request(url, init))
  }) as typeof fetch
  const steward = await enter(auth, origin, ask, null)
  return {
    origin,
    desk,
    auth,
    fetch: ask,
    steward,
    cookie: steward.cookie,
    call: createClient({ origin, fetch: ask }),
    stewardCall: steward.call,
    callWith: key => createClient({ origin, key, fetch: ask }),
    addOrganization: id => addOrganization(desk, id, steward.id),
    async enterAs(name, roles = {}) {
      const person = await enter(auth, origin, ask, `${name}@example.org`)
      for (const [organization_id, role] of Object.entries(roles)) {
        const member = { organization_id, user_id: person.id, role }
        await desk.store.db.insertInto('members').values(member).execute()
      }
      return person
    },
    async enterAsMember(organization, person) {
      const made = await steward.call('POST /api/organizations/{organization}/members/{person}/link', {
        organization,
        person,
      })
      if (!made.ok) throw new Error(made.problem.reason)
      return enterBy(origin, ask, made.value.link.slice(made.value.link.indexOf('#') + 1))
    },
    async keyFor(organization, scopes = ['read', 'evidence', 'manage']) {
      const body = { name: 'test', organization, scopes: [...scopes] }
      const made = await steward.call('POST /api/keys', {}, { body })
      if (!made.ok) throw new Error(made.problem.reason)
      return made.value.secret
    },
    async close() {
      app.close()
      await listening?.close()
      await desk.jobs.close()
      await desk.door.close()
      await desk.logs.close()
      if (!options.store) await desk.store.close()
      if (options.root === undefined) await rm(root, { recursive: true, force: true })
    },
  }
}

async function opened(app: Parameters<typeof listen>[0]): Promise<Listening> {
  const listening = await listen(app, '127.0.0.1', 0)
  if (!listening.ok) throw new Error(listening.refusal.reason)
  return listening.value
}
