// Checkpoints and cosignatures: real ones from production, one made by Node alone, and what is none.
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { encodeBase64 } from '../encoding/base64.ts'
import { emptyRoot } from '../merkle/hash.ts'
import { addSignatures, formatNote, type Note, parseNote } from '../note/note.ts'
import { openNote } from '../note/open.ts'
import { nobleSigner, signNote } from '../note/signer.ts'
import { cosignedMessage, timestamped } from '../note/verifiers.ts'
import { parseVkey, signatureTypes, vkeyOf } from '../note/vkey.ts'
import { checkpointText, openCheckpoint, parseCheckpointText } from './checkpoint.ts'
import { cosign, verifyCosignature } from './cosignature.ts'

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code
const witness = nobleSigner('example.org/witness', signatureTypes.cosignature, new Uint8Array(32).fill(9))
const root = encodeBase64(emptyRoot)

function noteIn(text: string): Note {
  const note = parseNote(text)
  if (!note.ok) throw new Error(note.refusal.code)
  return note.value
}

const pixel = ['pixel-611-armoredwitness.checkpoint', 'armoredwitness-cosig.vkeys']
describeWithData(
  'a production checkpoint',
  pixel.map(file => `standards/tlog-notes/${file}`),
  ([note = '', keys = '']) => {
    const text = readFileSync(note, 'utf8')
    const vkeys = readFileSync(keys, 'utf8')
      .trim()
      .split('\n')
      .map(line => parseVkey(line))
      .flatMap(vkey => (vkey.ok ? [vkey.value] : []))

    test('was cosigned by both its witnesses, and each said when', () => {
      expect(vkeys).toHaveLength(2)
      const opened = openCheckpoint(text, vkeys)
      expect(opened.ok && opened.value.verified).toHaveLength(2)
      expect(opened.ok && opened.value.checkpoint).toMatchObject({ size: 611, extensions: [] })
      const parsed = noteIn(text)
      expect(formatNote(parsed)).toBe(text)
      const times = vkeys.map(vkey => {
        const line = parsed.signatures.find(({ id }) => id === vkey.id)
        const held = line && verifyCosignature(parsed.text, line, vkey)
        return held?.ok ? new Date(held.value.timestampSeconds * 1000).toISOString().slice(0, 7) : null
      })
      expect(times).toEqual(['2025-02', '2025-02'])
    })

    test('of another size was cosigned by nobody', () => {
      expect(codeOf(openCheckpoint(text.replace('\n611\n', '\n612\n'), vkeys))).toBe('note.signature_invalid')
    })
  },
)

describeWithData(
  'the note cosigned by Node alone',
  ['standards/tlog-notes/node-made-cosigned.txt'],
  ([path = '']) => {
    test('is a checkpoint of the log of Tessera, which signed it, with a cosignature', () => {
      const text = readFileSync(path, 'utf8')
      const parsed = noteIn(text)
      expect(formatNote(parsed)).toBe(text)
      expect(parseCheckpointText(parsed.text)).toMatchObject({ ok: true, value: { size: 15 } })
      const log = parseVkey('example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx')
      expect(log.ok && codeOf(openNote(text, [log.value]))).toBe('ok')
      const [, cosignature] = parsed.signatures
      expect(cosignature).toMatchObject({ name: 'witness.example/w1' })
      expect(cosignature?.bytes).toHaveLength(72)
    })
  },
)

test('the example of tlog-cosignature says the time that the specification gives for it', () => {
  const line =
    '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA=='
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
  const [signature] = noteIn(`${text}\n${line}\n`).signatures
  expect(signature?.name).toBe('witness.example.com/w1')
  expect(timestamped(signature?.bytes ?? new Uint8Array(0))?.timestampSeconds).toBe(1_679_315_147)
  expect(new TextDecoder().decode(cosignedMessage(text, 1_679_315_147))).toBe(
    `cosignature/v1\ntime 1679315147\n${text}`,
  )
})

