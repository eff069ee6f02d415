// A published log as it lies in a folder: an export, a mirror's copy, or a server's own files.
import { open, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Source } from '../source.ts'

export function folderSource(folder: string): Source {
  const root = resolve(folder)
  return {
    name: root,
    read: (path, atMost) => readAtMost(join(root, path), atMost),
    list: async () => [...(await filesIn(root, 'tile')), ...(await filesIn(root, 'text'))],
  }
}

async function readAtMost(file: string, atMost: number): Promise<Uint8Array | null> {
  const handle = await opened(file)
  if (handle === null) return null
  try {
    const { size } = await handle.stat()
    // One byte more says that there are too many.
    const bytes = new Uint8Array(Math.min(size, atMost + 1))
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes.subarray(0, at)
  } finally {
    await handle.close()
  }
}

async function opened(file: string) {
  try {
    return await open(file)
  } catch (error) {
    if (notThere(error)) return null
    throw error
  }
}

/** Paths under `root`, as the log names them. */
async function filesIn(root: string, folder: string): Promise<string[]> {
  const files: string[] = []
  const waiting = [folder]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const entry of await entriesOf(join(root, at))) {
      const path = `${at}/${entry.name}`
      if (entry.isDirectory()) waiting.push(path)
      else files.push(path)
    }
  }
  return files.sort()
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (notThere(error)) return []
    throw error
  }
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

function notThere(error: unknown): boolean {
  const { code } = error as { readonly code?: string }
  return code === 'ENOENT' || code === 'ENOTDIR'
}
