// The main program of `npm start`: opens the port, measures this checkout and a simulated organization, and serves both.
import { realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Result } from '@equalizer/core'
import type { Report } from '@equalizer/measure'
import { renderProblem } from '@equalizer/web'
import { type Desk, measuredSlot, type Slot } from './desk.ts'
import { createApp, measuringPage } from './http/app.ts'
import { isLoopback } from './http/host-names.ts'
import { listen } from './http/listen.ts'
import { measurePath, measureSimulated } from './measuring.ts'
import { startHelp, startOptions } from './start-options.ts'
import { createSteps } from './steps.ts'

const exit = { stopped: 0, usage: 64, unavailable: 69, fault: 70, interrupted: 130 } as const
/** A terminal sends Ctrl-C to the entry script and to us, and the script passes its own on: these are one. */
const sameInterruptMs = 500

/** Ends the process with one sentence. */
function stop(code: number, sentence: string): never {
  process.stderr.write(`equalizer: ${sentence}\n`)
  process.exit(code)
}

function slotOf(report: Result<Report>, self: keyof Desk, other: Result<Report>): Slot {
  if (!report.ok) return { state: 'missing', refusal: report.refusal }
  return measuredSlot(report.value, self, other.ok ? other.value : null)
}

/** Aborts at the first interrupt, so that what runs can clean up; leaves at once at a second one. */
function interruptible(): AbortSignal {
  const controller = new AbortController()
  let firstAt: number | null = null
  const interrupt = () => {
    if (firstAt === null) {
      firstAt = performance.now()
      controller.abort()
    } else if (performance.now() - firstAt > sameInterruptMs) process.exit(exit.interrupted)
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return controller.signal
}

async function start(): Promise<void> {
  const options = startOptions(process.argv.slice(2), process.env)
  if (!options.ok) stop(exit.usage, options.refusal.reason)
  const { host, port, measure, help } = options.value
  if (help) {
    process.stdout.write(startHelp)
    return
  }
  // The page first: without it there is nothing to serve.
  const unbuilt = pageFault()
  if (unbuilt !== null) stop(exit.unavailable, unbuilt)
  const asOf = options.value.asOf ?? new Date().toISOString().slice(0, 10)
  const signal = interruptible()
  const steps = createSteps(process.stdout, () => performance.now())
  const desk: Desk = { own: { state: 'measuring' }, simulated: { state: 'measuring' } }

  // The port first: that it is taken should not come out after a minute of measuring.
  const listening = await listen(createApp(desk, host), host, port)
  if (!listening.ok) stop(exit.unavailable, listening.refusal.reason)
  const { url, close } = listening.value
  try {
    if (!isLoopback(host))
      steps.say(`open to the network on ${host}: whoever reaches this machine can read it`)
    const checkout = realpathSync(dirname(dirname(fileURLToPath(import.meta.url))))
    const [path, label] = measure === null ? [checkout, 'this project'] : [resolve(measure), measure]
    const measuring = { asOf, steps, signal }
    const own = await measurePath(path, `measuring ${JSON.stringify(label).slice(1, -1)}`, measuring)
    const simulated = await measureSimulated(measuring)
    desk.own = slotOf(own, 'own', simulated)
    desk.simulated = slotOf(simulated, 'simulated', own)
    steps.say(`the simulated organization is at ${url}/simulated; Ctrl-C stops`)
    steps.say(`the report is at ${url}`)
    await untilAborted(signal)
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await close()
  }
  process.stdout.write('\nequalizer: stopped\n')
  process.exit(exit.stopped)
}

/** Why no page can be made, or null: the web part is built by `npm start` and not by this program. */
function pageFault(): string | null {
  try {
    renderProblem(measuringPage)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}

start().catch(error => {
  console.error(error)
  stop(exit.fault, 'stopped by a fault of ours; what is above helps to find it.')
})
