// The witness's own rules: the order of its checks, one history whatever happens at once, and timestamps that never go back.
import {
  addSignatures,
  consistencyProof,
  emptyRoot,
  formatAddCheckpoint,
  meetsPolicy,
  originHash,
  parsePolicy,
  signNote,
  utf8Bytes,
} from '@equalizer/tlog'
import { failingFiles, InjectedFailure, memoryFiles, testLog } from '@equalizer/tlog/testing'
import { describe, expect, test } from 'vitest'
import { body, cosigner, entriesOf, tried } from './testing.ts'

const origin = 'log.example/one'
const log = testLog({ origin, entries: entriesOf(40) })
const other = testLog({ origin, entries: [...entriesOf(5), ...entriesOf(35, 'b')] })

describe('what a witness answers', () => {
  test('a cosignature of the whole checkpoint, which a policy accepts', async () => {
    const { witness, offer } = tried([log])
    const answer = await offer(log, 0, 7)
    expect(answer.status).toBe(200)
    const policy = parsePolicy(`log ${log.vkey.text}\nwitness w ${cosigner.vkey.text}\nquorum w\n`)
    if (!policy.ok) throw new Error(policy.refusal.reason)
    const met = meetsPolicy(addSignatures(log.checkpoint(7), [answer.body]), policy.value)
    expect(met).toMatchObject({
      ok: true,
      value: { witnesses: [{ name: 'w', timestampSeconds: 1_800_000_000 }] },
    })
    const served = await witness.checkpointOf(originHash(origin))
    expect(served && meetsPolicy(served, policy.value)).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 7 } },
    })
  })

  test('nothing of a log that it never cosigned', async () => {
    const { witness } = tried([log])
    expect(await witness.checkpointOf(originHash(origin))).toBeNull()
    expect(await witness.checkpointOf('0'.repeat(64))).toBeNull()
  })

  test('the same checkpoint once more, with a newer time', async () => {
    const { offer, clock, witness } = tried([log])
    await offer(log, 0, 7)
    clock.ms += 5_000
    expect((await offer(log, 7, 7)).status).toBe(200)
    expect(await witness.latest(origin)).toMatchObject({ size: 7, timestampSeconds: 1_800_000_005 })
  })

  test('400 for what is no request, and for an old size beyond the checkpoint', async () => {
    const { witness, offer } = tried([log])
    for (const text of [
      '',
      'old 0',
      'old 00\n\n',
      `old 0\nx\n\n${log.checkpoint(3)}`,
      `old -1\n\n${log.checkpoint(3)}`,
    ]) {
      expect((await witness.addCheckpoint(utf8Bytes(text))).status).toBe(400)
    }
    expect((await witness.addCheckpoint(new Uint8Array([0xff, 0xfe, 0x0a]))).status).toBe(400)
    expect((await offer(log, 9, 7)).status).toBe(400)
  })

  test('404 before it looks at a signature, 403 before it looks at sizes', async () => {
    const { witness } = tried([log])
    const unknown = testLog({ origin: 'log.example/unknown', entries: entriesOf(3) })
    expect((await witness.addCheckpoint(body(unknown, 5, 3))).status).toBe(404)
    const forged = testLog({ origin, entries: entriesOf(3), secret: new Uint8Array(32).fill(9) })
    expect((await witness.addCheckpoint(body(forged, 5, 3))).status).toBe(403)
    const changed = log.checkpoint(3).replace('\n3\n', '\n2\n')
    const answer = await witness.addCheckpoint(utf8Bytes(`old 5\n\n${changed}`))
    expect(answer).toMatchObject({ status: 403 })
  })

  test('409 with its own size, whatever else is wrong', async () => {
    const { offer } = tried([log])
    await offer(log, 0, 7)
    for (const [old, size] of [
      [0, 9],
      [8, 9],
      [3, 5],
    ] as const) {
      expect(await offer(log, old, size)).toEqual({
        status: 409,
        contentType: 'text/x.tlog.size',
        body: '7\n',
      })
    }
    expect(await offer(other, 0, 9)).toMatchObject({ status: 409 })
  })

  test('422 for another history, for proofs that do not lead there, and for an empty tree with a root', async () => {
    const { witness, offer } = tried([log])
    const rooted = signNote(`${origin}\n0\n${Buffer.alloc(32).toString('base64')}\n`, [log.signer])
    expect((await witness.addCheckpoint(utf8Bytes(`old 0\n\n${rooted}`))).status).toBe(422)
    const proof = consistencyProof(3, 7, log.at)
    const asked = (old: number, size: number) =>
      witness.addCheckpoint(utf8Bytes(formatAddCheckpoint({ old, proof, checkpoint: log.checkpoint(size) })))
    expect((await asked(0, 7)).status).toBe(422)
    await offer(log, 0, 7)
    expect((await asked(7, 7)).status).toBe(422)
    expect((await asked(7, 9)).status).toBe(422)
    expect((await offer(other, 7, 9)).status).toBe(422)
    expect((await offer(log, 7, 9)).status).toBe(200)
  })

  test('an empty log is cosigned, and grows from there', async () => {
    const { offer, witness } = tried([log])
    expect((await offer(log, 0, 0)).status).toBe(200)
    expect((await witness.latest(origin))?.root).toEqual(emptyRoot)
    expect((await offer(log, 0, 4)).status).toBe(200)
  })

  test('two roots of one size are kept as evidence, once', async () => {
    const { offer, witness } = tried([log])
    await offer(log, 0, 9)
    await offer(other, 9, 9)
    expect((await offer(other, 9, 9)).status).toBe(422)
    expect(await witness.evidence(origin)).toMatchObject([
      { what: 'forked', origin, offered: other.checkpoint(9) },
    ])
  })

  test('only signatures that were verified are passed on', async () => {
    const { witness } = tried([log])
    const stranger = `— stranger ${Buffer.alloc(40, 1).toString('base64')}\n`
    await witness.addCheckpoint(utf8Bytes(`old 0\n\n${log.checkpoint(3)}${stranger}`))
    const served = await witness.checkpointOf(originHash(origin))
    expect(served).not.toContain('stranger')
    expect(served).toContain(`— ${origin} `)
  })
})

