// A whole log in one archive, `export.tar`, read where it lies: what is in it and where is looked up once (POSIX ustar).
import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Source } from '../source.ts'

export interface TarSource extends Source {
  close(): Promise<void>
}

interface Place {
  readonly at: number
  readonly size: number
}

const block = 512
const filesAtMost = 10_000_000

/** Throws where the file is not there or is no tar archive of plain files. */
export async function tarSource(file: string): Promise<TarSource> {
  const handle = await open(file)
  try {
    const places = await placesIn(handle)
    return {
      name: resolve(file),
      read: async (path, atMost) => {
        const place = places.get(path)
        return place ? readAt(handle, place.at, Math.min(place.size, atMost + 1)) : null
      },
      list: () => Promise.resolve([...places.keys()]),
      close: () => handle.close(),
    }
  } catch (fault) {
    await handle.close()
    throw fault
  }
}

async function placesIn(handle: FileHandle): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const { size: end } = await handle.stat()
  for (let at = 0; at + block <= end; ) {
    const header = await readAt(handle, at, block)
    if (header.every(byte => byte === 0)) return places
    const { path, size, isFile } = parsed(header)
    at += block
    if (at + size > end) throw new Error('The archive ends in the middle of a file')
    if (isFile) places.set(path, { at, size })
    if (places.size > filesAtMost) throw new Error('The archive holds more files than are read')
    at += Math.ceil(size / block) * block
  }
  if (places.size === 0) throw new Error('This is no tar archive')
  return places
}

function parsed(header: Uint8Array): { path: string; size: number; isFile: boolean } {
  const text = (from: number, length: number) =>
    Buffer.from(header.subarray(from, from + length))
      .toString('latin1')
      .replace(/\0.*$/s, '')
  const size = Number.parseInt(text(124, 12).trim() || 'x', 8)
  const sum = header.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0)
  if (!Number.isSafeInteger(size) || size < 0 || Number.parseInt(text(148, 8).trim(), 8) !== sum) {
    throw new Error('This is no tar archive')
  }
  const prefix = text(345, 155)
  const name = text(0, 100).replace(/^\.\//, '')
  const type = text(156, 1)
  return { path: prefix === '' ? name : `${prefix}/${name}`, size, isFile: type === '0' || type === '' }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  for (let done = 0; done < length; ) {
    const { bytesRead } = await handle.read(bytes, done, length - done, at + done)
    if (bytesRead === 0) throw new Error('The archive ends in the middle of a file')
    done += bytesRead
  }
  return bytes
}
