// The program as a person starts it: in a process of its own, entered by its link, killed, stopped by Ctrl-C.
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const program = fileURLToPath(new URL('start.ts', import.meta.url))

interface Started {
  readonly child: ChildProcess
  /** Everything written to stdout so far. */
  said(): string
  /** Everything written to stderr so far. */
  logged(): string
  readonly ended: Promise<number | null>
  /** The first match in what it says, once it is there; throws when the process ends without it. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>
}

let folder = ''
let running: Started[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equalizer-start-'))
})
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  running = []
  await rm(folder, { recursive: true, force: true })
})

const data = () => join(folder, 'data')

function start(args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, EQUALIZER_DATA: data(), DATABASE_URL: '', EQUALIZER_LOG: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let logged = ''
  child.stdout.setEncoding('utf8').on('data', more => {
    said += more
  })
  child.stderr.setEncoding('utf8').on('data', more => {
    logged += more
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  const started: Started = {
    child,
    ended,
    said: () => said,
    logged: () => logged,
    waitFor: pattern =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(said)
          if (match) resolve(match)
        }
        child.stdout.on('data', look)
        child.on('close', () => reject(new Error(`ended without ${pattern}: ${said}${logged}`)))
        look()
      }),
  }
  running.push(started)
  return started
}

const ready = /the board is at (http:\/\/127\.0\.0\.1:(\d+))/
const link = /at (http:\/\/127\.0\.0\.1:\d+)\/enter#([\w-]{20,})\n/

/** A data folder that was started on once, stopped, and that nobody entered: making its database costs seconds. */
let startedOnce = ''
beforeAll(async () => {
  startedOnce = await mkdtemp(join(tmpdir(), 'equalizer-started-'))
  const server = start(['--port', '0', '--data', startedOnce])
  await server.waitFor(ready)
  server.child.kill('SIGINT')
  if ((await server.ended) !== 0) throw new Error(server.logged())
  running = []
})
afterAll(() => rm(startedOnce, { recursive: true, force: true }))

const startedBefore = (folder: string) =>
  cp(startedOnce, folder, { recursive: true, preserveTimestamps: true })

async function enter(url: string, token: string): Promise<string | null> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? null
}

async function whoIs(url: string, cookie: string): Promise<unknown> {
  const answer = await fetch(`${url}/api/session`, { headers: { cookie } })
  return ((await answer.json()) as { user: { name: string } | null }).user?.name
}