describe('time', () => {
  test('a clock that goes back does not take the timestamps with it', async () => {
    const { offer, clock, witness } = tried([log])
    await offer(log, 0, 3)
    clock.ms -= 60_000
    expect((await offer(log, 3, 4)).status).toBe(200)
    expect((await witness.latest(origin))?.timestampSeconds).toBe(1_800_000_000)
    clock.ms -= 3_600_000
    expect((await offer(log, 4, 5)).status).toBe(503)
    expect((await witness.latest(origin))?.size).toBe(4)
  })
})

describe('one history', () => {
  test('of many requests at once from one size, one is cosigned', async () => {
    const { witness } = tried([log, other])
    await witness.addCheckpoint(body(log, 0, 5))
    const requests = [6, 7, 8, 9, 10].flatMap(size => [body(log, 5, size), body(other, 5, size)])
    const answers = await Promise.all(requests.map(request => witness.addCheckpoint(request)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409 || status === 422)).toHaveLength(9)
  })

  test('a disk that fails in every way never makes it sign two histories', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed)
      const files = memoryFiles()
      const { witness } = tried([log], failingFiles(files, random, 0.3))
      const given = new Map<number, string>()
      for (let i = 0; i < 30; i++) {
        const from = random() < 0.5 ? log : other
        const held = await tried([log], files).witness.latest(origin)
        const old = held?.size ?? 0
        const size = Math.min(40, old + Math.floor(random() * 4))
        try {
          const answer = await witness.addCheckpoint(body(from, old, size))
          if (answer.status !== 200) continue
          const root = Buffer.from(from.root(size)).toString('hex')
          expect(given.get(size) ?? root).toBe(root)
          given.set(size, root)
          // What was answered is on disk, whatever failed before.
          expect((await tried([log], files).witness.latest(origin))?.size).toBe(size)
        } catch (error) {
          if (!(error instanceof InjectedFailure)) throw error
        }
      }
      const roots = [...given].map(([size, root]) => [
        Buffer.from(log.root(size)).toString('hex') === root,
        Buffer.from(other.root(size)).toString('hex') === root,
      ])
      expect(roots.every(([ours]) => ours) || roots.every(([, theirs]) => theirs)).toBe(true)
    }
  })

  test('a folder of another witness is not taken for its own', async () => {
    const { files, offer } = tried([log])
    await offer(log, 0, 3)
    const place = `signed/${originHash(origin)}`
    const note = new TextDecoder().decode((await files.read(place)) ?? new Uint8Array())
    await files.write(place, utf8Bytes(note.replace('\n3\n', '\n2\n')))
    await expect(offer(log, 2, 5)).rejects.toThrow('not its own')
  })
})

test('whatever text is sent, an answer comes and only the log itself is cosigned', async () => {
  const random = randomFrom(7)
  const { witness } = tried([log])
  await witness.addCheckpoint(body(log, 0, 20))
  const good = Buffer.from(body(log, 20, 31))
  const answers = new Set<number>()
  for (let i = 0; i < 1_000; i++) {
    const bad = Buffer.from(good)
    bad[Math.floor(random() * bad.length)] = Math.floor(random() * 256)
    const answer = await witness.addCheckpoint(random() < 0.2 ? bad.subarray(0, random() * bad.length) : bad)
    answers.add(answer.status)
    // A changed byte may be the same byte.
    if (answer.status === 200) expect((await witness.latest(origin))?.root).toEqual(log.root(31))
  }
  expect([...answers].every(status => [200, 400, 403, 404, 409, 422].includes(status))).toBe(true)
  expect([400, 403, 404, 422].every(status => answers.has(status))).toBe(true)
})

/** Mulberry32: numbers from 0 to below 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
