// A server that shows two histories, exchanges its key or has no witnesses: caught by what is remembered, and by a policy.
import { addSignatures, cosign, nobleSigner, parsePolicy, signatureTypes, utf8Bytes } from '@equalizer/tlog'
import { beforeAll, describe, expect, test } from 'vitest'
import { byOrigin } from './memory.ts'
import { nothingKept } from './memory-here.ts'
import type { Report } from './report.ts'
import { founded, variety, votedPayment } from './testing/organization.ts'
import { type Published, publish, sourceOf, testOrigin } from './testing/published.ts'
import { type VerifyOptions, verifyLog } from './verify-log.ts'

let texts: readonly string[] = []
let nowMs = 0

beforeAll(() => {
  const made = founded()
  variety(made)
  for (let i = 0; i < 30; i += 1) votedPayment(made, 10 + i)
  texts = made.texts
  nowMs = made.nowMs
})

const checked = (published: Published, options: Partial<VerifyOptions> = {}): Promise<Report> =>
  verifyLog(published.source, { nowMs, vkeys: [published.log.vkey], ...options })

describe('keys and histories', () => {
  const evil = new Uint8Array(32).fill(7)

  test('a checkpoint that another key signed', async () => {
    const [honest, forged] = [await publish(texts), await publish(texts, evil)]
    const report = await checked(forged, { vkeys: [honest.log.vkey] })
    expect(report.problem).toMatchObject({ code: 'note.unverified', path: 'checkpoint' })
  })

  test('a key that is exchanged after the log was seen', async () => {
    const memory = nothingKept()
    const honest = await publish(texts.slice(0, 200))
    expect((await verifyLog(honest.source, { nowMs, memory })).trust).toBe('first use')
    const forged = await verifyLog((await publish(texts, evil)).source, { nowMs, memory })
    expect(forged.problem).toMatchObject({ code: 'log.key_changed', path: 'checkpoint' })
    expect(memory.evidence).toHaveLength(1)
    const elsewhere = { ...(await publish(texts, evil)).source, name: 'https://mirror.example/grid' }
    expect((await verifyLog(elsewhere, { nowMs, memory })).problem?.code).toBe('log.key_changed')
  })

  test('a history that is rewritten after it was seen, with everything that follows made anew', async () => {
    const memory = nothingKept()
    await checked(await publish(texts.slice(0, 200)), { memory })
    const other = founded()
    variety(other)
    other.nowMs += 1
    for (let i = 0; i < 30; i += 1) votedPayment(other, 500 + i)
    const rewritten = await publish(other.texts)
    // On its own there is nothing to object to.
    expect((await checked(rewritten)).ok).toBe(true)
    const report = await checked(rewritten, { memory })
    expect(report.problem).toMatchObject({ code: 'log.split_view', facts: { remembered: 200 } })
    const [kept] = memory.evidence
    expect(kept?.notes[0]).toContain('\n200\n')
    expect(kept?.notes[1]).toContain(`\n${other.texts.length}\n`)
  })

  test('another history of the same size, and a shorter one', async () => {
    const memory = nothingKept()
    await checked(await publish(texts.slice(0, 200)), { memory })
    const same = texts.slice(0, 200).with(199, texts[0] as string)
    expect((await checked(await publish(same), { memory })).problem?.code).toBe('log.split_view')
    const shorter = await publish(texts.slice(0, 150))
    const served = { ...shorter, source: { ...shorter.source, grows: true } }
    const rewound = await checked(served, { memory, pause: async () => {} })
    expect(rewound.problem?.code).toBe('log.rewound')
    expect(memory.evidence).toHaveLength(2)
    const grown = await checked(await publish(texts), { memory })
    expect(grown).toMatchObject({ ok: true, remembered: { size: 200 } })
  })

  test('a copy that is older than what was seen is no lie, and what is remembered does not go back', async () => {
    const memory = nothingKept()
    const sized = async (size: number, name: string) => {
      const copy = await publish(texts.slice(0, size))
      return checked({ ...copy, source: sourceOf(copy.files, name) }, { memory })
    }
    const kept = async () => (await memory.read(byOrigin(testOrigin)))?.size
    await sized(150, '/kept.tar')
    await sized(200, 'https://log.example/log/grid')
    const unseen = await sized(120, '/found.tar')
    expect(unseen).toMatchObject({ ok: true, remembered: null, older: { size: 200, isBeginning: false } })
    const facts = { size: 120, seen: 200 }
    expect(unseen.notChecked).toContainEqual(expect.objectContaining({ what: 'beginning', facts }))
    expect([await memory.read('/found.tar'), await kept()]).toEqual([null, 200])
    const seen = await sized(150, '/kept.tar')
    expect(seen).toMatchObject({ ok: true, older: { size: 200, isBeginning: true } })
    expect(seen.notChecked.map(({ what }) => what)).not.toContain('beginning')
    // Shorter than the very same file was: an older one was put there.
    expect(await sized(100, '/kept.tar')).toMatchObject({ ok: true, older: { isBeginning: false } })
    expect(await sized(160, '/kept.tar')).toMatchObject({ remembered: { size: 150 }, older: { size: 200 } })
    expect(memory.evidence).toEqual([])
    const other = await publish(texts.slice(0, 150).with(149, texts[0] as string))
    const lied = await checked({ ...other, source: sourceOf(other.files, '/kept.tar') }, { memory })
    expect(lied.problem).toMatchObject({ code: 'log.split_view', facts: { remembered: 150, found: 150 } })
    expect([memory.evidence.length, await kept()]).toEqual([1, 200])
    expect(await sized(texts.length, '/found.tar')).toMatchObject({ ok: true, older: null })
  })

  test('a copy of another log under the name of the one before accuses nobody; at an address it does', async () => {
    const options = { nowMs, memory: nothingKept() }
    const other = await publish(texts, evil, 'other.example/log/grid')
    for (const [grows, problem] of [
      [false, null],
      [true, { code: 'log.key_changed' }],
    ] as const) {
      const name = `/export.tar ${grows}`
      const first = await publish(texts)
      await verifyLog({ ...sourceOf(first.files, name), grows }, options)
      const report = await verifyLog({ ...sourceOf(other.files, name), grows }, options)
      if (problem === null) expect(report).toMatchObject({ ok: true, trust: 'first use' })
      else expect(report.problem).toMatchObject(problem)
    }
  })

  test('nobody is trusted where neither a key is known nor the log names one', async () => {
    const { files } = await publish(texts)
    files.delete('log.json')
    expect((await verifyLog(sourceOf(files), { nowMs })).problem?.code).toBe('trust.nothing')
  })
})

