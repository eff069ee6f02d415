// Bytes: gzip in all its forms, what is no file, and files that unpack to more than they may.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readBytes } from './bytes.ts'
import { createLedger } from './ledger.ts'
import { refusalOf, type Sample, sample, sampleAt } from './sample.ts'

async function bytesOf(context: Sample): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of readBytes(context)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('readBytes', () => {
  const text = 'voter,power\n'.repeat(100_000)

  test.each([
    ['plain', Buffer.from(text)],
    ['gzip', gzipSync(text)],
    ['gzip of several members', Buffer.concat([gzipSync(text.slice(0, 500)), gzipSync(text.slice(500))])],
    ['empty', Buffer.alloc(0)],
  ])('%s', async (name, content) => {
    expect(await bytesOf(sample('a.csv', content))).toBe(name === 'empty' ? '' : text)
  })

  test('reports progress in bytes on disk, up to the end', async () => {
    const seen: (number | null)[][] = []
    const content = gzipSync(text)
    const ledger = createLedger({ onProgress: (done, total) => seen.push([done, total]) })
    await bytesOf({ ...sample('a.csv.gz', content), ledger })
    expect(seen.at(-1)).toEqual([content.length, content.length])
  })

  test.each([
    ['a truncated gzip', gzipSync(text).subarray(0, -20), 'evidence.gzip_truncated'],
    [
      'a damaged gzip',
      Buffer.concat([gzipSync(text).subarray(0, 12), Buffer.alloc(400, 7)]),
      'evidence.gzip_damaged',
    ],
    ['a zip archive', Buffer.from('PK\u0003\u0004rest of it'), 'evidence.foreign_format'],
    ['a Parquet file', Buffer.from('PAR1rest of it'), 'evidence.foreign_format'],
    ['a gzip of 64 MiB of zeros', gzipSync(Buffer.alloc(64 * 1024 * 1024)), 'evidence.expansion_exceeded'],
  ])('%s is refused', async (_, content, code) => {
    expect(await refusalOf(readBytes(sample('a.csv.gz', content)))).toBe(code)
  })

  // Our own memory from its beginning on: a regular file that opens, and fails when it is read, as on a dying disk.
  test.skipIf(process.platform !== 'linux')('a file whose reading fails is refused', async () => {
    expect(await refusalOf(readBytes(sampleAt('/proc/self/mem')))).toBe('evidence.unreadable')
  })

  test('what is no regular file is refused and does not hang', async () => {
    const folder = dirname(sample('a', '').path)
    const fifo = join(folder, 'fifo')
    mkdirSync(join(folder, 'sub'))
    execFileSync('sh', ['-c', 'mkfifo "$0"', fifo])
    expect(await refusalOf(readBytes(sampleAt(join(folder, 'sub'))))).toBe('evidence.not_a_file')
    expect(await refusalOf(readBytes(sampleAt(fifo)))).toBe('evidence.not_a_file')
    expect(await refusalOf(readBytes(sampleAt('/dev/zero')))).toBe('evidence.not_a_file')
    expect(await refusalOf(readBytes(sampleAt(join(folder, 'absent'))))).toBe('evidence.not_found')
  })

  test('stops when it is aborted', async () => {
    const abort = new AbortController()
    const context = { ...sample('a.csv', text), signal: abort.signal }
    abort.abort(new Error('enough'))
    await expect(bytesOf(context)).rejects.toThrow('enough')
    expect(readFileSync(context.path, 'utf8')).toBe(text)
  })
})
