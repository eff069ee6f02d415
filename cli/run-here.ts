// Runs the command line in this process, for tests that run it often: exit code and what it said.
import type { Ended } from './run-bin.ts'
import { runProgram } from './run-program.ts'

export async function runHere(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const said = { out: '', err: '' }
  let code = 0
  const stream = (name: 'out' | 'err') => ({
    write: (text: string) => {
      said[name] += text
    },
  })
  await runProgram(args, {
    out: stream('out'),
    err: stream('err'),
    input: {},
    env,
    today: '2026-03-01',
    nowMs: () => performance.now(),
    signal: new AbortController().signal,
    exit: ended => {
      code = ended
    },
  })
  return { code, ...said }
}