describe('a checkpoint', () => {
  const text = `example.org/log\n3\n${root}\n`

  test('comes back from its text, extensions included', () => {
    for (const extensions of [[], ['one', 'two words']]) {
      const checkpoint = { origin: 'example.org/log', size: 3, root: emptyRoot, extensions }
      expect(parseCheckpointText(checkpointText(checkpoint))).toEqual({ ok: true, value: checkpoint })
    }
    expect(checkpointText({ origin: 'example.org/log', size: 3, root: emptyRoot, extensions: [] })).toBe(text)
  })

  test('of 2^53 - 1 leaves is read, and of one more is too large', () => {
    expect(codeOf(parseCheckpointText(text.replace('\n3\n', '\n9007199254740991\n')))).toBe('ok')
    for (const size of ['9007199254740992', '18446744073709551616', '9'.repeat(10_000)]) {
      const read = parseCheckpointText(text.replace('\n3\n', `\n${size}\n`))
      expect(codeOf(read)).toBe('checkpoint.size_too_large')
    }
  })

  test.each([
    ['two lines', 'example.org/log\n3\n'],
    ['no end', text.slice(0, -1)],
    ['no origin', text.replace('example.org/log', '')],
    ['a leading zero', text.replace('\n3\n', '\n03\n')],
    ['a sign', text.replace('\n3\n', '\n+3\n')],
    ['a point', text.replace('\n3\n', '\n3.0\n')],
    ['an exponent', text.replace('\n3\n', '\n3e0\n')],
    ['no size', text.replace('\n3\n', '\n\n')],
    ['a shorter root', text.replace(root, 'AAAA')],
    ['a root with spare bits', text.replace('FU=', 'FV=')],
    ['an empty extension', `${text}\n`],
    ['an empty extension between', `${text}a\n\nb\n`],
    ['a carriage return', text.replace('\n', '\r\n')],
  ])('with %s is none', (_, wrong) => {
    expect(codeOf(parseCheckpointText(wrong))).toBe('checkpoint.malformed')
  })

  test('that would not come back is a fault to write', () => {
    const good = { origin: 'o', size: 1, root: emptyRoot, extensions: [] }
    for (const bad of [
      { ...good, origin: '' },
      { ...good, origin: 'a\nb' },
      { ...good, size: -1 },
      { ...good, size: 2 ** 53 },
      { ...good, root: new Uint8Array(31) },
      { ...good, extensions: [''] },
      { ...good, extensions: ['a\nb'] },
    ]) {
      expect(() => checkpointText(bad)).toThrow(RangeError)
    }
  })
})

describe('a cosignature', () => {
  const log = nobleSigner('example.org/log', signatureTypes.ed25519, new Uint8Array(32).fill(8))
  const text = `example.org/log\n3\n${root}\n`
  const signed = addSignatures(signNote(text, [log]), [cosign(text, 1_700_000_000, witness)])
  const [, line] = noteIn(signed).signatures

  test('holds of that text, and says when', () => {
    if (line === undefined) throw new Error('no line')
    expect(verifyCosignature(text, line, witness.vkey)).toEqual({
      ok: true,
      value: { timestampSeconds: 1_700_000_000 },
    })
    expect(openNote(signed, [log.vkey, witness.vkey])).toMatchObject({
      value: { verified: [log.vkey, witness.vkey] },
    })
    expect(codeOf(verifyCosignature(text.replace('3', '4'), line, witness.vkey))).toBe('cosignature.invalid')
  })

  test('says another time to nobody', () => {
    if (line === undefined) throw new Error('no line')
    for (const at of [0, 7, 8, 71]) {
      const bytes = Uint8Array.from(line.bytes)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      expect(codeOf(verifyCosignature(text, { ...line, bytes }, witness.vkey))).toBe('cosignature.invalid')
    }
    for (const bytes of [
      line.bytes.slice(0, 71),
      Uint8Array.of(...line.bytes, 0),
      new Uint8Array(0),
      new Uint8Array(8),
    ]) {
      expect(codeOf(verifyCosignature(text, { ...line, bytes }, witness.vkey))).toBe('cosignature.invalid')
    }
  })

  test('is of its key alone, and of a kind that can be checked', () => {
    if (line === undefined) throw new Error('no line')
    const renamed = { ...line, name: 'example.org/other' }
    expect(codeOf(verifyCosignature(text, renamed, witness.vkey))).toBe('cosignature.other_key')
    const pq = vkeyOf('example.org/pq', signatureTypes.mlDsa44, new Uint8Array(1_312))
    const pqLine = { name: pq.name, id: pq.id, bytes: new Uint8Array(2_428) }
    expect(codeOf(verifyCosignature(text, pqLine, pq))).toBe('cosignature.unknown_type')
    const [own] = noteIn(signed).signatures
    if (own === undefined) throw new Error('no line')
    expect(codeOf(verifyCosignature(text, own, log.vkey))).toBe('cosignature.unknown_type')
  })

  test('a log’s own signature is no cosignature of the same key, and the other way round', () => {
    const both = nobleSigner('example.org/log', signatureTypes.cosignature, new Uint8Array(32).fill(8))
    expect(both.vkey.id).not.toBe(log.vkey.id)
    expect(codeOf(openNote(signed, [both.vkey]))).toBe('note.unverified')
  })

  test('of what is no checkpoint, or at no time, is a fault', () => {
    expect(() => cosign('a text\n', 1, witness)).toThrow(RangeError)
    expect(() => cosign(text, 1.5, witness)).toThrow(RangeError)
    expect(() => cosign(text, -1, witness)).toThrow(RangeError)
    expect(() => cosign(text, 1, log)).toThrow(RangeError)
  })
})
