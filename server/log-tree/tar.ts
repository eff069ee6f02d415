// A tar archive as a stream (POSIX.1-1988 ustar), for files whose lengths are known beforehand.

export interface TarFile {
  /** At most 100 bytes of ASCII. */
  readonly path: string
  readonly bytes: number
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

const block = 512
const pathBytes = 100
/** What eleven octal digits say. */
const bytesAtMost = 8 ** 11 - 1

/** The header's checksum is taken with spaces in its own place. */
function headerOf({ path, bytes }: TarFile, mtimeS: number): Buffer {
  if (!/^[\x21-\x7e]+$/.test(path) || path.length > pathBytes || bytes > bytesAtMost)
    throw new RangeError(`${path} does not fit into a tar archive`)
  const header = Buffer.alloc(block)
  const octal = (value: number, at: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at)
  header.write(path, 0)
  octal(0o644, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(bytes, 124, 12)
  octal(mtimeS, 136, 12)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((all, byte) => all + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** Throws where a file has another length than it said: half an archive is not taken for a whole one. */
export async function* tar(files: AsyncIterable<TarFile>, mtimeS: number): AsyncGenerator<Uint8Array> {
  for await (const file of files) {
    yield headerOf(file, mtimeS)
    let written = 0
    for await (const piece of file.content) {
      written += piece.length
      yield piece
    }
    if (written !== file.bytes) throw new Error(`${file.path} has ${written} bytes instead of ${file.bytes}`)
    const rest = written % block
    if (rest > 0) yield Buffer.alloc(block - rest)
  }
  yield Buffer.alloc(2 * block)
}
