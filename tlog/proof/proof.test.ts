// Proofs that stand alone: made, read back to the byte, checked offline, and refused for every part that is changed.
import { describe, expect, test } from 'vitest'
import { cosign } from '../checkpoint/cosignature.ts'
import { utf8Bytes } from '../encoding/bytes.ts'
import { inclusionProof } from '../merkle/prove.ts'
import { addSignatures, parseNote } from '../note/note.ts'
import { nobleSigner } from '../note/signer.ts'
import { signatureTypes } from '../note/vkey.ts'
import { parsePolicy } from '../policy/parse.ts'
import { testLog } from '../testing/test-log.ts'
import { checkProof } from './check.ts'
import { formatProof, parseProof } from './proof.ts'

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code
const log = testLog({
  origin: 'example.org/log',
  entries: Array.from({ length: 700 }, (_, i) => `entry ${i}`),
})
const witness = nobleSigner('example.org/witness', signatureTypes.cosignature, new Uint8Array(32).fill(3))
const parsedPolicy = parsePolicy(`log ${log.vkey.text}\nwitness w ${witness.vkey.text}\nquorum w\n`)
if (!parsedPolicy.ok) throw new Error(parsedPolicy.refusal.reason)
const policy = parsedPolicy.value

const note = parseNote(log.checkpoint())
if (!note.ok) throw new Error(note.refusal.code)
const checkpoint = addSignatures(log.checkpoint(), [cosign(note.value.text, 1_000, witness)])
const index = 512
const hashes = inclusionProof(index, log.size(), log.at)
const entry = log.entry(index)

describe('a proof', () => {
  const text = formatProof({ extra: entry, index, hashes, checkpoint })

  test('is laid out as the specification has it', () => {
    expect(text.split('\n').slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      'extra ZW50cnkgNTEy',
      'index 512',
    ])
    expect(text.endsWith(`\n\n${checkpoint}`)).toBe(true)
  })

  test('comes back from its text, with its extra data and without', () => {
    expect(parseProof(text)).toEqual({ ok: true, value: { extra: entry, index, hashes, checkpoint } })
    const without = { index, hashes, checkpoint }
    expect(parseProof(formatProof(without))).toEqual({ ok: true, value: without })
    const empty = { extra: new Uint8Array(0), index: 0, hashes: [], checkpoint }
    expect(parseProof(formatProof(empty))).toEqual({ ok: true, value: empty })
  })

  test('shows that its entry is in the log, and that a given one is', () => {
    expect(checkProof(text, { policy })).toMatchObject({
      ok: true,
      value: { index, entry, checkpoint: { size: 700 }, witnesses: [{ name: 'w', timestampSeconds: 1_000 }] },
    })
    expect(codeOf(checkProof(formatProof({ index, hashes, checkpoint }), { policy, entry }))).toBe('ok')
    expect(codeOf(checkProof(formatProof({ index, hashes, checkpoint }), { policy }))).toBe('proof.no_entry')
  })

  test('of another entry, place, path or checkpoint shows nothing', () => {
    const other = utf8Bytes('another entry')
    expect(codeOf(checkProof(text, { policy, entry: other }))).toBe('proof.not_included')
    expect(codeOf(checkProof(formatProof({ extra: other, index, hashes, checkpoint }), { policy }))).toBe(
      'proof.not_included',
    )
    const moved = formatProof({ extra: entry, index: 513, hashes, checkpoint })
    expect(codeOf(checkProof(moved, { policy }))).toBe('proof.not_included')
    const shorter = formatProof({ extra: entry, index, hashes: hashes.slice(1), checkpoint })
    expect(codeOf(checkProof(shorter, { policy }))).toBe('proof.not_included')
    const beyond = formatProof({ extra: entry, index: 2 ** 53 - 1, hashes, checkpoint })
    expect(codeOf(checkProof(beyond, { policy }))).toBe('proof.not_included')
    const unwitnessed = formatProof({ extra: entry, index, hashes, checkpoint: log.checkpoint() })
    expect(codeOf(checkProof(unwitnessed, { policy }))).toBe('policy.quorum_not_met')
    const foreign = testLog({ origin: 'example.org/log', entries: ['x'], secret: new Uint8Array(32).fill(4) })
    const signedElsewhere = formatProof({
      extra: entry,
      index: 0,
      hashes: [],
      checkpoint: foreign.checkpoint(),
    })
    expect(codeOf(checkProof(signedElsewhere, { policy }))).toBe('note.unverified')
  })

  const [first = '', second = '', third = ''] = text.split('\n')
  const hash = text.split('\n')[3] ?? ''
  test.each([
    ['another version', text.replace('@v1', '@v2')],
    ['something before it', `\n${text}`],
    ['two lines of extra data', text.replace(`${second}\n`, `${second}\n${second}\n`)],
    ['the index first', text.replace(`${second}\n${third}\n`, `${third}\n${second}\n`)],
    ['extra data in no base64', text.replace(second, 'extra !')],
    ['no index', text.replace(`${third}\n`, '')],
    ['an index with a zero before it', text.replace('index 512', 'index 0512')],
    ['an index below zero', text.replace('index 512', 'index -1')],
    ['an index that is too large', text.replace('index 512', 'index 9007199254740992')],
    ['a hash that is none', text.replace(hash, 'AAAA')],
    ['64 hashes', text.replace(`${hash}\n`, `${hash}\n`.repeat(64))],
    ['no checkpoint', `${first}\n${third}\n`],
    ['a hash below the empty line', text.replace(`${third}\n`, `${third}\n\n`)],
    ['carriage returns', text.replaceAll('\n', '\r\n')],
  ])('with %s is none', (_, wrong) => {
    expect(codeOf(parseProof(wrong))).not.toBe('ok')
    expect(codeOf(checkProof(wrong, { policy }))).not.toBe('ok')
  })

  test('larger than is read is refused', () => {
    expect(codeOf(parseProof(`c2sp.org/tlog-proof@v1\nextra ${'A'.repeat(2_000_000)}\n`))).toBe(
      'proof.malformed',
    )
  })
})
