// The law of every format: whatever the bytes are, each row is yielded or refused, and nothing else is thrown.
import { gzipSync } from 'node:zlib'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { SourceRefused } from '../reader.ts'
import { formatOf, readRows } from './rows.ts'
import { sample } from './sample.ts'

test.each([
  ['a.csv', 'csv'],
  ['A.JSON', 'json'],
  ['a.json.gz', 'json'],
  ['a.ndjson', 'jsonl'],
  ['a.jsonl.gz', 'jsonl'],
  ['json', 'csv'],
  ['export', 'csv'],
])('%s is read as %s', (path, format) => expect(formatOf(path)).toBe(format))

describe('whatever the bytes', () => {
  const text = fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', '{', '}', '[', ']', ':', '1', 'é', '\\', 'a', ' '),
  })
  const bytes = fc.oneof(
    text.map(value => Buffer.from(value)),
    fc.uint8Array({ maxLength: 300 }).map(value => Buffer.from(value)),
    fc.json().map(value => Buffer.from(value)),
    fc.string().map(value => Buffer.from(value, 'utf16le')),
  )
  test.each(['f.csv', 'f.jsonl', 'f.json'])('%s', async name => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (content, zipped) => {
        const context = sample(name, zipped ? gzipSync(content) : content)
        let rows = 0
        try {
          for await (const batch of readRows(context)) rows += batch.length
        } catch (error) {
          expect(error).toBeInstanceOf(SourceRefused)
        }
        const { rowsRead, rowsRefused } = context.ledger.account()
        expect(rowsRead).toBe(rows + rowsRefused)
      }),
      { numRuns: 300 },
    )
  })
})
