// The witness against the requests of torchwood's litewitness, one after another on one witness.
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { signatureTypes, utf8Bytes, vkeyOf } from '@equalizer/tlog'
import { memoryFiles } from '@equalizer/tlog/testing'
import { expect, test } from 'vitest'
import { cosigner } from './testing.ts'
import { createWitness } from './witness.ts'

const origin = 'sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562'
const key = Buffer.from('ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f', 'hex')

interface Vector {
  readonly body: string
  readonly status: number
  /** As the file has it: `body contains "…"` or `body == "…"`. */
  readonly assertion: string
}

function vectorsIn(hurl: string): Vector[] {
  const form = /```\n([\s\S]*?)```\nHTTP (\d+)\n\[Asserts\]\n(.*)\n/g
  return [...hurl.matchAll(form)].map(([, body = '', status, assertion = '']) => ({
    body,
    status: Number(status),
    assertion,
  }))
}

describeWithData(
  'add-checkpoint of torchwood',
  ['standards/tlog-witness/add-checkpoint.hurl'],
  ([path = '']) => {
    test('every request is answered as it should be', async () => {
      const vectors = vectorsIn(readFileSync(path, 'utf8'))
      expect(vectors.map(({ status }) => status)).toEqual([200, 403, 403, 422, 422, 200, 409, 200, 409])
      const vkey = vkeyOf(origin, signatureTypes.ed25519, key)
      const witness = createWitness({
        files: memoryFiles(),
        signer: cosigner,
        logs: [{ vkey }],
        nowMs: () => 1_750_000_000_000,
      })
      for (const { body, status, assertion } of vectors) {
        const answer = await witness.addCheckpoint(utf8Bytes(body))
        const [, how, words = ''] = /^body (contains|==) (".*")$/.exec(assertion) ?? []
        const text = JSON.parse(words) as string
        // The file is of June 2025; version 1.0.0 of the specification made 404 of an unknown log's 403.
        expect(answer.status).toBe(text === 'unknown log' ? 404 : status)
        if (how === '==') expect(answer).toMatchObject({ body: text, contentType: 'text/x.tlog.size' })
        else expect(answer.body).toContain(text)
      }
    })
  },
)
