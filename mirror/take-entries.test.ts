// Uploads as c2sp.org/tlog-mirror has them: prefixes, interruptions, two at once, and everything that is answered with a no.
import {
  consistencyProof,
  cosignersOf,
  encodeBundle,
  formatAddCheckpoint,
  formatAddEntriesHeader,
  formatMirrorInfo,
  formatPackage,
  packagesOf,
  parseNote,
  subtreeConsistencyProof,
  utf8Bytes,
} from '@equalizer/tlog'
import { failingFiles, InjectedFailure, memoryFiles, type TestLog, testLog } from '@equalizer/tlog/testing'
import { describe, expect, test } from 'vitest'
import { pullOnce } from './pull.ts'
import { entriesOf, mirrorKey, randomFrom, type Tried, tried, wholeSize } from './testing.ts'

const origin = 'log.example/pushed'
const log = testLog({ origin, entries: entriesOf(1_500) })

function header(start: number, end: number, name = origin): Uint8Array {
  return formatAddEntriesHeader({ origin: name, start, end, ticket: new Uint8Array() })
}

function packages(start: number, end: number, from: TestLog = log): Uint8Array[] {
  return Array.from(packagesOf(start, end), range =>
    formatPackage({
      entries: Array.from({ length: range.end - range.start }, (_, i) => from.entry(range.start + i)),
      proof: subtreeConsistencyProof(range.subtreeStart, range.end, end, from.at),
    }),
  )
}

/** In pieces that fit nothing. */
async function* inPieces(parts: readonly Uint8Array[], piece = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.concat(parts)
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}

function push({ mirror }: Tried, ...parts: readonly Uint8Array[]) {
  return mirror.addEntries(inPieces(parts))
}

async function pending({ mirror }: Tried, size: number, from: TestLog = log) {
  const held = (await mirror.copyOf(origin)?.pending.read())?.at(-1)?.checkpoint.size ?? 0
  const proof = held === 0 || held === size ? [] : consistencyProof(held, size, from.at)
  return mirror.addCheckpoint(
    utf8Bytes(formatAddCheckpoint({ old: held, proof, checkpoint: from.checkpoint(size) })),
  )
}

const info = (size: number, next: number) => formatMirrorInfo({ size, next, ticket: new Uint8Array() })

