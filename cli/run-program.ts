// Runs the command line once: parses, does, and turns every ending into an exit code.
import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { createProgram } from './program.ts'
import { Stop } from './stop.ts'
import { harmless } from './terminal/text.ts'
import type { Context } from './verbs/context.ts'

/** `args` without the program's own name. Verbs that end with another code than 0 without an error say so by `context.exit`. */
export async function runProgram(args: readonly string[], context: Context): Promise<void> {
  try {
    await createProgram(context).parseAsync([...args], { from: 'user' })
  } catch (error) {
    context.exit(endOf(error, context))
  }
}

function endOf(error: unknown, { err, env, signal }: Context): ExitCode {
  const say = (line: string) => void err.write(`equalizer: ${line}\n`)
  if (signal.aborted) {
    say('interrupted.')
    return exitCodes.interrupted
  }
  // Commander has said what is wrong already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  if (error instanceof Stop) {
    for (const line of error.details) err.write(`${line}\n`)
    if (error.asJson === null) say(error.message)
    else err.write(`${error.asJson}\n`)
    return error.exitCode
  }
  const message = error instanceof Error ? error.message : String(error)
  say(`stopped by a fault of ours: ${harmless(message)}`)
  if (env.EQUALIZER_DEBUG) console.error(error)
  else say('EQUALIZER_DEBUG=1 shows where.')
  return exitCodes.broken
}
