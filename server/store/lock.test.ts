// One process at a time on a data folder, tried with real processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lockFolder } from './lock.ts'
import { ownIdentity } from './process-identity.ts'

const fresh = () => mkdtempSync(join(tmpdir(), 'lock-'))
const module = fileURLToPath(new URL('./lock.ts', import.meta.url))

/** A process that takes the lock, says so, and holds it until it is told to end. */
const child = `
const { lockFolder } = await import(${JSON.stringify(module)})
const lock = await lockFolder(process.argv[1])
console.log(lock.ok ? 'held' : lock.refusal.reason)
if (lock.ok) { setInterval(() => {}, 1000) }
`

async function start(folder: string): Promise<{ process: ChildProcess; said: string }> {
  const started = spawn(process.execPath, ['--input-type=module', '-e', child, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: started.stdout })
  const [said] = (await once(lines, 'line')) as [string]
  return { process: started, said }
}

async function end(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return
  const ended = once(started, 'exit')
  started.kill('SIGKILL')
  await ended
}

describe('the lock of a data folder', () => {
  test('a second process is refused with a sentence that names the first and the folder', async () => {
    const folder = fresh()
    const first = await start(folder)
    expect(first.said).toBe('held')
    const second = await start(folder)
    expect(second.said).toContain(`process ${first.process.pid}`)
    expect(second.said).toContain(folder)
    const here = await lockFolder(folder)
    expect(here).toMatchObject({ ok: false, refusal: { code: 'store.locked' } })
    await end(first.process)
  })

  test('what kill -9 left behind is taken over, by one of those who come at once', async () => {
    const folder = fresh()
    const first = await start(folder)
    await end(first.process)
    expect(existsSync(join(folder, 'database.lock'))).toBe(true)
    const next = await Promise.all([1, 2, 3, 4].map(() => start(folder)))
    expect(next.filter(one => one.said === 'held')).toHaveLength(1)
    await Promise.all(next.map(one => end(one.process)))
  })

  test('of many that come at once in one process, one gets it', async () => {
    const folder = fresh()
    const stale = { ...ownIdentity(), pid: 2 ** 22 + 1, token: 'left' }
    writeFileSync(join(folder, 'database.lock'), JSON.stringify(stale))
    const tried = await Promise.all(Array.from({ length: 20 }, () => lockFolder(folder)))
    expect(tried.filter(one => one.ok)).toHaveLength(1)
  })

  test('released, the folder is free and nothing is left of the lock', async () => {
    const folder = fresh()
    const first = await lockFolder(folder)
    expect(first.ok && (await lockFolder(folder)).ok).toBe(false)
    if (first.ok) await first.value.release()
    expect(readdirSync(folder)).toEqual([])
    const again = await lockFolder(folder)
    expect(again.ok).toBe(true)
  })

  test('another process that got the same number is not the holder', async () => {
    const folder = fresh()
    const own = ownIdentity()
    const held = { ...own, started: own.started === null ? null : '1', token: 'left' }
    writeFileSync(join(folder, 'database.lock'), JSON.stringify(held))
    expect((await lockFolder(folder)).ok).toBe(own.started !== null)
  })

  test('a holder on another machine counts while it touches its lock, and not for long after', async () => {
    const folder = fresh()
    const path = join(folder, 'database.lock')
    writeFileSync(path, JSON.stringify({ ...ownIdentity(), realm: 'elsewhere', token: 'theirs' }))
    expect((await lockFolder(folder)).ok).toBe(false)
    expect(JSON.parse(readFileSync(path, 'utf8')).token).toBe('theirs')
    const before = new Date(Date.now() - 3_600_000)
    utimesSync(path, before, before)
    expect((await lockFolder(folder)).ok).toBe(true)
  })

  test('a lock that power loss left empty is taken over once it is old', async () => {
    const folder = fresh()
    const path = join(folder, 'database.lock')
    writeFileSync(path, '')
    expect((await lockFolder(folder)).ok).toBe(false)
    const before = new Date(Date.now() - 3_600_000)
    utimesSync(path, before, before)
    expect((await lockFolder(folder)).ok).toBe(true)
  })
})
