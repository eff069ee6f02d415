// Starts the real program and reads it line by line while it runs, for tests of verbs that go on until they are stopped.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Running {
  /** The next line that matches; what it ends with instead is a fault. */
  line(form: RegExp): Promise<RegExpExecArray>
  kill(signal: NodeJS.Signals): void
  /** The exit code, null where a signal ended it. */
  ended(): Promise<number | null>
  /** Both. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const running = new Set<ChildProcess>()

/** Whatever a test left running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

const bin = fileURLToPath(new URL('../bin/equalizer.mjs', import.meta.url))

/** Of this process's surroundings: where programs are, and where the test run keeps what it has compiled. */
const { PATH, NODE_COMPILE_CACHE = '' } = process.env
const kept = { PATH, NODE_COMPILE_CACHE }

export async function startBin(args: readonly string[], cwd: string): Promise<Running> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...kept, HOME: cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let err = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text
  })
  const exit = once(child, 'exit') as Promise<[number | null]>
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = async () => (await exit)[0]
  return {
    async line(form) {
      for (;;) {
        const { done, value } = await lines.next()
        if (done) throw new Error(`it ended before it said ${form}: ${err}`)
        const match = form.exec(value)
        if (match) return match
      }
    },
    kill: signal => void child.kill(signal),
    ended,
    async end(signal) {
      child.kill(signal)
      return ended()
    },
  }
}
