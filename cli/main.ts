// The main program of the command line: gives the verbs their surroundings, the streams and the signals of a process.
import { exitCodes } from './exit-codes.ts'
import { runProgram } from './run-program.ts'

const controller = new AbortController()

function interrupt(): void {
  // The second Ctrl-C does not wait for anything.
  if (controller.signal.aborted) process.exit(exitCodes.interrupted)
  controller.abort()
}

process.on('SIGINT', interrupt)
process.on('SIGTERM', interrupt)
// `equalizer … | head` closes our output early, which is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.cannotWrite)
})
await runProgram(process.argv.slice(2), {
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
})
