// Where a log is read from in a browser: a server of this page's own origin, an archive, or a folder somebody chose.
import type { Source } from '@equalizer/verify'
import { tarFiles } from './tar.ts'

const empty = new Uint8Array()

/** At most so many bytes and one more, so that whoever asked sees that it is too large. */
async function taken(response: Response, atMost: number): Promise<Uint8Array> {
  if (response.body === null) return empty
  const parts: Uint8Array[] = []
  let length = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    length += value.length
    if (length > atMost) {
      await reader.cancel()
      break
    }
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** `url` without a slash at its end. */
export function serverSource(url: string): Source {
  return {
    name: url,
    grows: true,
    async read(path, atMost, signal) {
      // Tiles never change; all else is asked for anew, and nothing is believed that a cache kept.
      const cache = path.startsWith('tile/') ? 'default' : 'no-store'
      const response = await fetch(`${url}/${path}`, { cache, ...(signal ? { signal } : {}) })
      if (response.ok) return taken(response, atMost)
      await response.body?.cancel()
      if (response.status === 404) return null
      throw new Error(`the server answered ${response.status}`)
    },
  }
}

const bytesOf = async (part: Blob): Promise<Uint8Array> => new Uint8Array(await part.arrayBuffer())

/** An export may lie in a folder of its own, in an archive as on a disk: what stands beside the checkpoint is the log. */
function rootOf(paths: Iterable<string>): string | null {
  let root: string | null = null
  for (const path of paths) {
    if (path !== 'checkpoint' && !path.endsWith('/checkpoint')) continue
    const folder = path.slice(0, path.length - 'checkpoint'.length)
    if (root === null || folder.length < root.length) root = folder
  }
  return root
}

/** null: no checkpoint lies in it. */
function blobSource(name: string, parts: ReadonlyMap<string, () => Blob>): Source | null {
  const root = rootOf(parts.keys())
  if (root === null) return null
  return {
    name,
    async read(path, atMost) {
      const part = parts.get(`${root}${path}`)
      return part ? bytesOf(part().slice(0, atMost + 1)) : null
    },
    list: () =>
      Promise.resolve(
        [...parts.keys()].filter(path => path.startsWith(root)).map(path => path.slice(root.length)),
      ),
  }
}

/** null: it is no archive with a log in it. */
export async function tarSource(file: File): Promise<Source | null> {
  const files = await tarFiles(file)
  if (files === null) return null
  const parts = [...files].map(
    ([path, { offset, bytes }]) => [path, () => file.slice(offset, offset + bytes)] as const,
  )
  return blobSource(file.name, new Map(parts))
}

export function folderSource(files: readonly (readonly [string, File])[]): Source | null {
  const name = files[0]?.[0].split('/')[0] ?? ''
  return blobSource(name, new Map(files.map(([path, file]) => [path, () => file])))
}
