// The main program of the command line: gives the verbs their surroundings and turns every ending into an exit code.
import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { createProgram } from './program.ts'
import { Stop } from './stop.ts'
import { harmless } from './terminal/text.ts'
import type { Context } from './verbs/context.ts'

const controller = new AbortController()

function interrupt(): void {
  // The second Ctrl-C does not wait for anything.
  if (controller.signal.aborted) process.exit(exitCodes.interrupted)
  controller.abort()
}

function say(line: string): void {
  process.stderr.write(`equalizer: ${line}\n`)
}

function endOf(error: unknown): ExitCode {
  if (controller.signal.aborted) {
    say('interrupted.')
    return exitCodes.interrupted
  }
  // Commander has said what is wrong already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  if (error instanceof Stop) {
    for (const line of error.details) process.stderr.write(`${line}\n`)
    say(error.message)
    return error.exitCode
  }
  const message = error instanceof Error ? error.message : String(error)
  say(`stopped by a fault of ours: ${harmless(message)}`)
  if (process.env.EQUALIZER_DEBUG) console.error(error)
  else say('EQUALIZER_DEBUG=1 shows where.')
  return exitCodes.broken
}

async function main(): Promise<void> {
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  // `equalizer … | head` closes our output early, which is no mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.cannotWrite)
  })
  const context: Context = {
    out: process.stdout,
    err: process.stderr,
    input: process.stdin,
    env: process.env,
    today: new Date().toISOString().slice(0, 10),
    nowMs: () => performance.now(),
    signal: controller.signal,
    exit: code => {
      process.exitCode = code
    },
  }
  try {
    await createProgram(context).parseAsync(process.argv.slice(2), { from: 'user' })
  } catch (error) {
    process.exitCode = endOf(error)
  }
}

await main()
