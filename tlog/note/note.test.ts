// Signed notes: the specification's own example, its traps one by one, and what comes back from a text.
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { addSignatures, formatNote, parseNote, parseSignatureLines, signatureLine } from './note.ts'
import { openNote } from './open.ts'
import { nobleSigner, signNote } from './signer.ts'
import { verifiers } from './verifiers.ts'
import { parseVkey, signatureTypes, type Vkey, vkeyOf } from './vkey.ts'

const secret = (n: number) => new Uint8Array(32).fill(n)
const ada = nobleSigner('example.org/ada', signatureTypes.ed25519, secret(1))
const bob = nobleSigner('example.org/bob', signatureTypes.ed25519, secret(2))

function vkeyIn(text: string): Vkey {
  const vkey = parseVkey(text.trim())
  if (!vkey.ok) throw new Error(vkey.refusal.code)
  return vkey.value
}
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code

const files = ['c2sp-signed-note-example.note', 'c2sp-signed-note-example.vkey'].map(
  file => `standards/tlog-notes/${file}`,
)
describeWithData('the example of the specification', files, ([note = '', vkey = '']) => {
  test('is signed by its key', () => {
    const text = readFileSync(note, 'utf8')
    const key = vkeyIn(readFileSync(vkey, 'utf8'))
    const opened = openNote(text, [key])
    expect(opened.ok && opened.value.verified).toEqual([key])
    expect(opened.ok && formatNote(opened.value.note)).toBe(text)
    expect(codeOf(openNote(text.replace('example message', 'exemple message'), [key]))).toBe(
      'note.signature_invalid',
    )
  })
})

describe('a note', () => {
  const text = 'first\n\n\nlast\n'
  const signed = signNote(text, [ada, bob])

  test('is opened by any of its keys, and says which held', () => {
    const opened = openNote(signed, [bob.vkey, ada.vkey])
    expect(opened.ok && opened.value).toMatchObject({ text, verified: [ada.vkey, bob.vkey] })
    expect(codeOf(openNote(signed, [bob.vkey]))).toBe('ok')
    expect(codeOf(openNote(signed, []))).toBe('note.unverified')
  })

  test('the last empty line divides it', () => {
    const parsed = parseNote(signed)
    expect(parsed.ok && parsed.value.text).toBe(text)
    expect(parsed.ok && parsed.value.signatures.map(({ name }) => name)).toEqual([
      'example.org/ada',
      'example.org/bob',
    ])
  })

  test('an unknown signature is passed over, a known one that fails refuses it', () => {
    const other = nobleSigner('example.org/eve', signatureTypes.ed25519, secret(3))
    const wrong = signatureLine(other.vkey.name, other.vkey.id, new Uint8Array(64))
    const extended = addSignatures(signed, [wrong])
    expect(codeOf(openNote(extended, [ada.vkey]))).toBe('ok')
    expect(codeOf(openNote(extended, [ada.vkey, other.vkey]))).toBe('note.signature_invalid')
  })

  test('name and id must both be the key’s', () => {
    const wrong = new Uint8Array(64)
    const sameName = signatureLine(ada.vkey.name, ada.vkey.id ^ 1, wrong)
    const sameId = signatureLine('example.org/mallory', ada.vkey.id, wrong)
    expect(codeOf(openNote(addSignatures(signed, [sameName, sameId]), [ada.vkey]))).toBe('ok')
    const alone = `${text}\n${sameName}\n${sameId}\n`
    expect(codeOf(openNote(alone, [ada.vkey]))).toBe('note.unverified')
  })

  test('two keys of one name and id are nobody’s', () => {
    const double: Vkey = { ...bob.vkey, name: ada.vkey.name, id: ada.vkey.id }
    expect(codeOf(openNote(signed, [ada.vkey, double]))).toBe('note.ambiguous_key')
  })

  test('a key of a type without a verifier is not known, and a verifier can be given', () => {
    const pq = vkeyOf('example.org/pq', signatureTypes.mlDsa44, new Uint8Array(1_312))
    const line = signatureLine(pq.name, pq.id, new Uint8Array(2_428))
    const extended = addSignatures(signed, [line])
    expect(codeOf(openNote(extended, [pq]))).toBe('note.unverified')
    expect(codeOf(openNote(extended, [pq, ada.vkey]))).toBe('ok')
    const table = new Map([...verifiers, [signatureTypes.mlDsa44, () => true]])
    const opened = openNote(extended, [pq], undefined, table)
    expect(opened.ok && opened.value.verified).toEqual([pq])
  })

  test('sixteen signatures are read, and a hundred, and no more', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => `${signatureLine(`k${i}`, i, new Uint8Array(64))}\n`).join('')
    for (const count of [16, 100]) expect(codeOf(parseNote(`x\n\n${lines(count)}`))).toBe('ok')
    expect(codeOf(parseNote(`x\n\n${lines(101)}`))).toBe('note.too_many_signatures')
  })

  test('more lines go after its own, each once', () => {
    const line = signatureLine('w', 1, new Uint8Array(72))
    const once = addSignatures(signed, [`${line}\n`])
    expect(once).toBe(`${signed}${line}\n`)
    expect(addSignatures(once, [line, ''])).toBe(once)
    expect(codeOf(parseSignatureLines(`${line}\n`))).toBe('ok')
    expect(codeOf(parseSignatureLines(line))).toBe('note.malformed')
  })

  const line = signatureLine('k', 1, new Uint8Array(64))
  test.each([
    ['no signature', 'text\n\n'],
    ['no empty line', `text\n${line}\n`],
    ['no end', `text\n\n${line}`],
    ['a text without lines before', `\n${line}\n`],
    ['a carriage return', `text\r\n\n${line}\n`],
    ['a tab', `te\txt\n\n${line}\n`],
    ['a null', `te\u0000xt\n\n${line}\n`],
    ['half a character', `te\ud800xt\n\n${line}\n`],
    ['a hyphen for the dash', `text\n\n${line.replace('—', '-')}\n`],
    ['two spaces', `text\n\n${line.replace('— ', '—  ')}\n`],
    ['a name with a plus', `text\n\n${line.replace(' k ', ' k+k ')}\n`],
    ['a name with a space of another kind', `text\n\n${line.replace(' k ', ' k\u2003k ')}\n`],
    ['no name', `text\n\n${line.replace(' k ', '  ')}\n`],
    ['something after the signature', `text\n\n${line} more\n`],
    ['a signature that is an id alone', `text\n\n— k AAAAAQ==\n`],
    ['base64 with spare bits', `text\n\n— k AAAAAQB=\n`],
    ['base64 without padding', `text\n\n— k AAAAAQA\n`],
    ['a space in the base64', `text\n\n— k AAAA AQA=\n`],
    ['a line that is none', `text\n\n${line}\nnone\n`],
  ])('with %s is none', (_, note) => {
    expect(codeOf(parseNote(note))).toBe('note.malformed')
  })

  test('of more characters than are read is refused', () => {
    expect(codeOf(parseNote(`${'x'.repeat(1_000_001)}\n\n${line}\n`))).toBe('note.too_large')
  })

  test('only a text that can be one is signed', () => {
    for (const bad of ['', 'no end', 'a\rb\n', '\ud800\n'])
      expect(() => signNote(bad, [ada])).toThrow(RangeError)
    expect(() => signNote('x\n', [])).toThrow(RangeError)
    const cosigner = nobleSigner('w', signatureTypes.cosignature, secret(1))
    expect(() => signNote('x\n', [cosigner])).toThrow(RangeError)
  })
})

