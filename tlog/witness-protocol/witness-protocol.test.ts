// What is sent to a witness: the requests that another implementation is tested with, and what is no request.
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { parseCheckpointText } from '../checkpoint/checkpoint.ts'
import { verifyConsistency } from '../merkle/verify.ts'
import { parseNote } from '../note/note.ts'
import { testLog } from '../testing/test-log.ts'
import { formatAddCheckpoint, parseAddCheckpoint, parseKnownSize } from './add-checkpoint.ts'
import { originHash } from './origin-hash.ts'
import { formatSignSubtree, parseSignSubtree } from './sign-subtree.ts'

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code

describeWithData(
  'requests to another witness',
  ['standards/tlog-witness/add-checkpoint.hurl'],
  ([path = '']) => {
    const requests = [
      ...readFileSync(path, 'utf8').matchAll(/```\n([\s\S]*?)```\nHTTP (\d+)\n\[Asserts\]\n(.*)/g),
    ].map(([, body = '', status, assert = '']) => ({ body, status: Number(status), assert }))

    test('are all read, and come back to the byte', () => {
      expect(requests).toHaveLength(9)
      for (const { body } of requests) {
        const read = parseAddCheckpoint(body)
        expect(read.ok && formatAddCheckpoint(read.value)).toBe(body)
      }
    })

    test('hold or do not hold together as the answer says', () => {
      let [size, root] = [0, new Uint8Array(0)]
      for (const { body, status, assert } of requests) {
        // One of these has a signature in base64 with spare bits, which is no signature here.
        if (status === 403) continue
        const read = parseAddCheckpoint(body)
        const note = read.ok ? parseNote(read.value.checkpoint) : read
        const checkpoint = note.ok ? parseCheckpointText(note.value.text) : note
        if (!read.ok || !checkpoint.ok) throw new Error('not read')
        const { old, proof } = read.value
        if (status === 409) expect(`body == "${size}\\n"`).toBe(assert)
        expect(status === 409).toBe(old !== size)
        if (status === 409) continue
        const to = checkpoint.value
        const holds =
          old === 0
            ? proof.length === 0
            : verifyConsistency({ from: old, to: to.size, fromRoot: root, toRoot: to.root, proof })
        expect(holds).toBe(status === 200)
        if (holds) [size, root] = [to.size, Uint8Array.from(to.root)]
      }
      expect(size).toBe(5)
    })
  },
)

describe('add-checkpoint', () => {
  const log = testLog({ origin: 'example.org/log', entries: ['a', 'b', 'c'] })
  const body = formatAddCheckpoint({
    old: 1,
    proof: [log.root(2), log.root(3)],
    checkpoint: log.checkpoint(),
  })
  const [, line = ''] = body.split('\n')

  test.each([
    ['no old size', body.replace('old 1\n', '')],
    ['a zero before the old size', body.replace('old 1', 'old 01')],
    ['a sign', body.replace('old 1', 'old -1')],
    ['a size that is too large', body.replace('old 1', 'old 9007199254740992')],
    ['two spaces', body.replace('old 1', 'old  1')],
    ['64 hashes', body.replace(`${line}\n`, `${line}\n`.repeat(63))],
    ['a hash that is none', body.replace(line, 'AAAA')],
    ['nothing', ''],
    ['no checkpoint', 'old 1\n'],
    ['more than is read', `${body}${'x'.repeat(1_000_000)}`],
  ])('with %s is refused', (_, wrong) => {
    expect(codeOf(parseAddCheckpoint(wrong))).toBe('add_checkpoint.malformed')
  })

  test('with 63 hashes is read', () => {
    expect(codeOf(parseAddCheckpoint(body.replace(`${line}\n`, `${line}\n`.repeat(62))))).toBe('ok')
  })

  test('a witness answers with the size that it knows', () => {
    expect(parseKnownSize('0\n')).toBe(0)
    expect(parseKnownSize('20852163\n')).toBe(20_852_163)
    for (const bad of ['', '\n', '5', '05\n', '-1\n', '5\n\n', '9007199254740992\n', '5 \n']) {
      expect(parseKnownSize(bad)).toBeNull()
    }
  })
})

describe('sign-subtree', () => {
  const log = testLog({ origin: 'example.org/log', entries: Array.from({ length: 14 }, (_, i) => `${i}`) })
  const request = {
    start: 8,
    end: 13,
    node: log.root(5),
    proof: [log.root(1), log.root(2)],
    checkpoint: log.checkpoint(),
  }
  const body = formatSignSubtree(request)

  test('comes back from its text', () => {
    expect(body.startsWith('subtree 8 13\n')).toBe(true)
    expect(parseSignSubtree(body)).toEqual({ ok: true, value: request })
  })

  test.each([
    ['another word', body.replace('subtree', 'tree')],
    ['one number', body.replace('8 13', '8')],
    ['three numbers', body.replace('8 13', '8 13 14')],
    ['a zero before a number', body.replace('8 13', '08 13')],
    ['no root', body.replace(/\n.*?\n/, '\n\n')],
    ['nothing', ''],
  ])('with %s is refused', (_, wrong) => {
    expect(codeOf(parseSignSubtree(wrong))).toBe('sign_subtree.malformed')
  })
})

test('an origin’s hash is the SHA-256 of its text', () => {
  expect(originHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
