// One byte that is not as it was, anywhere in a copy of a log: found, and the file or entry named.
import { tilePath } from '@equalizer/tlog'
import { nativeVerify } from '@equalizer/tlog/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { signatureThreads } from './node/threads.ts'
import type { Problem } from './report.ts'
import { founded, variety, votedPayment } from './testing/organization.ts'
import { type Published, publish, sourceOf } from './testing/published.ts'
import { verifyLog } from './verify-log.ts'

let published: Published
let nowMs = 0
const threads = signatureThreads(1)

beforeAll(async () => {
  const made = founded('flipped')
  variety(made)
  for (let i = 0; i < 60; i += 1) votedPayment(made, 10 + i)
  nowMs = made.nowMs
  published = await publish(made.texts)
  const part = await publish(made.texts.slice(0, 300))
  // Left from when the log was shorter.
  for (const path of [tilePath(0, 1, 44), tilePath('entries', 1, 44)])
    published.files.set(path, part.files.get(path) as Uint8Array)
  return () => threads.close()
})

async function problemOf(files: ReadonlyMap<string, Uint8Array>): Promise<Problem | null> {
  const options = {
    nowMs,
    vkeys: [published.log.vkey],
    verify: nativeVerify,
    signatures: threads,
    pause: async () => {},
  }
  return (await verifyLog(sourceOf(files), options)).problem
}

/** Its own bytes with one bit turned. */
function flipped(path: string, at: number, bit: number): Map<string, Uint8Array> {
  const bytes = Uint8Array.from(published.files.get(path) as Uint8Array)
  bytes[at] = (bytes[at] as number) ^ (1 << bit)
  return new Map(published.files).set(path, bytes)
}

/** The same places in every run. */
function places(path: string, many: number): (readonly [number, number])[] {
  const size = published.files.get(path)?.length ?? 0
  return Array.from({ length: many }, (_, i) => [(i * 7_919 + 13) % size, i % 8] as const)
}

test('the copy as it is holds', async () => {
  expect(await problemOf(published.files)).toBeNull()
  expect(published.log.size()).toBeGreaterThan(512)
})

describe('a bit turned', () => {
  test.each(['checkpoint', 'log.json', 'state'])('in %s', async path => {
    for (const [at, bit] of places(path, 24)) {
      const problem = await problemOf(flipped(path, at, bit))
      expect([path, at, bit, problem?.path]).toEqual([path, at, bit, path])
    }
  })

  test('in any tile, of leaves or above, of the newest size or an earlier one', async () => {
    const tiles = [...published.files.keys()].filter(path => /^tile\/\d/.test(path))
    expect(tiles).toHaveLength(5)
    for (const path of tiles) {
      for (const [at, bit] of places(path, 6)) {
        const problem = await problemOf(flipped(path, at, bit))
        expect([path, at, bit, problem?.code, problem?.path]).toEqual([path, at, bit, 'tile.wrong', path])
      }
    }
  })

  test('in any bundle: the entry, or the bundle where its lengths do not fit', async () => {
    for (const path of [...published.files.keys()].filter(one => one.startsWith('tile/entries'))) {
      for (const [at, bit] of places(path, 12)) {
        const problem = await problemOf(flipped(path, at, bit))
        expect([path, at, bit, problem?.path]).toEqual([path, at, bit, path])
        expect(['entry.not_in_tree', 'bundle.malformed', 'tile.wrong']).toContain(problem?.code)
      }
    }
  })

  test('an entry is named by its place', async () => {
    const path = tilePath('entries', 1)
    const bundle = published.files.get(path) as Uint8Array
    let at = 0
    for (let i = 0; i < 10; i += 1) at += 2 + (bundle[at] as number) * 256 + (bundle[at + 1] as number)
    expect(await problemOf(flipped(path, at + 20, 0))).toMatchObject({
      code: 'entry.not_in_tree',
      seq: 266,
      path,
    })
  })
})

describe('a file', () => {
  test.each(['checkpoint', 'tile/0/000', 'tile/entries/001', 'tile/1/000.p/2'])(
    '%s that is gone',
    async path => {
      const files = new Map(published.files)
      files.delete(path)
      const problem = await problemOf(files)
      expect(problem).toMatchObject({
        code: path === 'checkpoint' ? 'checkpoint.missing' : 'source.unreadable',
        path,
      })
    },
  )

  test('that is cut off, or longer than it may be', async () => {
    for (const path of ['tile/0/000', 'tile/entries/001', 'checkpoint']) {
      const bytes = published.files.get(path) as Uint8Array
      const cut = await problemOf(new Map(published.files).set(path, bytes.subarray(0, bytes.length - 1)))
      expect(cut?.path).toBe(path)
      const longer = await problemOf(new Map(published.files).set(path, new Uint8Array(20_000_000)))
      expect(longer).toMatchObject({ code: 'source.too_large', path })
    }
  })

  test('a partial tile that is gone is cut out of the full one', async () => {
    const made = founded('flipped')
    const grown = await publish([...made.texts])
    const full = new Map(published.files)
    full.set('checkpoint', grown.files.get('checkpoint') as Uint8Array)
    full.delete('state')
    full.delete(tilePath(0, 0, grown.log.size()))
    expect(await problemOf(full)).toBeNull()
  })

  test('reading that fails now and then is tried again', async () => {
    let times = 0
    const source = sourceOf(published.files)
    const failing = {
      ...source,
      read: (path: string, atMost: number) => {
        times += 1
        return times % 3 === 0 ? Promise.reject(new Error('the network is down')) : source.read(path, atMost)
      },
    }
    const options = { nowMs, vkeys: [published.log.vkey], signatures: threads, pause: async () => {} }
    expect((await verifyLog(failing, options)).problem).toBeNull()
    const dead = { ...source, read: () => Promise.reject(new Error('the network is down')) }
    const problem = (await verifyLog(dead, options)).problem
    expect(problem).toMatchObject({
      code: 'source.unreadable',
      facts: { why: 'the network is down', attempts: 4 },
    })
  })
})
