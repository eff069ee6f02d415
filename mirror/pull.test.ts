// Pulling: the copy is the log's own files to the byte, goes on where it was interrupted, and never follows a log back or aside.
import { cosignersOf, encodeBundle, parseNote, tilePath, utf8Bytes } from '@equalizer/tlog'
import { failingFiles, InjectedFailure, memoryFiles, testLog } from '@equalizer/tlog/testing'
import { describe, expect, test } from 'vitest'
import { rootOfTile, tileOfBundle } from './hashes.ts'
import { pullOnce } from './pull.ts'
import { entriesOf, mirrorKey, publishedAt, randomFrom, tried, wholeSize } from './testing.ts'

const origin = 'log.example/mirrored'
const log = testLog({ origin, entries: entriesOf(66_500) })
const forked = testLog({ origin, entries: [...entriesOf(300), ...entriesOf(700, 'b')] })

describe('a copy', () => {
  test('is the log to the byte at every size that it passes', async () => {
    const parts = tried([log])
    for (const size of [0, 1, 5, 255, 256, 257, 511, 512, 1_000, 65_536, 65_537, 66_500]) {
      const pulled = await pullOnce({ mirror: parts.mirror, origin, source: publishedAt(log, size) })
      expect(pulled).toMatchObject({ kind: 'copied', size })
      expect(await wholeSize(parts, log)).toBe(size)
    }
    expect(await pullOnce({ mirror: parts.mirror, origin, source: publishedAt(log, 66_500) })).toEqual({
      kind: 'same',
      size: 66_500,
    })
  })

  test('is cosigned by the mirror, keeps the cosignatures of others, and takes in those that come later', async () => {
    const { mirror, clock } = tried([log])
    const others = (n: number) => `— w${n} ${Buffer.alloc(76, n).toString('base64')}\n`
    const withLines = (lines: string) => ({
      name: 'test',
      read: async (path: string) =>
        path === 'checkpoint' ? utf8Bytes(log.checkpoint(9) + lines) : log.read(path),
    })
    await pullOnce({ mirror, origin, source: withLines(others(1)) })
    clock.ms += 9_000
    await pullOnce({ mirror, origin, source: withLines(others(2)) })
    const note = (await mirror.copyOf(origin)?.published())?.note ?? ''
    const parsed = parseNote(note)
    if (!parsed.ok) throw new Error(parsed.refusal.reason)
    expect(parsed.value.signatures.map(({ name }) => name).sort()).toEqual(
      [origin, 'mirror.example/m1', 'w1', 'w2'].sort(),
    )
    const cosigned = cosignersOf(parsed.value, { witnesses: [{ name: 'm', vkey: mirrorKey.vkey }] })
    expect(cosigned).toMatchObject({ ok: true, value: [{ name: 'm', timestampSeconds: 1_800_000_009 }] })
  })

  test('of a mirror without a key is not cosigned', async () => {
    const { mirror } = tried([log], { signer: null })
    await pullOnce({ mirror, origin, source: publishedAt(log, 9) })
    expect((await mirror.copyOf(origin)?.published())?.note).toBe(log.checkpoint(9))
  })

  test('takes full bundles where the partial ones are gone', async () => {
    const without = (from: typeof log) => {
      const source = publishedAt(from, 700)
      return { name: 'test', read: async (path: string) => (path.includes('.p/') ? null : source.read(path)) }
    }
    const parts = tried([log])
    const pulled = await pullOnce({ mirror: parts.mirror, origin, source: without(log) })
    expect(pulled).toMatchObject({ kind: 'copied', size: 700 })
    expect(await wholeSize(parts, log)).toBe(700)
    const short = testLog({ origin, entries: entriesOf(700) })
    const waiting = await pullOnce({ mirror: tried([short]).mirror, origin, source: without(short) })
    expect(waiting).toMatchObject({ kind: 'waiting' })
  })

  test('drops partial tiles once they are full', async () => {
    const { mirror, files } = tried([log])
    for (const size of [100, 200, 600]) await pullOnce({ mirror, origin, source: publishedAt(log, size) })
    const folder = mirror.copyOf(origin)?.hash ?? ''
    expect(await files.list(`${folder}/${tilePath('entries', 0)}.p`)).toEqual([])
    expect(await files.list(`${folder}/${tilePath(0, 2)}.p`)).toEqual(['88'])
  })
})

