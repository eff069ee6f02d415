// Takes a file in as it streams by: counted, hashed, on the disk for good before it has a name, and gone when it breaks off.
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { accepted, limits, type Result, refused } from '@equalizer/core'

export interface Received {
  readonly bytes: number
  readonly sha256: string
}

/**
 * Writes to `<path>.part` and renames. Codes: `upload.too_large`, `upload.empty`, `upload.no_room`. Throws when the
 * sender breaks off; nothing is left then.
 */
export async function receiveUpload(
  body: ReadableStream<Uint8Array>,
  path: string,
  bytesAtMost: number = limits.uploadBytes,
): Promise<Result<Received>> {
  const part = `${path}.part`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    const file = await open(part, 'wx', 0o600)
    let received: Result<Received>
    try {
      received = await write(body, file, bytesAtMost)
      if (received.ok) await file.sync()
    } finally {
      await file.close()
    }
    if (!received.ok) return received
    await rename(part, path)
    await syncFolder(dirname(path))
    return received
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error
    return refused('upload.no_room', 'The server’s disk has no room for this file')
  } finally {
    await rm(part, { force: true })
  }
}

async function write(
  body: ReadableStream<Uint8Array>,
  file: FileHandle,
  bytesAtMost: number,
): Promise<Result<Received>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > bytesAtMost) {
      const reason = `The file is larger than ${bytesAtMost} bytes, the most that one upload may have`
      return refused('upload.too_large', reason, { maxBytes: bytesAtMost })
    }
    hash.update(chunk)
    for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
  }
  if (bytes === 0) return refused('upload.empty', 'The file is empty')
  return accepted({ bytes, sha256: hash.digest('hex') })
}

/** A rename is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    // Some file systems cannot sync a folder, and keep renames all the same.
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'EISDIR') throw error
  } finally {
    await folder.close()
  }
}
