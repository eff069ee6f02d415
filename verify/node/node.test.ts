// What reads and keeps on a machine: servers that stumble, memory on disk, threads that check signatures.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { nobleSigner, signatureTypes, utf8Bytes } from '@equalizer/tlog'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byOrigin } from '../memory.ts'
import type { ToCheck } from '../replay/replay.ts'
import { founded, votedPayment } from '../testing/organization.ts'
import { publish } from '../testing/published.ts'
import { verifyLog } from '../verify-log.ts'
import { folderMemory } from './folder-memory.ts'
import { folderSource } from './folder-source.ts'
import { keptSource } from './kept-source.ts'
import { stateFolder } from './state-folder.ts'
import { signatureThreads } from './threads.ts'
import { urlSource } from './url-source.ts'

let place = ''
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'verify-node-'))
})
afterAll(() => rm(place, { recursive: true }))

describe('a server', () => {
  let server: Server | null = null
  const serve = async (listener: RequestListener): Promise<string> => {
    server?.close()
    const made = createServer(listener)
    server = made
    await new Promise<void>(done => made.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(made.address() as AddressInfo).port}/log/grid`
  }
  afterAll(() => server?.close())

  test('that compresses, stumbles and has no notion of some files', async () => {
    const made = founded()
    const { files, log } = await publish(made.texts)
    let asked = 0
    const address = await serve((request, response) => {
      asked += 1
      const bytes = files.get(request.url?.slice('/log/grid/'.length) ?? '')
      if (asked % 4 === 0) response.writeHead(503).end('busy')
      else if (!bytes) response.writeHead(404).end()
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes))
    })
    const options = { nowMs: made.nowMs, vkeys: [log.vkey], pause: async () => {} }
    expect((await verifyLog(urlSource(address), options)).problem).toBeNull()
  })

  test('that sends more than a file may be, or breaks off', async () => {
    const address = await serve((request, response) => {
      if (request.url?.endsWith('endless')) {
        response.writeHead(200)
        for (let i = 0; i < 100; i += 1) response.write(new Uint8Array(1_000))
        return void response.end()
      }
      response.writeHead(200, { 'content-length': '100' }).write('half')
      response.destroy()
    })
    const source = urlSource(`${address}/`)
    const more = await source.read('endless', 5_000)
    expect(more?.length).toBeGreaterThan(5_000)
    await expect(source.read('half', 5_000)).rejects.toThrow()
    expect(() => urlSource('file:///etc')).toThrow(TypeError)
  })

  test('that drips is given up, though it is never silent for long', async () => {
    const drips = new Set<NodeJS.Timeout>()
    const address = await serve((request, response) => {
      response.writeHead(200)
      if (request.url?.endsWith('large')) return void response.end(new Uint8Array(200_000))
      const drip = setInterval(() => response.write('.'), 5)
      drips.add(drip)
      response.on('close', () => clearInterval(drip))
    })
    const within = { silenceMs: 60_000, graceMs: 200, bytesPerSecond: 1_000 }
    const source = urlSource(address, within)
    await expect(source.read('checkpoint', 100_000)).rejects.toThrow('sends too slowly')
    expect((await source.read('large', 300_000))?.length).toBe(200_000)
    const options = { nowMs: 0, pause: async () => {} }
    const report = await verifyLog(source, options)
    expect(report.problem).toMatchObject({ code: 'source.unreadable', facts: { attempts: 4 } })
    expect(String(report.problem?.facts.why)).toContain('sends too slowly')
    for (const drip of drips) clearInterval(drip)
  })

  test('a check that is stopped stops', async () => {
    const address = await serve(() => {})
    const stop = new AbortController()
    const check = verifyLog(urlSource(address), { nowMs: 0, signal: stop.signal })
    stop.abort(new Error('enough'))
    await expect(check).rejects.toThrow('enough')
  })
})

describe('memory on disk', () => {
  const remembered = {
    origin: 'o',
    size: 1,
    root: 'ab'.repeat(32),
    note: 'n',
    vkeys: ['k'],
    seenMs: 5,
  }

  test('comes back, is forgotten with what it was kept under, and keeps evidence', async () => {
    const memory = folderMemory(join(place, 'memory'))
    expect(await memory.read('place')).toBeNull()
    await memory.write('place', remembered)
    await memory.write(byOrigin('o'), remembered)
    expect(await folderMemory(join(place, 'memory')).read('place')).toEqual(remembered)
    const path = await memory.keep({ origin: 'o', code: 'log.split_view', seenMs: 7, notes: ['a', 'b'] })
    expect(path).toContain('7-log.split_view')
    await memory.forget('place')
    expect([await memory.read('place'), await memory.read(byOrigin('o'))]).toEqual([null, null])
  })

  test('that was tampered with is no memory, and no clean slate either', async () => {
    const folder = join(place, 'broken')
    await folderMemory(folder).write('place', remembered)
    const [name = ''] = await readdir(join(folder, 'logs'))
    await writeFile(join(folder, 'logs', name), '{}')
    await expect(folderMemory(folder).read('place')).rejects.toThrow('--forget')
  })

  test('lies where programs keep such things', () => {
    expect(stateFolder({ XDG_STATE_HOME: '/state' }, 'linux', '/people/ada')).toBe('/state/equalizer/verify')
    expect(stateFolder({ XDG_STATE_HOME: 'not/whole' }, 'linux', '/people/ada')).toBe(
      '/people/ada/.local/state/equalizer/verify',
    )
    expect(stateFolder({}, 'darwin', '/people/ada')).toContain('Application Support')
  })
})

test('a check that broke off goes on: what never changes is not asked for again, and is checked all the same', async () => {
  const made = founded()
  for (let i = 0; i < 30; i += 1) votedPayment(made, 10 + i)
  const { files, log } = await publish(made.texts)
  const folder = join(place, 'fetched')
  const asked: string[] = []
  const options = { nowMs: made.nowMs, vkeys: [log.vkey], pause: async () => {} }
  const broken = keptSource(
    {
      name: 'here',
      read: async path =>
        path.includes('entries/001') ? Promise.reject(new Error('down')) : (files.get(path) ?? null),
    },
    folder,
  )
  expect((await verifyLog(broken, options)).problem?.code).toBe('source.unreadable')
  const whole = {
    name: 'here',
    read: async (path: string) => {
      asked.push(path)
      return files.get(path) ?? null
    },
  }
  const next = keptSource(whole, folder)
  expect((await verifyLog(next, options)).problem).toBeNull()
  expect(next.used()).toBe(2)
  expect(asked.filter(path => path === 'tile/0/000' || path === 'tile/entries/000')).toEqual([])
  await writeFile(join(folder, 'tile/entries/000'), new Uint8Array(10))
  expect((await verifyLog(keptSource(whole, folder), options)).problem?.path).toBe('tile/entries/000')
  await next.drop()
  expect((await verifyLog(keptSource(whole, folder), options)).problem).toBeNull()
})

test('where nothing can be kept a check goes through all the same', async () => {
  const made = founded()
  for (let i = 0; i < 30; i += 1) votedPayment(made, 10 + i)
  const { source, log } = await publish(made.texts)
  await writeFile(join(place, 'no-folder'), '')
  const kept = keptSource(source, join(place, 'no-folder'))
  const options = { nowMs: made.nowMs, vkeys: [log.vkey], pause: async () => {} }
  expect(log.size()).toBeGreaterThan(256)
  expect((await verifyLog(kept, options)).problem).toBeNull()
})

test('a folder that is not there has no files; one file of it is read as far as is allowed', async () => {
  const source = folderSource(join(place, 'nowhere'))
  expect([await source.read('checkpoint', 10), await source.list?.()]).toEqual([null, []])
  await writeFile(join(place, 'long'), new Uint8Array(1_000))
  expect((await folderSource(place).read('long', 10))?.length).toBe(11)
})

test('threads say which signature is the first that does not hold', async () => {
  const signer = nobleSigner('k', signatureTypes.ed25519, new Uint8Array(32).fill(4))
  const { key } = signer.vkey
  const batch = Array.from({ length: 20 }, (_, seq): ToCheck => {
    const message = utf8Bytes(`message ${seq}`)
    return { seq, key, message, signature: signer.sign(message) }
  })
  const threads = signatureThreads(2)
  const wrong = (at: number, change: Partial<ToCheck>) =>
    threads.check(batch.with(at, { ...(batch[at] as ToCheck), ...change }))
  const found = await Promise.all([
    threads.check(batch),
    wrong(7, { message: utf8Bytes('another') }),
    wrong(0, { key: new Uint8Array(32).fill(255) }),
    wrong(19, { signature: new Uint8Array(64) }),
  ])
  await threads.close()
  expect(found).toEqual([-1, 7, 0, 19])
})
