// The main program of `npm start`: opens the server, says where it is and how to enter, and stops it well.
import type { Refusal } from '@equalizer/core'
import { isLoopback } from './http/host-names.ts'
import { answerLinkRequests, requestLink } from './link-request.ts'
import { createLogger } from './log/logger.ts'
import { noRoom } from './no-room.ts'
import { openServer, type Running, version } from './open-server.ts'
import { findProject } from './project.ts'
import { type StartOptions, startHelp, startOptions } from './start-options.ts'

const exit = { stopped: 0, usage: 64, unavailable: 69, fault: 70, interrupted: 130 } as const
/** A terminal sends Ctrl-C to the entry script and to us, and the script passes its own on: these are one. */
const sameInterruptMs = 500
/** What does not end by then is left to the next start, which takes everything up again. */
const stopWithinMs = 10_000

function say(sentence: string): void {
  process.stdout.write(`equalizer: ${sentence}\n`)
}

/** Ends the process with one sentence. */
function stop(code: number, sentence: string): never {
  process.stderr.write(`equalizer: ${sentence}\n`)
  process.exit(code)
}

/** Resolves at the first interrupt; leaves at once at a second one. */
function interrupted(): Promise<void> {
  return new Promise(resolve => {
    let firstAt: number | null = null
    const interrupt = () => {
      if (firstAt === null) {
        firstAt = performance.now()
        resolve()
      } else if (performance.now() - firstAt > sameInterruptMs) process.exit(exit.interrupted)
    }
    process.on('SIGINT', interrupt)
    process.on('SIGTERM', interrupt)
  })
}

/** A server open to every address is entered from here by its own. */
function linkOf(url: string, token: string): string {
  return `${url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')}/enter#${token}`
}

function createServerLog() {
  const onTerminal = process.stderr.isTTY === true
  // On a terminal every request would push the link out of sight.
  const level = process.env.EQUALIZER_LOG || (onTerminal ? 'warn' : 'info')
  const levels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']
  if (!levels.includes(level)) stop(exit.usage, `EQUALIZER_LOG is one of ${levels.join(', ')}.`)
  return createLogger(process.stderr, { level, readable: onTerminal })
}

/** Why it cannot start, after a link where one was all that was asked for and another process can give it. */
async function cannotStart(options: StartOptions, refusal: Refusal): Promise<never> {
  if (refusal.code === 'store.locked' && options.link) {
    const link = await requestLink(options.data)
    if (link !== null) {
      say(`the server that runs already is entered, once and within an hour, at ${link}`)
      process.exit(exit.stopped)
    }
  }
  stop(refusal.code === 'server.usage' ? exit.usage : exit.unavailable, refusal.reason)
}

async function welcome(server: Running, options: StartOptions): Promise<void> {
  const { url, store, auth } = server
  if (store.kind === 'server') say(`the database is on ${store.where}`)
  if (!isLoopback(options.host)) {
    say(`open to the network on ${options.host}: whoever reaches this machine can try to enter`)
  }
  if (options.link || !(await auth.entered())) {
    say(`enter, once and within an hour, at ${linkOf(url, await auth.newLink())}`)
  } else say('a new link to enter by: npm start -- --link')
  say(`the board is at ${url}; Ctrl-C stops`)
}

async function start(): Promise<void> {
  const options = startOptions(process.argv.slice(2), process.env)
  if (!options.ok) stop(exit.usage, options.refusal.reason)
  if (options.value.help) {
    process.stdout.write(startHelp)
    return
  }
  // Before the database is opened, which takes seconds the first time.
  say(`version ${version}`)
  say(`the data is in ${options.value.data}`)
  const asked = interrupted()
  const log = createServerLog()
  const opened = await openServer(options.value, { log, project: await findProject() })
  if (!opened.ok) return cannotStart(options.value, opened.refusal)
  const server = opened.value
  const deaf = answerLinkRequests(options.value.data, async () =>
    linkOf(server.url, await server.auth.newLink()),
  )
  await welcome(server, options.value)
  await asked
  deaf()
  const late = setTimeout(() => process.exit(exit.stopped), stopWithinMs)
  await server.close()
  clearTimeout(late)
  say('stopped')
  process.exit(exit.stopped)
}

start().catch(error => {
  if (noRoom(error))
    stop(exit.unavailable, 'the disk of the data folder is full; once there is room, start again.')
  console.error(error)
  stop(exit.fault, 'stopped by a fault of ours; what is above helps to find it.')
})