describe('what is not what was signed', () => {
  test('one changed byte in any bundle or tile is never stored', async () => {
    const source = publishedAt(log, 1_000)
    for (const path of [tilePath('entries', 0), tilePath('entries', 3, 232), tilePath(1, 0, 3)]) {
      for (const place of [0, 1, 2, 40, 90]) {
        const parts = tried([log])
        const changed = {
          name: 'test',
          read: async (asked: string) => {
            const bytes = await source.read(asked)
            return asked === path && bytes
              ? Uint8Array.from(bytes, (byte, i) => (i === place ? byte ^ 1 : byte))
              : bytes
          },
        }
        const pulled = await pullOnce({ mirror: parts.mirror, origin, source: changed })
        expect(pulled).toMatchObject({ kind: 'waiting' })
        expect(await wholeSize(parts, log)).toBeNull()
        expect(await parts.files.read(`${parts.mirror.copyOf(origin)?.hash}/${path}`)).toBeNull()
        expect(await pullOnce({ mirror: parts.mirror, origin, source })).toMatchObject({ kind: 'copied' })
        expect(await wholeSize(parts, log)).toBe(1_000)
      }
    }
  })

  test('a bundle that was forged together with the tile above it is never stored', async () => {
    const source = publishedAt(log, 66_500)
    const forged = encodeBundle(entriesOf(256, 'forged'))
    const tile = Buffer.from((await source.read(tilePath(1, 0))) ?? new Uint8Array())
    tile.set(rootOfTile(tileOfBundle(forged, 256) ?? new Uint8Array()), 5 * 32)
    const lies = new Map([
      [tilePath('entries', 5), forged],
      [tilePath(1, 0), tile],
    ])
    const lying = { name: 'test', read: async (path: string) => lies.get(path) ?? source.read(path) }
    const parts = tried([log])
    const pulled = await pullOnce({ mirror: parts.mirror, origin, source: lying })
    expect(pulled).toMatchObject({ kind: 'waiting' })
    expect(
      await parts.files.read(`${parts.mirror.copyOf(origin)?.hash}/${tilePath('entries', 5)}`),
    ).toBeNull()
  })

  test('a fork is kept as evidence, a shorter log is none, and the copy stays', async () => {
    const parts = tried([log])
    await pullOnce({ mirror: parts.mirror, origin, source: publishedAt(log, 600) })
    for (const size of [600, 900]) {
      const source = publishedAt(forked, size)
      const pulled = await pullOnce({ mirror: parts.mirror, origin, source })
      expect(pulled).toMatchObject({ kind: 'forked', heldSize: 600, isNew: true })
    }
    const shorter = await pullOnce({ mirror: parts.mirror, origin, source: publishedAt(log, 300) })
    expect(shorter).toEqual({ kind: 'behind', size: 300, heldSize: 600 })
    expect(await wholeSize(parts, log)).toBe(600)
    expect((await parts.mirror.evidence(origin)).map(({ what }) => what)).toEqual(['forked', 'forked'])
    expect(await pullOnce({ mirror: parts.mirror, origin, source: publishedAt(log, 900) })).toMatchObject({
      kind: 'copied',
    })
  })
})

describe('interrupted', () => {
  test('by failures of the disk, done or not done, it goes on and ends with the whole log', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const files = memoryFiles()
      const random = randomFrom(seed)
      let published = 0
      for (const size of [300, 1_100, 2_500]) {
        for (let attempt = 0; ; attempt++) {
          const parts = tried([log], { files: failingFiles(files, random, 0.03) })
          try {
            const { kind } = await pullOnce({
              mirror: parts.mirror,
              origin,
              source: publishedAt(log, size),
              atOnce: 3,
            })
            if (kind === 'same' || kind === 'copied') break
          } catch (error) {
            if (!(error instanceof InjectedFailure)) throw error
          }
          const now = (await wholeSize(tried([log], { files }), log)) ?? 0
          expect(now).toBeGreaterThanOrEqual(published)
          published = now
          expect(attempt).toBeLessThan(200)
        }
        expect(await wholeSize(tried([log], { files }), log)).toBe(size)
      }
    }
  })

  test('what is there already is not fetched again', async () => {
    const parts = tried([log])
    const source = publishedAt(log, 10_000)
    const stop = new AbortController()
    const fetched: string[] = []
    const counted = {
      name: 'test',
      read: async (path: string) => {
        fetched.push(path)
        return source.read(path)
      },
    }
    const onProgress = (here: number) => here > 4_000 && stop.abort()
    const first = pullOnce({
      mirror: parts.mirror,
      origin,
      source: counted,
      signal: stop.signal,
      atOnce: 1,
      onProgress,
    })
    await expect(first).rejects.toThrow()
    fetched.length = 0
    const again = tried([log], { files: parts.files })
    expect(await pullOnce({ mirror: again.mirror, origin, source: counted })).toMatchObject({
      kind: 'copied',
    })
    expect(fetched.filter(path => path.includes('entries'))).toHaveLength(40 - 16)
    expect(await wholeSize(again, log)).toBe(10_000)
  })
})
