// `equalizer witness` as a real process: its key, its logs, what it says, and how it ends.
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { meetsPolicy, originHash, parsePolicy } from '@equalizer/tlog'
import { testLog } from '@equalizer/tlog/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runBin } from '../run-bin.ts'
import { type ServedLog, serveLog } from './serve-log.ts'
import { endAll, startBin } from './start-bin.ts'

const origin = 'log.example/followed'
const entries = Array.from({ length: 600 }, (_, i) => `entry ${i}`)
const log = testLog({ origin, entries: entries.slice(0, 400) })
const cwd = mkdtempSync(join(tmpdir(), 'witness-cli-'))
let served: ServedLog
let vkey: string

beforeAll(async () => {
  served = await serveLog(log)
  const made = await runBin(['witness', 'new-key', 'witness.example/w1', 'w1'], { cwd })
  vkey = made.out.trim()
  writeFileSync(join(cwd, 'w1', 'logs'), `# what it follows\nlog ${log.vkey.text} ${served.url}\n`)
})
afterAll(() => {
  endAll()
  served.close()
})

const once = () => runBin(['witness', 'w1', '--once'], { cwd })

describe('equalizer witness', () => {
  test('makes a key that only its owner may read, and never over another', async () => {
    expect(vkey).toMatch(/^witness\.example\/w1\+[0-9a-f]{8}\+B/)
    expect(statSync(join(cwd, 'w1', 'key')).mode & 0o777).toBe(0o600)
    const again = await runBin(['witness', 'new-key', 'witness.example/w1', 'w1'], { cwd })
    expect(again).toMatchObject({ code: 73, out: '' })
  })

  test('looks once and cosigns what grew; a fork ends with 1, and an absent log with 69', async () => {
    const first = await once()
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain(`${origin}: 400 entries cosigned`)
    served.show(testLog({ origin, entries: [...entries.slice(0, 300), ...entries.slice(0, 200)] }))
    const forked = await once()
    expect(forked.code).toBe(1)
    expect(forked.out).toContain('NOT cosigned: 500 entries that do not continue the 400')
    served.show(testLog({ origin, entries: entries.slice(0, 350) }))
    const behind = await once()
    expect(behind).toMatchObject({ code: 0, err: '' })
    expect(behind.out).toContain(`${origin}: 350 entries there, fewer than the 400 seen before`)
    served.show(testLog({ origin: 'log.example/another', entries: ['x'] }))
    expect((await once()).code).toBe(69)
    served.show(log)
    expect((await once()).code).toBe(0)
  })

  test('answers at a port, to one process on the folder, and stops at Ctrl-C', async () => {
    log.append(entries.slice(400))
    served.show(log)
    const running = await startBin(['witness', 'w1', '--listen', '127.0.0.1:0'], cwd)
    const url = (await running.line(/^listening on (.*)$/))[1] ?? ''
    await running.line(/600 entries cosigned/)
    const note = await (await fetch(`${url}/${originHash(origin)}/checkpoint`)).text()
    const policy = parsePolicy(`log ${log.vkey.text}\nwitness w ${vkey}\nquorum w\n`)
    expect(policy.ok && meetsPolicy(note, policy.value)).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 600 } },
    })
    const status = await (await fetch(`${url}/status`)).text()
    expect(status).toContain('cosigned: 600 entries')
    expect(status).toContain('forked: found ')
    const second = await once()
    expect(second).toMatchObject({ code: 69 })
    expect(second.err).toContain('in use by another process')
    expect(await running.end('SIGINT')).toBe(0)
  })

  test('says what it lacks', async () => {
    const noKey = await runBin(['witness', 'nothing'], { cwd })
    expect(noKey).toMatchObject({ code: 66 })
    writeFileSync(join(cwd, 'bad'), 'log x\n')
    const badLogs = await runBin(['witness', 'w1', '--logs', 'bad'], { cwd })
    expect(badLogs).toMatchObject({ code: 65 })
    expect(badLogs.err).toContain('bad:1: ')
    const nowhere = await runBin(['witness', 'w1', '--listen', 'nowhere'], { cwd })
    expect(nowhere).toMatchObject({ code: 64 })
  })
})
