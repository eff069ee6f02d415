// Files that survive a crash whole or not at all: written beside their place, flushed, moved there, and their folder flushed.
import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder, makeFolder, writeFlushed } from './durable.ts'

export interface WriteOptions {
  /** For what never changes: the same bytes again are fine, others are a fault and leave what is there. */
  readonly once?: boolean
}

/** Paths are relative, divided by `/`, and lead nowhere outside; anything else is a fault. */
export interface Files {
  /** Null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  /** Durable once it resolves; after a crash the old or the new content is there, and never a part. Makes folders. */
  write(path: string, bytes: Uint8Array, options?: WriteOptions): Promise<void>
  /** Durable; nothing happens where there is no such file. */
  remove(path: string): Promise<void>
  /** Names in a folder in order, those of folders with a `/` at their end; none where there is no folder. '' is the root. */
  list(folder: string): Promise<string[]>
}

/** The file at a `once` place has other bytes than those that were to be written. */
export class WrittenOtherwise extends Error {
  override readonly name = 'WrittenOtherwise'
}

const unfinished = '.unfinished-'
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'])

/** Files under a folder, which need not exist yet. */
export function folderFiles(root: string): Files {
  return {
    read: path => readOrNull(placeOf(root, path)),
    async write(path, bytes, { once = false } = {}) {
      const place = placeOf(root, path)
      const folder = dirname(place)
      await makeFolder(folder)
      const draft = join(folder, `${unfinished}${randomUUID()}`)
      try {
        await writeFlushed(draft, bytes)
        await (once ? placeOnce(draft, place, bytes) : rename(draft, place))
      } catch (error) {
        await unlink(draft).catch(() => {})
        throw error
      }
      await flushFolder(folder)
    },
    async remove(path) {
      const place = placeOf(root, path)
      try {
        await unlink(place)
      } catch (error) {
        if (isAbsent(error)) return
        throw error
      }
      await flushFolder(dirname(place))
    },
    async list(folder) {
      try {
        const entries = await readdir(folder === '' ? root : placeOf(root, folder), { withFileTypes: true })
        return entries
          .filter(({ name }) => !name.startsWith(unfinished))
          .map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name))
          .sort()
      } catch (error) {
        if (isAbsent(error)) return []
        throw error
      }
    },
  }
}

/** Faults (RangeError) for a path that is not plain: empty, absolute, with `.`, `..`, a backslash or a null in it. */
export function checkedPath(path: string): string {
  const parts = path.split('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a null ends a path for the system
  const bad = parts.some(part => part === '' || part === '.' || part === '..' || /[\\\u0000]/.test(part))
  if (bad || parts.some(part => part.startsWith(unfinished))) {
    throw new RangeError(`${JSON.stringify(path.slice(0, 100))} is no path of a file here`)
  }
  return path
}

function placeOf(root: string, path: string): string {
  return join(root, checkedPath(path))
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && absent.has((error as NodeJS.ErrnoException).code ?? '')
}

async function readOrNull(place: string): Promise<Uint8Array | null> {
  try {
    return await readFile(place)
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** A link is never made over something that is there, whoever else is writing. */
async function placeOnce(draft: string, place: string, bytes: Uint8Array): Promise<void> {
  try {
    await link(draft, place)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const there = await readOrNull(place)
    if (there === null || !Buffer.from(bytes).equals(there))
      throw new WrittenOtherwise(`${place} has other bytes`)
  }
  await unlink(draft)
}