describe('an upload', () => {
  test('of everything is cosigned, and only then', async () => {
    const parts = tried([log])
    expect(await pending(parts, 1_000)).toMatchObject({ status: 200, body: '' })
    expect(await wholeSize(parts, log)).toBeNull()
    const answer = await push(parts, header(0, 1_000), ...packages(0, 1_000))
    expect(answer.status).toBe(200)
    const note = parseNote(log.checkpoint(1_000) + answer.body)
    const cosigned = note.ok && cosignersOf(note.value, { witnesses: [{ name: 'm', vkey: mirrorKey.vkey }] })
    expect(cosigned).toMatchObject({ ok: true, value: [{ timestampSeconds: 1_800_000_000 }] })
    expect(await wholeSize(parts, log)).toBe(1_000)
  })

  test('in prefixes is answered with the next entry until it is whole', async () => {
    const parts = tried([log])
    await pending(parts, 1_000)
    const all = packages(0, 1_000)
    const first = await push(parts, header(0, 1_000), ...all.slice(0, 2))
    expect(first).toEqual({ status: 202, contentType: 'text/x.tlog.mirror-info', body: info(1_000, 512) })
    // The last bytes of a package are missing: what came whole counts.
    const second = await push(
      parts,
      header(512, 1_000),
      ...all.slice(2, 3),
      all[3]?.slice(0, -1) ?? new Uint8Array(),
    )
    expect(second).toMatchObject({ status: 202, body: info(1_000, 768) })
    expect((await push(parts, header(768, 1_000), ...packages(768, 1_000))).status).toBe(200)
    expect(await wholeSize(parts, log)).toBe(1_000)
  })

  test('goes on in the middle of a bundle', async () => {
    const parts = tried([log])
    for (const [from, to] of [
      [0, 100],
      [100, 130],
      [130, 300],
      [300, 301],
      [301, 1_500],
    ] as const) {
      await pending(parts, to)
      expect((await push(parts, header(from, to), ...packages(from, to))).status).toBe(200)
      expect(await wholeSize(parts, log)).toBe(to)
    }
  })

  test('to a checkpoint before the newest is still taken, and never leads back', async () => {
    const parts = tried([log])
    await pending(parts, 300)
    await pending(parts, 700)
    expect((await push(parts, header(0, 300), ...packages(0, 300))).status).toBe(200)
    expect(await wholeSize(parts, log)).toBe(300)
    expect((await push(parts, header(300, 700), ...packages(300, 700))).status).toBe(200)
    expect(await push(parts, header(0, 300), ...packages(0, 300))).toMatchObject({
      status: 409,
      body: info(700, 700),
    })
    expect((await push(parts, header(700, 700))).status).toBe(200)
    expect(await wholeSize(parts, log)).toBe(700)
  })

  test('twice at once, to two checkpoints, ends with the larger', async () => {
    const parts = tried([log])
    await pending(parts, 600)
    await pending(parts, 1_100)
    const statuses = await Promise.all(
      [600, 1_100, 600, 1_100].map(size => push(parts, header(0, size), ...packages(0, size))),
    )
    expect(statuses.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2)
    expect(statuses.every(({ status }) => status === 200 || status === 409)).toBe(true)
    expect(await wholeSize(parts, log)).toBe(1_100)
  })

  test('of what was pulled already keeps the cosignatures that came with it', async () => {
    const parts = tried([log])
    const line = `— w ${Buffer.alloc(76, 1).toString('base64')}\n`
    const read = async (path: string) =>
      path === 'checkpoint' ? utf8Bytes(log.checkpoint(300) + line) : log.read(path)
    await pullOnce({ mirror: parts.mirror, origin, source: { name: 'test', read } })
    expect((await push(parts, header(300, 300))).status).toBe(200)
    expect((await parts.mirror.copyOf(origin)?.published())?.note).toContain(line)
  })

  test('that is overtaken by a larger one does not lead back', async () => {
    const parts = tried([log])
    await pending(parts, 600)
    await pending(parts, 1_100)
    const overtaken = Promise.withResolvers<void>()
    const [first, ...rest] = packages(0, 600)
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield header(0, 600)
      yield first ?? new Uint8Array()
      await overtaken.promise
      for (const part of rest) yield part
    }
    const slower = parts.mirror.addEntries(slow())
    expect((await push(parts, header(0, 1_100), ...packages(0, 1_100))).status).toBe(200)
    overtaken.resolve()
    expect(await slower).toMatchObject({ status: 409, body: info(1_100, 1_100) })
    expect(await wholeSize(parts, log)).toBe(1_100)
  })

  test('over a disk that fails goes on, and nothing is cosigned that is not whole', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const files = memoryFiles()
      const random = randomFrom(seed)
      const failing = tried([log], { files: failingFiles(files, random, 0.02) })
      const whole = async () => wholeSize(tried([log], { files }), log)
      for (let attempt = 0; (await whole()) !== 900; attempt++) {
        expect(attempt).toBeLessThan(200)
        try {
          await pending(failing, 900)
          const next = (await failing.mirror.copyOf(origin)?.next.get()) ?? 0
          const answer = await push(failing, header(next, 900), ...packages(next, 900))
          if (answer.status === 200) expect(await whole()).toBe(900)
        } catch (error) {
          if (!(error instanceof InjectedFailure)) throw error
        }
      }
    }
  })
})