describe('a vkey', () => {
  test('is divided at its first two pluses', () => {
    const withPlus = [...Array(200).keys()]
      .map(n => nobleSigner('a', signatureTypes.ed25519, secret(n)).vkey)
      .filter(({ text }) => text.split('+').length > 3)
    expect(withPlus.length).toBeGreaterThan(0)
    for (const vkey of withPlus) expect(parseVkey(vkey.text)).toEqual({ ok: true, value: vkey })
  })

  test('of every type comes back from its text', () => {
    for (const [type, length] of [
      [1, 32],
      [4, 32],
      [6, 1_312],
      [2, 91],
      [0xff, 10],
    ] as const) {
      const vkey = vkeyOf('example.org/key', type, new Uint8Array(length).fill(7))
      expect(parseVkey(vkey.text)).toEqual({ ok: true, value: vkey })
    }
  })

  test('has the id of its name and key', () => {
    const [name = '', id = '', key = ''] = ada.vkey.text.split('+')
    expect(codeOf(parseVkey(`${name}x+${id}+${key}`))).toBe('vkey.id_mismatch')
    for (const bad of [
      '',
      '++',
      `${name}+${id}`,
      `${name}+${id.slice(1)}+${key}`,
      `+${id}+${key}`,
      `${name}+${id}+${key.slice(0, -4)}`,
      `${name}+${id}+!`,
      `a b+${id}+${key}`,
      'x'.repeat(100_000),
    ]) {
      expect(codeOf(parseVkey(bad))).toBe('vkey.malformed')
    }
  })

  test('a name or a key that none can have is a fault to write', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb', '\ud800']) {
      expect(() => vkeyOf(name, 1, secret(1))).toThrow(RangeError)
    }
    expect(() => vkeyOf('a', 1, new Uint8Array(31))).toThrow(RangeError)
    expect(() => vkeyOf('a', 9, new Uint8Array(0))).toThrow(RangeError)
  })
})