describe('a policy', () => {
  const witness = nobleSigner('witness.example', signatureTypes.cosignature, new Uint8Array(32).fill(5))

  async function cosigned(timestampSeconds: number | null): Promise<Published> {
    const published = await publish(texts)
    const note = published.log.checkpoint()
    const text = note.slice(0, note.indexOf('\n\n') + 1)
    if (timestampSeconds === null) return published
    const line = cosign(text, timestampSeconds, witness)
    published.files.set('checkpoint', utf8Bytes(addSignatures(note, [line])))
    return published
  }

  async function byPolicy(published: Published): Promise<Report> {
    const lines = [`log ${published.log.vkey.text}`, `witness w ${witness.vkey.text}`, 'quorum w', '']
    const policy = parsePolicy(lines.join('\n'))
    if (!policy.ok) throw new Error(policy.refusal.reason)
    return verifyLog(published.source, { nowMs, policy: policy.value })
  }

  const seconds = () => Math.ceil(nowMs / 1_000)

  test('that is met: who cosigned, and when', async () => {
    const report = await byPolicy(await cosigned(seconds()))
    expect(report).toMatchObject({
      ok: true,
      trust: 'policy',
      cosignedBy: [{ name: 'w', timestampSeconds: seconds() }],
    })
    expect(report.notChecked.map(({ what }) => what)).not.toContain('witnesses')
  })

  test('that is not met, and a cosignature that was changed', async () => {
    expect((await byPolicy(await cosigned(null))).problem).toMatchObject({
      code: 'policy.quorum_not_met',
      path: 'checkpoint',
    })
    const published = await cosigned(seconds())
    const note = new TextDecoder().decode(published.files.get('checkpoint'))
    published.files.set('checkpoint', utf8Bytes(`${note.slice(0, -10)}A${note.slice(-9)}`))
    expect((await byPolicy(published)).problem?.path).toBe('checkpoint')
  })

  test('an entry that is later than the witness who saw it', async () => {
    const report = await byPolicy(await cosigned(seconds() - 20 * 86_400))
    expect(report.problem).toMatchObject({ code: 'entry.in_the_future' })
    expect(report.problem?.seq).toBeGreaterThan(100)
  })
})