describe('npm start', () => {
  test('says version, data, link and address, lets its steward in once, and stops cleanly', async () => {
    const server = start(['--port', '0'])
    const [, url = '', token = ''] = await server.waitFor(link)
    await server.waitFor(ready)
    const lines = server.said().trim().split('\n')
    expect(lines.map(line => line.replace(/[:\d].*/, ''))).toEqual(lines.map(() => 'equalizer'))
    expect(lines[0]).toMatch(/version \d+\.\d+\.\d+$/)
    expect(lines[1]).toBe(`equalizer: the data is in ${data()}`)
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n')
    const cookie = await enter(url, token)
    expect(await whoIs(url, cookie ?? '')).toBe('Steward')
    expect(await enter(url, token)).toBeNull()
    expect(server.logged()).toContain('"route":"/api/session"')
    expect(server.logged()).not.toContain(token)
    expect((await stat(data())).mode & 0o77).toBe(0)
    expect((await stat(join(data(), 'secret'))).mode & 0o777).toBe(0o600)
    server.child.kill('SIGINT')
    expect(await server.ended).toBe(0)
    expect(server.said()).toMatch(/\nequalizer: stopped\n$/)
  })

  test('killed and started again, it knows who was signed in, and prints a link only when asked', async () => {
    await startedBefore(data())
    const first = start(['--port', '0'])
    const [, url = '', token = ''] = await first.waitFor(link)
    const cookie = (await enter(url, token)) ?? ''
    first.child.kill('SIGKILL')
    await first.ended
    const second = start(['--port', '0'])
    const [, again = ''] = await second.waitFor(ready)
    expect(await whoIs(again, cookie)).toBe('Steward')
    expect(second.said()).not.toContain('/enter#')
    expect(second.said()).toContain('npm start -- --link')
    const asking = start(['--link'])
    const [, there = '', another = ''] = await asking.waitFor(link)
    expect(await asking.ended).toBe(0)
    expect(there).toBe(again)
    expect(await enter(again, another)).not.toBeNull()
    expect((await readdir(data())).filter(name => name.startsWith('link'))).toEqual([])
  })

  test('a link that nobody used is replaced at the next start', async () => {
    await startedBefore(data())
    const first = start(['--port', '0'])
    const [, , token] = await first.waitFor(link)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const second = start(['--port', '0'])
    expect((await second.waitFor(link))[2]).not.toBe(token)
  })

  test('a second one on the same data is refused in one sentence', async () => {
    await startedBefore(data())
    const first = start(['--port', '0'])
    await first.waitFor(ready)
    const second = start(['--port', '0'])
    expect(await second.ended).toBe(69)
    expect(second.said()).not.toContain('enter')
    expect(second.logged()).toBe(
      `equalizer: The data folder ${data()} is in use by the process ${first.child.pid}; stop it first, or choose another folder.\n`,
    )
  })

  test('a taken port is said in one sentence', async () => {
    await startedBefore(data())
    const first = start(['--port', '0'])
    const [, , port = ''] = await first.waitFor(ready)
    await startedBefore(join(folder, 'other'))
    const second = start(['--port', port, '--data', join(folder, 'other')])
    expect(await second.ended).toBe(69)
    expect(second.logged()).toMatch(new RegExp(`^equalizer: port ${port} is taken on 127\\.0\\.0\\.1; .*\n$`))
  })

  test('stopped while a browser follows events, it does not wait for the browser', async () => {
    await startedBefore(data())
    const server = start(['--port', '0', '--link'])
    const [, url = '', token = ''] = await server.waitFor(link)
    const headers = {
      cookie: (await enter(url, token)) ?? '',
      'content-type': 'application/json',
      origin: url,
    }
    const body = JSON.stringify({ name: 'Ours', start: { from: 'empty' } })
    const made = await fetch(`${url}/api/organizations`, { method: 'POST', headers, body })
    expect(made.status).toBe(201)
    const { organization } = (await made.json()) as { organization: { id: string } }
    const events = await fetch(`${url}/api/organizations/${organization.id}/events`, { headers })
    const ended = new Response(events.body).text()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(await ended).toContain('retry:')
  })

  test('wrong use is told with exit code 64, help with 0', async () => {
    const wrong = start(['--port', 'http'])
    expect(await wrong.ended).toBe(64)
    expect(wrong.logged()).toBe('equalizer: --port is a number from 0 to 65535, not "http".\n')
    const help = start(['--help'])
    expect(await help.ended).toBe(0)
    expect(help.said()).toContain('npm start -- --data')
  })

  test('a secret that is too short, and a data folder that cannot be made, are said', async () => {
    const short = start(['--port', '0'], { EQUALIZER_SECRET: 'hush' })
    expect(await short.ended).toBe(69)
    expect(short.logged()).toBe('equalizer: The secret in EQUALIZER_SECRET has at least 32 characters.\n')
    const nowhere = start(['--port', '0', '--data', join(program, 'data')])
    expect(await nowhere.ended).toBe(69)
    expect(nowhere.logged()).toMatch(/^equalizer: The data folder .* cannot be used: .*\n$/)
  })

  test.skipIf(process.platform !== 'linux')('a data folder where nobody can make one is said', async () => {
    const nowhere = start(['--port', '0', '--data', '/proc/x'])
    expect(await nowhere.ended).toBe(69)
    expect(nowhere.logged()).toMatch(/^equalizer: The data folder \/proc\/x cannot be used: ENOENT.*\n$/)
  })
})
