// Following a log by its published files alone: what grew is cosigned; what is less, forked or makes no sense never is.
import { originHash, tilePath, utf8Bytes } from '@equalizer/tlog'
import { type TestLog, testLog } from '@equalizer/tlog/testing'
import { describe, expect, test } from 'vitest'
import { followOnce } from './follow.ts'
import type { LogSource } from './log-source.ts'
import { entriesOf, tried } from './testing.ts'

const origin = 'log.example/followed'
const entries = entriesOf(700)
const at = (size: number, seed = 'a') =>
  testLog({ origin, entries: [...entries.slice(0, 300), ...entriesOf(400, seed).slice(300)].slice(0, size) })

function published(
  log: TestLog,
  change: (path: string, bytes: Uint8Array | null) => Uint8Array | null = (_, b) => b,
): LogSource {
  return { name: 'test', read: async path => change(path, await log.read(path)) }
}

function follower() {
  const log = testLog({ origin, entries: entries.slice(0, 300) })
  const parts = tried([log])
  const look = (source: LogSource) =>
    followOnce({ witness: parts.witness, origin, source, nowMs: () => parts.clock.ms })
  return { ...parts, log, look }
}

describe('following', () => {
  test('a log that grows, with proofs out of its tiles', async () => {
    const { log, look, witness, clock } = follower()
    expect(await look(published(log))).toEqual({ kind: 'cosigned', size: 300 })
    expect(await look(published(log))).toEqual({ kind: 'same', size: 300 })
    log.append(entries.slice(300))
    expect(await look(published(log))).toEqual({ kind: 'cosigned', size: 700 })
    expect(await witness.checkpointOf(originHash(origin))).toContain('\n700\n')
    clock.ms += 3_600_000
    expect(await look(published(log))).toEqual({ kind: 'cosigned', size: 700 })
  })

  test('a log that forked: not cosigned, both notes kept, said as new once', async () => {
    for (const [first, second] of [
      [at(350), at(350, 'b')],
      [at(350), at(400, 'b')],
    ] as const) {
      const { look, witness } = follower()
      await look(published(first))
      const held = (await witness.latest(origin))?.note
      const followed = await look(published(second))
      expect(followed).toMatchObject({ kind: 'forked', heldSize: first.size(), isNew: true })
      expect(await look(published(second))).toMatchObject({ isNew: false })
      expect((await witness.latest(origin))?.note).toBe(held)
      expect(await witness.evidence(origin)).toMatchObject([{ held, offered: second.checkpoint() }])
    }
  })

  test('fewer entries of the same history: nothing to cosign, and no evidence', async () => {
    const { look, log, witness } = follower()
    await look(published(log))
    const shown = at(200)
    const behind = { kind: 'behind', size: 200, heldSize: 300 }
    // With the tiles of more, as a log that waits for a quorum; without, as a cache or a mirror; and with nothing at all.
    const quorum = published(log, (path, bytes) =>
      path === 'checkpoint' ? utf8Bytes(log.checkpoint(200)) : bytes,
    )
    expect(await look(quorum)).toEqual(behind)
    expect(await look(published(shown))).toEqual(behind)
    expect(await look(published(testLog({ origin, entries: [] })))).toEqual({ ...behind, size: 0 })
    expect(await witness.evidence(origin)).toEqual([])
    expect((await witness.latest(origin))?.size).toBe(300)
    expect(await look(published(at(350)))).toEqual({ kind: 'cosigned', size: 350 })
  })

  test('fewer entries of another history are evidence as soon as tiles show it', async () => {
    const { look, witness } = follower()
    const other = at(400, 'b')
    await look(published(at(350)))
    const held = await witness.latest(origin)
    // Rewound: what it serves says nothing of what it had.
    expect(await look(published(at(320, 'b')))).toEqual({ kind: 'behind', size: 320, heldSize: 350 })
    // Its unsigned tiles go on differently; they are no word of the log's.
    const ahead = (path: string, bytes: Uint8Array | null) =>
      path === 'checkpoint' ? utf8Bytes(other.checkpoint(320)) : bytes
    expect(await look(published(other, ahead))).toMatchObject({ kind: 'waiting' })
    expect(await witness.evidence(origin)).toEqual([])
    // The tiles of what was seen beside another checkpoint below them.
    const both = published(at(350), (path, bytes) =>
      path === 'checkpoint' ? utf8Bytes(other.checkpoint(320)) : bytes,
    )
    expect(await look(both)).toMatchObject({ kind: 'forked', size: 320, heldSize: 350 })
    // Grown again, differently.
    expect(await look(published(other))).toMatchObject({ kind: 'forked', size: 400, heldSize: 350 })
    expect(await witness.evidence(origin)).toHaveLength(2)
    expect((await witness.latest(origin))?.note).toBe(held?.note)
  })

  test('tiles that do not make the signed root prove nothing: waiting', async () => {
    const { look, log, witness } = follower()
    await look(published(log))
    log.append(entries.slice(300))
    const flip = (bytes: Uint8Array | null) =>
      bytes && Uint8Array.from(bytes, (byte, i) => (i === 40 ? byte ^ 1 : byte))
    const flipped = await look(
      published(log, (path, bytes) => (path.startsWith('tile/') ? flip(bytes) : bytes)),
    )
    expect(flipped).toMatchObject({ kind: 'waiting' })
    const missing = await look(published(log, (path, bytes) => (path.startsWith('tile/') ? null : bytes)))
    expect(missing).toMatchObject({ kind: 'waiting' })
    expect(await witness.evidence(origin)).toEqual([])
    const noPartial = (path: string, bytes: Uint8Array | null) => (path === tilePath(0, 1, 44) ? null : bytes)
    expect(await look(published(log, noPartial))).toEqual({ kind: 'cosigned', size: 700 })
  })

  test('no checkpoint, one of another log, and one that nobody signed: waiting', async () => {
    const { look, log, witness } = follower()
    const other = testLog({ origin: 'log.example/another', entries: ['x'] })
    const forged = testLog({ origin, entries: ['x'], secret: new Uint8Array(32).fill(3) })
    for (const source of [
      published(log, () => null),
      published(other),
      published(forged),
      published(log, () => utf8Bytes('x')),
    ]) {
      expect(await look(source)).toMatchObject({ kind: 'waiting' })
    }
    expect(await witness.latest(origin)).toBeNull()
  })
})
