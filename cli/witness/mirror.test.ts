// `equalizer mirror` as a real process: whole copies, killed and started again, served, and checked by `equalizer verify`.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { originHash, tilePath } from '@equalizer/tlog'
import type { TestLog } from '@equalizer/tlog/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runBin } from '../run-bin.ts'
import { framedLog, type ServedLog, serveLog } from './serve-log.ts'
import { endAll, startBin } from './start-bin.ts'

const origin = 'log.example/copied'
const hash = originHash(origin)
const whole = framedLog(origin, 20_000)
let cwd: string
let served: ServedLog

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'mirror-cli-'))
  served = await serveLog(whole)
})
afterEach(() => {
  endAll()
  served.close()
})

const mirror = (...args: readonly string[]) => runBin(['mirror', ...args, '--to', 'copies'], { cwd })
const copied = (path: string) => readFileSync(join(cwd, 'copies', hash, path))

async function same(log: TestLog, path: string): Promise<boolean> {
  return copied(path).equals((await log.read(path)) ?? new Uint8Array())
}

describe('equalizer mirror', () => {
  test('copies once, says where, and verify takes the copy with the log gone', async () => {
    const done = await mirror(served.url, '--once')
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out).toContain(`says that its key is ${whole.vkey.text}`)
    expect(done.out).toContain('20000 entries here, 20000 of them new')
    expect(done.out).toContain(join('copies', hash))
    for (const path of [tilePath('entries', 77), tilePath('entries', 78, 32), tilePath(1, 0, 78)]) {
      expect(await same(whole, path)).toBe(true)
    }
    served.close()
    const verified = await runBin(
      ['verify', join('copies', hash), '--no-replay', '--vkey', whole.vkey.text],
      { cwd },
    )
    expect(verified).toMatchObject({ code: 0 })
    writeFileSync(join(cwd, 'copies', hash, tilePath('entries', 3)), copied(tilePath('entries', 4)))
    const changed = await runBin(['verify', join('copies', hash), '--no-replay', '--vkey', whole.vkey.text], {
      cwd,
    })
    expect(changed).toMatchObject({ code: 1 })
  })

  test('killed at any bundle, it goes on where it was and ends with the whole log', async () => {
    let read = 0
    const killAt = [3, 11, 30]
    const draft = '.unfinished-0f8fad5b-d9cb-469f-a165-70867728950e'
    for (const place of killAt) {
      const running = await startBin(['mirror', served.url, '--to', 'copies', '--once'], cwd)
      let bundles = 0
      served.onRead = path => {
        if (path.includes('entries/') && ++bundles === place) running.kill('SIGKILL')
      }
      expect(await running.ended()).toBeNull()
    }
    // As a kill in the middle of a write leaves it.
    writeFileSync(join(cwd, 'copies', hash, 'tile', draft), 'half')
    served.onRead = path => {
      if (path.includes('entries/')) read += 1
    }
    expect(await mirror(served.url, '--once')).toMatchObject({ code: 0 })
    expect(read).toBeLessThan(79)
    for (let i = 0; i < 78; i++) expect(await same(whole, tilePath('entries', i))).toBe(true)
    expect(await same(whole, tilePath(0, 78, 32))).toBe(true)
    const names = readdirSync(join(cwd, 'copies'), { recursive: true, encoding: 'utf8' })
    expect(names.filter(name => name.includes('.unfinished-'))).toEqual([])
  })

  test('the key of the first sight is kept: another log at that address is not copied', async () => {
    served.show(framedLog(origin, 300))
    expect(await mirror(served.url, '--once')).toMatchObject({ code: 0 })
    const stranger = framedLog(origin, 300, { secret: new Uint8Array(32).fill(8) })
    served.show(stranger)
    const other = await mirror(served.url, '--once')
    expect(other).toMatchObject({ code: 69 })
    expect(other.out).toContain('waiting: the checkpoint is refused')
    expect(await mirror(served.url, '--once', '--vkey', 'nonsense')).toMatchObject({ code: 64 })
  })

  test('a log that forked is not followed: 1, and the copy stays', async () => {
    served.show(framedLog(origin, 300))
    await mirror(served.url, '--once')
    const before = copied('checkpoint')
    served.show(framedLog(origin, 1_000, { laterMs: 1, from: 200 }))
    const forked = await mirror('--once')
    expect(forked.code).toBe(1)
    expect(forked.out).toContain('STOPPED')
    expect(copied('checkpoint').equals(before)).toBe(true)
  })

  test('cosigns and serves reads under its own name, and stops at Ctrl-C', async () => {
    const args = [
      'mirror',
      served.url,
      '--to',
      'copies',
      '--name',
      'mirror.example/m1',
      '--listen',
      '127.0.0.1:0',
    ]
    const running = await startBin(args, cwd)
    const [, vkey = ''] = await running.line(/^mirror (\S+)$/)
    const url = (await running.line(/^listening on (.*)$/))[1] ?? ''
    await running.line(/20000 entries here/)
    const checkpoint = await (await fetch(`${url}/${hash}/checkpoint`)).text()
    expect(checkpoint).toContain('— mirror.example/m1 ')
    const status = await (await fetch(`${url}/status`)).text()
    expect(status).toMatch(/entries: 20000, behind by 0\n {2}level with the log: \d+ seconds ago/)
    const policy = `log ${whole.vkey.text}\nwitness m ${vkey}\nquorum m\n`
    writeFileSync(join(cwd, 'policy'), policy)
    const verified = await runBin(['verify', `${url}/${hash}`, '--no-replay', '--policy', 'policy'], { cwd })
    expect(verified).toMatchObject({ code: 0 })
    expect(await running.end('SIGINT')).toBe(0)
    expect(await mirror('--once', '--name', 'another.example')).toMatchObject({ code: 64 })
  })
})
