// Every parser against hostile input: it always answers, soon, and what it takes is to the byte what it would have written.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import {
  addSignatures,
  checkpointText,
  cosign,
  decodeBase64,
  decodeBundle,
  decodeFrontier,
  encodeBase64,
  encodeBundle,
  encodeFrontier,
  formatAddCheckpoint,
  formatAddEntriesHeader,
  formatMirrorInfo,
  formatNote,
  formatPackage,
  formatProof,
  formatSignSubtree,
  inclusionProof,
  nobleSigner,
  openNote,
  parseAddCheckpoint,
  parseAddEntriesHeader,
  parseCheckpointText,
  parseMirrorInfo,
  parseNote,
  parsePackage,
  parsePolicy,
  parseProof,
  parseSignatureLines,
  parseSignSubtree,
  parseTilePath,
  parseVkey,
  signatureTypes,
  tilePath,
  utf8Bytes,
  utf8Text,
} from './index.ts'
import { testLog } from './testing/index.ts'

const log = testLog({
  origin: 'example.org/log',
  entries: Array.from({ length: 300 }, (_, i) => `entry ${i}`),
})
const witness = nobleSigner('example.org/w', signatureTypes.cosignature, new Uint8Array(32).fill(1))
const text = checkpointText({ origin: log.origin, size: 300, root: log.root(), extensions: [] })
const note = addSignatures(log.checkpoint(), [cosign(text, 5, witness)])
const hashes = inclusionProof(7, 300, log.at)

/** Reads and writes again; null where it is refused. */
type Again<T> = (given: T) => T | null

const texts: Readonly<Record<string, { readonly valid: readonly string[]; readonly again: Again<string> }>> =
  {
    base64: {
      valid: ['', 'AA==', 'AAA=', 'AAAA', encodeBase64(utf8Bytes('some bytes'))],
      again: given => {
        const bytes = decodeBase64(given)
        return bytes && encodeBase64(bytes)
      },
    },
    note: { valid: [note, log.checkpoint()], again: given => written(parseNote(given), formatNote) },
    'signature lines': {
      valid: [`${cosign(text, 5, witness)}\n`],
      again: given =>
        written(parseSignatureLines(given), lines => lines.map(({ line }) => `${line}\n`).join('')),
    },
    vkey: {
      valid: [log.vkey.text, witness.vkey.text],
      again: given => written(parseVkey(given), vkey => vkey.text),
    },
    checkpoint: {
      valid: [text, `${text}more\n`],
      again: given => written(parseCheckpointText(given), checkpointText),
    },
    proof: {
      valid: [
        formatProof({ extra: log.entry(7), index: 7, hashes, checkpoint: note }),
        formatProof({ index: 7, hashes, checkpoint: note }),
      ],
      again: given => written(parseProof(given), formatProof),
    },
    'add-checkpoint': {
      valid: [formatAddCheckpoint({ old: 7, proof: hashes, checkpoint: note })],
      again: given => written(parseAddCheckpoint(given), formatAddCheckpoint),
    },
    'sign-subtree': {
      valid: [formatSignSubtree({ start: 0, end: 8, node: log.root(8), proof: hashes, checkpoint: note })],
      again: given => written(parseSignSubtree(given), formatSignSubtree),
    },
    'mirror info': {
      valid: [formatMirrorInfo({ size: 300, next: 12, ticket: utf8Bytes('ticket') })],
      again: given => written(parseMirrorInfo(given), formatMirrorInfo),
    },
    'tile path': {
      valid: ['tile/0/000', 'tile/entries/x001/234.p/5'],
      again: given =>
        written(parseTilePath(given), ({ level, index, width }) => tilePath(level, index, width)),
    },
    frontier: {
      valid: [encodeFrontier({ size: 3, hashes: hashes.slice(0, 2) })],
      again: given => written(decodeFrontier(3, given), encodeFrontier),
    },
    // A policy has comments and blanks that nothing keeps.
    policy: {
      valid: [
        `log ${log.vkey.text}\nwitness w ${witness.vkey.text} https://w.example\ngroup g 1 w\nquorum g\n`,
      ],
      again: given => written(parsePolicy(given), () => given),
    },
  }