describe('a no', () => {
  test('404 for a log that is not mirrored, 422 before its first checkpoint, 400 for what is no upload', async () => {
    const parts = tried([log])
    expect((await push(parts, header(0, 5, 'log.example/unknown'))).status).toBe(404)
    expect((await push(parts, header(0, 5))).status).toBe(422)
    await pending(parts, 500)
    expect((await push(parts, header(0, 500))).status).toBe(400)
    expect((await push(parts, header(0, 500), new Uint8Array(100))).status).toBe(400)
    expect((await push(parts, header(400, 300))).status).toBe(400)
    expect((await push(parts, new Uint8Array([0, 200, 1]))).status).toBe(400)
    expect((await push(parts)).status).toBe(400)
  })

  test('409 for an end that is no checkpoint, and for a start beyond the next entry', async () => {
    const parts = tried([log])
    await pending(parts, 500)
    expect(await push(parts, header(0, 400), ...packages(0, 400))).toMatchObject({
      status: 409,
      body: info(500, 0),
    })
    expect(await push(parts, header(256, 500), ...packages(256, 500))).toMatchObject({
      status: 409,
      body: info(500, 0),
    })
  })

  test('422 for entries that are not those of the checkpoint: nothing of the package is stored', async () => {
    const parts = tried([log])
    await pending(parts, 500)
    const [first, second] = packages(0, 500)
    const flipped = Uint8Array.from(first ?? [], (byte, i) => (i === 3 ? byte ^ 1 : byte))
    expect((await push(parts, header(0, 500), flipped)).status).toBe(422)
    const wrongProof = packages(256, 600)[0] ?? new Uint8Array()
    expect((await push(parts, header(0, 500), first ?? new Uint8Array(), wrongProof)).status).toBe(422)
    expect(await parts.mirror.copyOf(origin)?.next.get()).toBe(256)
    expect((await push(parts, header(256, 500), second ?? new Uint8Array())).status).toBe(200)
    expect(await wholeSize(parts, log)).toBe(500)
  })

  test('another history is not pushed, whole or in part', async () => {
    const other = testLog({ origin, entries: [...entriesOf(200), ...entriesOf(800, 'b')] })
    const parts = tried([log])
    await pending(parts, 500)
    expect((await pending(parts, 700, other)).status).toBe(422)
    expect((await pending(parts, 500, other)).status).toBe(422)
    expect(await parts.mirror.evidence(origin)).toMatchObject([{ what: 'forked' }])
    expect((await push(parts, header(0, 500), ...packages(0, 500, other))).status).toBe(422)
    expect((await push(parts, header(0, 700), ...packages(0, 700, other))).status).toBe(409)
  })

  test('only the last several checkpoints are waited for', async () => {
    const parts = tried([log])
    for (let size = 1; size <= 30; size++) await pending(parts, size)
    expect((await push(parts, header(0, 3), ...packages(0, 3))).status).toBe(409)
    expect((await push(parts, header(0, 20), ...packages(0, 20))).status).toBe(200)
    expect(await wholeSize(parts, log)).toBe(20)
  })
})

test('an entry of 65,535 bytes goes through', async () => {
  const large = testLog({
    origin,
    entries: [new Uint8Array(65_535).fill(1), new Uint8Array(), ...entriesOf(3)],
  })
  const parts = tried([large])
  await pending(parts, 5, large)
  expect(encodeBundle([large.entry(0)])).toHaveLength(65_537)
  expect((await push(parts, header(0, 5), ...packages(0, 5, large))).status).toBe(200)
  expect(await wholeSize(parts, large)).toBe(5)
})

test('whatever bytes are sent, nothing but the log is stored', async () => {
  const random = randomFrom(1)
  const parts = tried([log])
  await pending(parts, 700)
  const good = Buffer.concat([header(0, 700), ...packages(0, 700)])
  const answers = new Set<number>()
  for (let i = 0; i < 300; i++) {
    const bad = Buffer.from(good.subarray(0, Math.ceil(random() * good.length)))
    for (let flips = Math.ceil(random() * 3); flips > 0; flips--) {
      bad[Math.floor(random() * bad.length)] = Math.floor(random() * 256)
    }
    answers.add((await parts.mirror.addEntries(inPieces([bad], 10_000))).status)
  }
  expect([...answers].every(status => [200, 202, 400, 404, 409, 422].includes(status))).toBe(true)
  expect(answers.has(422)).toBe(true)
  expect((await push(parts, header(0, 700), ...packages(0, 700))).status).toBe(200)
  expect(await wholeSize(parts, log)).toBe(700)
})
