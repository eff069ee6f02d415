// The program as a person starts it: in a process of its own, twice on one port, and stopped by Ctrl-C.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportSchema } from '@equalizer/measure'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const program = fileURLToPath(new URL('start.ts', import.meta.url))

interface Started {
  readonly child: ChildProcess
  /** Everything written so far, both streams. */
  said(): string
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

function start(args: readonly string[], env: Record<string, string> = {}): Started {
  // Temporary files of this run land in a folder of their own, so that what is left behind can be seen.
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, TMPDIR: folder, TEMP: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', more => {
    text += more
  })
  child.stderr.setEncoding('utf8').on('data', more => {
    text += more
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  const started: Started = {
    child,
    ended,
    said: () => text,
    waitFor: pattern =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text)
          if (match) resolve(match)
        }
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        child.on('close', () => reject(new Error(`ended without ${pattern}: ${text}`)))
        look()
      }),
  }
  running.push(started)
  return started
}

const ready = /the report is at (http:\/\/127\.0\.0\.1:(\d+))/
const here = ['--measure', join(fileURLToPath(new URL('.', import.meta.url)), 'http'), '--port', '0']

describe('npm start', () => {
  test('serves both reports, says each step in a line, the address last, and leaves nothing behind', async () => {
    const server = start(['--port', '0'])
    const [, url] = await server.waitFor(ready)
    const own = reportSchema.parse(await (await fetch(`${url}/report.json`)).json())
    expect(own.organization.simulated).toBe(false)
    const simulated = reportSchema.parse(await (await fetch(`${url}/simulated/report.json`)).json())
    expect(simulated.organization.simulated).toBe(true)
    for (const path of ['/', '/simulated']) {
      const page = await fetch(url + path)
      expect(page.status).toBe(200)
      const text = await page.text()
      expect(text).toContain(own.organization.name)
      expect(text).toContain(simulated.organization.name)
    }
    const lines = server.said().trim().split('\n')
    expect(lines.map(line => line.replace(/:.*/, ''))).toEqual(lines.map(() => 'equalizer'))
    expect(lines.at(-1)).toContain(url)
    expect(await readdir(folder)).toEqual([])
    server.child.kill('SIGINT')
    expect(await server.ended).toBe(0)
    expect(server.said()).toMatch(/\nequalizer: stopped\n$/)
  })

  test('started a second time on a taken port it says so in one sentence and exits with 69', async () => {
    const first = start(here)
    const [, , port = ''] = await first.waitFor(ready)
    const second = start(['--port', port])
    expect(await second.ended).toBe(69)
    expect(second.said()).toMatch(new RegExp(`^equalizer: port ${port} is taken on 127\\.0\\.0\\.1; .*\n$`))
  })

  const charter = fileURLToPath(new URL('../equalizer.yaml', import.meta.url))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-C', folder, ...args])

  test.each([
    ['a downloaded archive', () => copyFile(charter, join(folder, 'equalizer.yaml')), /repository/],
    [
      'a repository without a commit',
      async () => {
        await copyFile(charter, join(folder, 'equalizer.yaml'))
        git('init', '-q')
      },
      /no commit/,
    ],
  ])('of %s the page says so, and the simulated organization is there', async (_, prepare, reason) => {
    await prepare()
    const server = start(['--measure', folder, '--port', '0'])
    const [, url] = await server.waitFor(ready)
    const page = await fetch(url ?? '')
    expect(page.status).toBe(200)
    expect(await page.text()).toMatch(reason)
    const report = reportSchema.parse(await (await fetch(`${url}/report.json`)).json())
    expect(report.units.map(unit => unit.measured.score)).toEqual(report.units.map(() => null))
    expect((await fetch(`${url}/simulated`)).status).toBe(200)
  })

  test('a shallow clone is measured by what it has', async () => {
    git('init', '-q', 'whole')
    for (const message of ['one', 'two', 'three'])
      git('-C', 'whole', 'commit', '-q', '--allow-empty', '-m', message)
    git('clone', '-q', '--depth', '2', `file://${join(folder, 'whole')}`, 'shallow')
    const server = start(['--measure', join(folder, 'shallow'), '--port', '0'])
    const [, url] = await server.waitFor(ready)
    const report = reportSchema.parse(await (await fetch(`${url}/report.json`)).json())
    // What the commit at the cut changed cannot be told, so it is not counted.
    expect(report.sources.map(({ rowsRead, rowsUsed }) => [rowsRead, rowsUsed])).toEqual([[2, 1]])
    expect(report.units.find(unit => unit.id === 'technology')?.measured.score).toBe(0)
  })

  test('on a machine without git the page says so', async () => {
    const server = start(['--port', '0'], { PATH: folder })
    const [, url] = await server.waitFor(ready)
    expect(await (await fetch(url ?? '')).text()).toMatch(/git/)
    const report = reportSchema.parse(await (await fetch(`${url}/report.json`)).json())
    expect(report.sources[0]?.refused?.reason).toMatch(/git/)
  })

  test('of a folder with nothing in it the page says so', async () => {
    const server = start(['--measure', folder, '--port', '0'])
    const [, url] = await server.waitFor(ready)
    const page = await fetch(url ?? '')
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('The simulated organization is at /simulated')
    expect((await fetch(`${url}/simulated`)).status).toBe(200)
  })

  test('where no temporary file can be written, the report is there without the simulated one', async () => {
    const server = start(here, { TMPDIR: join(folder, 'absent'), TEMP: join(folder, 'absent') })
    const [, url] = await server.waitFor(ready)
    expect((await fetch(`${url}/simulated`)).status).toBe(503)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  test('stopped twice in a row, as a terminal and a parent do together, it still stops cleanly', async () => {
    const server = start(here)
    await server.waitFor(/measuring/)
    server.child.kill('SIGINT')
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(await readdir(folder)).toEqual([])
  })

  test('wrong use is told with exit code 64, help with 0', async () => {
    const wrong = start(['--port', 'http'])
    expect(await wrong.ended).toBe(64)
    expect(wrong.said()).toBe('equalizer: --port is a number from 0 to 65535, not "http".\n')
    const help = start(['--help'])
    expect(await help.ended).toBe(0)
    expect(help.said()).toContain('npm start -- --measure')
  })
})
