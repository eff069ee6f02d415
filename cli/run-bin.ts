// Runs the real program in a process of its own, for tests: exit code and what it said.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('./bin/equalizer.mjs', import.meta.url))

/** Of this process's surroundings: where programs are, and where the test run keeps what it has compiled. */
const { PATH, NODE_COMPILE_CACHE = '' } = process.env
const kept = { PATH, NODE_COMPILE_CACHE }

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Called at the first word on the error stream. */
  readonly onFirstWord?: (kill: (signal: NodeJS.Signals) => void) => void
}

export function runBin(args: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: options.cwd,
      env: { ...kept, HOME: options.cwd, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      if (err === '') options.onFirstWord?.(signal => child.kill(signal))
      err += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}
