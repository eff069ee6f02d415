// The board as a reader asks for it, access and headers and all, against a plain JSON route that sends the same bytes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createClient } from '@equalizer/client'
import { type Bench, compare } from './bench.ts'

const requests = 4_000
const connections = 32
const rounds = 5

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const boardRequestBench: Bench = {
  name: 'board-request',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'equalizer-bench-'))
    const started: ChildProcess[] = []
    try {
      const { url, cookie, body } = await serverWithBoard(folder, started)
      await writeFile(join(folder, 'board.json'), body)
      const plain = await addressFrom(
        started,
        [here('plain-route.ts'), join(folder, 'board.json')],
        /^(http.+)$/,
      )
      const line = await compare({
        name: `${requests} boards over ${connections} connections`,
        baseline: 'a plain JSON route, same bytes',
        rounds,
        limit: null,
        ours: () => asked(url, { cookie }, body),
        theirs: () => asked(`${plain}/board`, {}, body),
      })
      return {
        lines: [line],
        notes: [
          `${Math.round((requests / line.ms) * 1_000)} boards a second of ${Buffer.byteLength(body)} bytes, not compressed; the asking process shares the machine's cores.`,
        ],
      }
    } finally {
      await Promise.all(started.map(ended))
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.kill('SIGTERM')) return
  await once(child, 'exit')
}

/** Starts a program and answers the first match of what it prints. */
async function addressFrom(started: ChildProcess[], args: string[], pattern: RegExp): Promise<string> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EQUALIZER_LOG: 'silent', DATABASE_URL: '' },
  })
  started.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const found = pattern.exec(line)?.[1]
    if (found) return found
  }
  throw new Error(`${args[0]} ended without saying where it is`)
}

/** A real server with the example organization, entered by its one-time link. */
async function serverWithBoard(folder: string, started: ChildProcess[]) {
  const args = [here('../server/start.ts'), '--port', '0', '--data', join(folder, 'data')]
  const link = new URL(await addressFrom(started, args, /at (http\S+#\S+)/))
  const { origin } = link
  const entered = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token: link.hash.slice(1) }),
  })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const call = createClient({
    origin,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers)
      headers.set('cookie', cookie)
      headers.set('origin', origin)
      return fetch(input, { ...init, headers })
    },
  })
  const made = await call('POST /api/organizations', {}, { body: { start: { from: 'example' } } })
  if (!made.ok) throw new Error(made.problem.reason)
  const { id } = made.value.organization
  for (;;) {
    const listed = await call('GET /api/organizations/{organization}/jobs', { organization: id })
    if (!listed.ok) throw new Error(listed.problem.reason)
    if (listed.value.jobs.every(job => job.finished !== null)) break
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  const url = `${origin}/api/organizations/${id}/board`
  return { url, cookie, body: await (await fetch(url, { headers: { cookie } })).text() }
}

/** Asks `requests` times; every answer must be the whole body. */
async function asked(url: string, headers: Record<string, string>, body: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let left = requests
  let bytes = 0
  const expected = Buffer.byteLength(body)
  const one = () =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent, headers }, answer => {
        let got = 0
        answer.on('data', (piece: Buffer) => {
          got += piece.length
        })
        answer.on('error', reject)
        answer.on('end', () => {
          bytes += got
          if (answer.statusCode === 200 && got === expected) resolve()
          else reject(new Error(`${url} answered ${answer.statusCode} with ${got} bytes`))
        })
      }).on('error', reject)
    })
  const reader = async () => {
    while (left > 0) {
      left -= 1
      await one()
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, reader))
  } finally {
    agent.destroy()
  }
  return bytes
}
