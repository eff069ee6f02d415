// Files made to exhaust memory, each read by a process that has a heap of 64 MiB: refused or read, and never swollen.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createGzip } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { ReadApart } from './read-apart.ts'

const folder = mkdtempSync(join(tmpdir(), 'equalizer-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))
const script = fileURLToPath(new URL('read-apart.ts', import.meta.url))
const mebibyte = 1024 * 1024
/** The young space is fixed too: V8 lets it grow with the rate of allocation, up to 100 MiB that nothing holds. */
const heap = ['--max-old-space-size=64', '--max-semi-space-size=4']
/** An idle Node takes about 50 MiB; buffers of a few records come on top, whatever the file's size. */
const peakMiB = 160

async function readApart(
  name: string,
  pieces: Iterable<string | Buffer>,
  zipped = false,
): Promise<ReadApart> {
  const path = join(folder, name)
  const out = createWriteStream(path)
  const from = Readable.from(pieces)
  await (zipped ? pipeline(from, createGzip({ level: 1 }), out) : pipeline(from, out))
  const { stdout } = await promisify(execFile)(process.execPath, [...heap, script, path])
  rmSync(path)
  return JSON.parse(stdout)
}

function* repeated(
  first: string,
  piece: string | Buffer,
  times: number,
  last = '',
): Generator<string | Buffer> {
  yield first
  for (let n = 0; n < times; n += 1) yield piece
  yield last
}

/** Bytes without any pattern, the same in every run. */
function* noise(pieces: number): Generator<Buffer> {
  for (let n = 0; n < pieces; n += 1) {
    const blocks: Buffer[] = []
    for (let block = 0; block < 2048; block += 1)
      blocks.push(createHash('sha256').update(`${n}.${block}`).digest())
    yield Buffer.concat(blocks)
  }
}

describe('hostile files', () => {
  test.each<
    [what: string, name: string, pieces: () => Iterable<string | Buffer>, zipped: boolean, outcome: object]
  >([
    [
      'a zip bomb of 400 MiB of zeros',
      'bomb.csv.gz',
      () => repeated('', Buffer.alloc(mebibyte), 400),
      true,
      { refused: 'evidence.not_text' },
    ],
    [
      'a zip bomb of 100 MiB of rows',
      'rows.csv.gz',
      () => repeated('a,b\n', '1,2\n'.repeat(mebibyte / 4), 100),
      true,
      { refused: 'evidence.expansion_exceeded' },
    ],
    [
      'a line of ten million columns',
      'wide.csv',
      () => repeated('a,b\n', ','.repeat(mebibyte), 10, '\n1,2\n'),
      false,
      { refused: null, rows: 1, refusedByCode: { 'evidence.record_too_long': 1 } },
    ],
    [
      'ten thousand lines of more columns than may be',
      'columns.csv',
      () => repeated('a,b\n', `${','.repeat(5_000)}\n`, 10_000),
      false,
      { refused: null, rows: 0, refusedByCode: { 'evidence.too_many_columns': 10_000 } },
    ],
    [
      'a quote that is not closed for 120 MiB',
      'quote.csv',
      () => repeated('a,b\n"', 'a cell with a good deal of text in it,and another one\n'.repeat(19_000), 120),
      false,
      { refused: null },
    ],
    ['random bytes', 'random.csv', () => noise(300), false, { refused: 'evidence.not_text' }],
    [
      'a gigabyte-shaped JSON string',
      'string.json',
      () => repeated('[{"a":"', 'x'.repeat(mebibyte), 120),
      false,
      { refused: 'evidence.record_too_long' },
    ],
    [
      'deep JSON',
      'deep.json',
      () => repeated('', '[{"a":'.repeat(10_000), 100),
      false,
      { refused: 'evidence.json_too_deep' },
    ],
    [
      'a JSONL line without end',
      'line.jsonl',
      () => repeated('{"a":1}\n"', 'x'.repeat(mebibyte), 120),
      false,
      { refused: null, rows: 1, refusedByCode: { 'evidence.record_too_long': 1 } },
    ],
    [
      'a JSON list of a million records',
      'list.json',
      () => repeated('[0', ',{"a":1,"b":"text"}'.repeat(1000), 1000, ']'),
      false,
      { refused: null, rows: 1_000_001 },
    ],
    [
      'names kept of 120 MiB of names',
      'names.csv',
      () =>
        repeated(
          'name,x\n',
          'Augusta Ada King, Countess of Lovelace'.replace(',', '').concat(',1\n').repeat(26_000),
          120,
        ),
      false,
      { refused: null, rows: 120 * 26_000 },
    ],
    [
      'two million CSV rows',
      'long.csv',
      () => repeated('a,b\n', '"1",2\n'.repeat(2000), 1000),
      false,
      { refused: null, rows: 2_000_000 },
    ],
  ])('%s', async (_, name, pieces, zipped, outcome) => {
    const result = await readApart(name, pieces(), zipped)
    expect(result).toMatchObject(outcome)
    expect(result.peakMiB).toBeLessThan(peakMiB)
  })
})
