// Opens everything that a running server is, in the order in which one thing needs the other, and closes it in reverse.
import { access, constants } from 'node:fs/promises'
import { accepted, type Result, refused } from '@equalizer/core'
import type { Logger } from 'pino'
import { type Auth, openAuth } from './auth/link.ts'
import { readSecret } from './auth/secret.ts'
import { createBell } from './bell.ts'
import { charterRows } from './charter/charter-rows.ts'
import { tellOfDecided } from './charter/tell.ts'
import { machineClock } from './clock.ts'
import { dataFolder } from './data-folder.ts'
import type { Desk } from './desk.ts'
import { openDoor } from './door/open-door.ts'
import { type App, createApp } from './http/app.ts'
import { isLoopback } from './http/host-names.ts'
import { type Listening, listen } from './http/listen.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { openLogs } from './log-tree/logs.ts'
import { makeFolder } from './make-folder.ts'
import { createIds } from './new-id.ts'
import manifest from './package.json' with { type: 'json' }
import type { StartOptions } from './start-options.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'

/** How long requests under way may still take when the server stops. */
const graceMs = 5_000

export const version: string = manifest.version

export interface Running {
  readonly url: string
  readonly auth: Auth
  readonly store: Store
  close(): Promise<void>
}

export interface ServerParts {
  readonly log: Logger
  readonly project: Desk['project']
}

/** On this machine alone, who may enter may read it anyway; else only below folders that were named. */
function pathsOf({ host, paths }: StartOptions): Desk['paths'] {
  if (paths !== null) return { allowed: true, below: paths }
  return { allowed: isLoopback(host), below: null }
}

async function deskOf(options: StartOptions, store: Store, { log, project }: ServerParts): Promise<Desk> {
  const desk = {
    store,
    data: dataFolder(options.data),
    clock: machineClock,
    bell: createBell(),
    log,
    paths: pathsOf(options),
    project,
    newId: createIds(machineClock),
    logs: openLogs({
      root: options.data,
      store,
      clock: machineClock,
      log,
      publicName: options.proxy?.name ?? null,
    }),
  }
  const door = openDoor(desk, [charterRows(desk)], (organization, entries) => {
    tellOfDecided(whole, organization, entries).catch(error =>
      desk.log.error({ err: error, organization }, 'a decided change was not told of'),
    )
  })
  const whole: Desk = { ...desk, door, jobs: startJobs({ ...desk, door }) }
  await door.ready()
  await desk.logs.start()
  return whole
}

function running(listening: Listening, app: App, desk: Desk, auth: Auth): Running {
  return {
    url: listening.url,
    auth,
    store: desk.store,
    async close() {
      // First the door, then what is followed, so that nobody comes back at once.
      const closed = listening.close(graceMs)
      app.close()
      await closed
      await desk.jobs.close()
      await desk.door.close()
      await desk.logs.close()
      await desk.store.close()
    },
  }
}

async function prepareFolder(folder: string): Promise<Result<null>> {
  try {
    await makeFolder(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return accepted(null)
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    return refused('server.data_unusable', `The data folder ${folder} cannot be used: ${because}.`, {
      folder,
    })
  }
}

/** Codes: `server.data_unusable`, `store.locked`, `store.newer`, `server.secret_too_short`, `server.cannot_listen`. */
export async function openServer(options: StartOptions, parts: ServerParts): Promise<Result<Running>> {
  const usable = await prepareFolder(options.data)
  if (!usable.ok) return usable
  const secret = await readSecret(options.data, options.secret ?? undefined)
  if (!secret.ok) return secret
  const store = await openStore({
    folder: options.data,
    alone: true,
    ...(options.database === null ? {} : { url: options.database }),
  })
  if (!store.ok) return store
  const auth = openAuth(store.value.db, secret.value)
  await auth.sweep()
  const desk = await deskOf(options, store.value, parts)
  const app = createApp(desk, { host: options.host, proxy: options.proxy, auth, version })
  const listening = await listen(app.hono, options.host, options.port)
  if (listening.ok) return accepted(running(listening.value, app, desk, auth))
  app.close()
  await desk.jobs.close()
  await desk.door.close()
  await desk.logs.close()
  await desk.store.close()
  return listening
}
