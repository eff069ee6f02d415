// A source's bytes as a stream: gzip read as is, every size bounded, anything but a regular file refused.
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { limits } from '@equalizer/core'
import { type ReadContext, SourceRefused } from '../reader.ts'

/** So small that what one chunk becomes (rows of a few bytes, each an object) stays in the collector's young space. */
const chunkBytes = 64 * 1024

/** Formats that people rename to .csv or send instead of it, by their first bytes. */
const foreign: readonly (readonly [what: string, name: string, magic: readonly number[]])[] = [
  ['zip', 'a zip archive (or an Excel workbook)', [0x50, 0x4b, 0x03, 0x04]],
  ['zstandard', 'a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['xz', 'an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['bzip2', 'a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['pdf', 'a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['excel', 'an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['parquet', 'a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['sqlite', 'an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
]

/**
 * Yields the file's content in chunks of at most 64 KiB, gunzipped where it begins with gzip's magic bytes (RFC 1952,
 * several members too). Reports progress in bytes on disk. Throws `SourceRefused` for what is no readable regular file
 * or breaks a limit, and the signal's reason when it is aborted.
 */
export async function* readBytes(context: ReadContext): AsyncGenerator<Buffer> {
  const file = await openFile(context)
  try {
    const { size } = await file.stat()
    if (size > limits.fileBytes) {
      throw refusal('evidence.file_too_large', 'The file is larger than a source may be', {
        what: 'large',
        bytes: size,
        limit: limits.fileBytes,
      })
    }
    const head = Buffer.alloc(8)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    refuseForeign(head.subarray(0, bytesRead))
    const gzipped = bytesRead >= 2 && head[0] === 0x1f && head[1] === 0x8b
    yield* gzipped ? gunzipped(context, file, size) : plain(context, file, size)
  } catch (error) {
    // A disk that fails or went away is no fault of ours.
    throw isOfSystem(error) ? unreadable('read', error.code) : error
  } finally {
    await file.close()
  }
}

async function openFile(context: ReadContext): Promise<FileHandle> {
  let file: FileHandle
  try {
    // Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
    file = await open(context.path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    if (code === 'ENOENT') throw refusal('evidence.not_found', 'There is no such file', { code })
    throw unreadable('opened', code)
  }
  const stat = await file.stat()
  if (!stat.isFile()) {
    await file.close()
    const [what, name] = stat.isDirectory() ? ['folder', 'a folder'] : ['device', 'a device or pipe']
    throw refusal('evidence.not_a_file', `This is ${name}, not a file`, { what })
  }
  return file
}

function refuseForeign(head: Buffer): void {
  for (const [what, name, magic] of foreign) {
    if (head.length >= magic.length && magic.every((byte, at) => head[at] === byte)) {
      throw refusal('evidence.foreign_format', `This is ${name}; give the file inside it, plain or gzipped`, {
        what,
      })
    }
  }
}

async function* plain(context: ReadContext, file: FileHandle, size: number): AsyncGenerator<Buffer> {
  let done = 0
  while (true) {
    context.signal?.throwIfAborted()
    // A buffer per chunk: decoders keep slices of the last one.
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, done)
    if (bytesRead === 0) return
    done += bytesRead
    if (done > limits.fileBytes) {
      throw refusal(
        'evidence.file_too_large',
        'The file grew beyond what a source may be while it was read',
        {
          what: 'grew',
          limit: limits.fileBytes,
        },
      )
    }
    context.ledger.progress(done, size)
    yield buffer.subarray(0, bytesRead)
  }
}

async function* gunzipped(context: ReadContext, file: FileHandle, size: number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes })
  const raw = file.createReadStream({ start: 0, autoClose: false, highWaterMark: chunkBytes })
  pipeline(raw, gunzip, () => {}) // an error of either end arrives at the loop below
  let out = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      context.signal?.throwIfAborted()
      out += chunk.length
      refuseExpansion(out, gunzip.bytesWritten)
      context.ledger.progress(gunzip.bytesWritten, size)
      yield chunk
    }
  } catch (error) {
    throw gzipError(error)
  } finally {
    raw.destroy()
    gunzip.destroy()
  }
}

function refuseExpansion(out: number, taken: number): void {
  if (out > limits.expandedBytes) {
    throw refusal('evidence.expansion_exceeded', 'The file unpacks to more than a source may be', {
      what: 'large',
      bytes: out,
      limit: limits.expandedBytes,
    })
  }
  if (out > limits.expansionFreeBytes && out > taken * limits.expansionRatio) {
    throw refusal(
      'evidence.expansion_exceeded',
      `The file unpacks to more than ${limits.expansionRatio} times its size, as a zip bomb does`,
      { what: 'ratio', bytes: out, compressedBytes: taken, ratio: limits.expansionRatio },
    )
  }
}

function gzipError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') {
    return refusal('evidence.gzip_truncated', 'The gzip file ends before its end: the copy is incomplete')
  }
  if (code.startsWith('Z_')) return refusal('evidence.gzip_damaged', 'The gzip file is damaged', { code })
  return error
}

function isOfSystem(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

function unreadable(what: string, code: string): SourceRefused {
  return refusal('evidence.unreadable', `The file cannot be ${what} (${code})`, { code })
}

function refusal(code: string, reason: string, facts: Record<string, string | number> = {}): SourceRefused {
  return new SourceRefused({ code, reason, facts })
}