const binaries: Readonly<
  Record<string, { readonly valid: readonly Uint8Array[]; readonly again: Again<Uint8Array> }>
> = {
  bundle: {
    valid: [encodeBundle([log.entry(0), new Uint8Array(0), log.entry(1)])],
    again: given => written(decodeBundle(given, 3), encodeBundle),
  },
  header: {
    valid: [formatAddEntriesHeader({ origin: log.origin, start: 2, end: 300, ticket: utf8Bytes('t') })],
    again: given =>
      written(parseAddEntriesHeader(given), ({ header, length }) =>
        Uint8Array.of(...formatAddEntriesHeader(header), ...given.subarray(length)),
      ),
  },
  package: {
    valid: [formatPackage({ entries: [log.entry(0), log.entry(1)], proof: hashes })],
    again: given =>
      written(parsePackage(given, 2), read =>
        Uint8Array.of(...formatPackage(read), ...given.subarray(read.length)),
      ),
  },
  text: { valid: [utf8Bytes(note)], again: given => written(utf8Text(given), utf8Bytes) },
}

function written<T, U>(
  read: { ok: true; value: T } | { ok: false; refusal: unknown },
  write: (value: T) => U,
): U | null {
  return read.ok ? write(read.value) : null
}

/** A valid input with some of it cut out, doubled, or replaced by something hostile. */
function mutated(valid: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom(
      '\n',
      '\n\n',
      '—',
      ' ',
      '+',
      '=',
      '0',
      '-1',
      '\r',
      '\t',
      '\u0000',
      '\ud800',
      '9'.repeat(30),
    ),
  )
  return fc
    .tuple(
      fc.constantFrom(...valid),
      fc.array(fc.tuple(fc.nat(), fc.nat(6), piece), { minLength: 1, maxLength: 3 }),
    )
    .map(([start, edits]) =>
      edits.reduce((given, [at, cut, put]) => {
        const place = at % (given.length + 1)
        return `${given.slice(0, place)}${put}${given.slice(place + cut)}`
      }, start),
    )
}

describe.each(Object.entries(texts))('%s', (_, { valid, again }) => {
  test('comes back from its text', () => {
    expect(valid.map(again)).toEqual(valid)
  })

  test('anything is answered, and taken only to the byte', () => {
    const hostile = fc.oneof(mutated(valid), fc.string({ unit: 'binary', maxLength: 200 }), fc.string())
    fc.assert(
      fc.property(hostile, given => {
        const back = again(given)
        if (back !== null) expect(back).toBe(given)
      }),
      { numRuns: 400 },
    )
  })

  test('the huge is answered', () => {
    const [first = ''] = valid
    for (const filler of ['A', '\n', ' ', '—', '+', '=', 'x ', '\n\n', first]) {
      const huge = filler.repeat(Math.ceil(3_000_000 / Math.max(1, filler.length)))
      for (const given of [huge, first + huge, huge + first]) {
        const back = again(given)
        if (back !== null) expect(back === given).toBe(true)
      }
    }
  })
})

describe.each(Object.entries(binaries))('%s', (_, { valid, again }) => {
  test('comes back from its bytes', () => {
    expect(valid.map(again)).toEqual(valid)
  })

  test('anything is answered, and taken only to the byte', () => {
    const edited = fc
      .tuple(fc.constantFrom(...valid), fc.nat(), fc.nat(255), fc.nat(3))
      .map(([start, at, byte, cut]) => {
        const place = at % (start.length + 1)
        return Uint8Array.of(...start.subarray(0, place), byte, ...start.subarray(place + cut))
      })
    fc.assert(
      fc.property(fc.oneof(edited, fc.uint8Array({ maxLength: 300 })), given => {
        const back = again(given)
        if (back !== null) expect([...back]).toEqual([...given])
      }),
      { numRuns: 400 },
    )
  })
})

test('opening what was changed anywhere never says that it is signed as it stands', () => {
  const keys = [log.vkey, witness.vkey]
  fc.assert(
    fc.property(mutated([note]), given => {
      const opened = openNote(given, keys)
      if (opened.ok) expect(opened.value.text).toBe(text)
    }),
    { numRuns: 100 },
  )
})
