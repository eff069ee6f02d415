// A source whose full tiles and bundles, which never change, are kept in a folder until a check is through: one that broke off
// goes on where it was. What is kept is checked like what is fetched.
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseTilePath, tileWidth } from '@equalizer/tlog'
import type { Source } from '../source.ts'

export interface KeptSource extends Source {
  /** Files that were not asked for again. */
  used(): number
  /** Once it is through; or where something is wrong, so that it is not what was kept. */
  drop(): Promise<void>
}

export function keptSource(source: Source, folder: string): KeptSource {
  let used = 0
  return {
    ...source,
    async read(path, atMost, signal) {
      if (!isFull(path)) return source.read(path, atMost, signal)
      const kept = await readFile(join(folder, path)).catch(() => null)
      if (kept && kept.length <= atMost) {
        used += 1
        return new Uint8Array(kept)
      }
      const bytes = await source.read(path, atMost, signal)
      // Where there is no room to keep it, it is fetched once more next time.
      if (bytes && bytes.length <= atMost) await keep(join(folder, path), bytes).catch(() => {})
      return bytes
    },
    used: () => used,
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}

function isFull(path: string): boolean {
  const parsed = parseTilePath(path)
  return parsed.ok && parsed.value.width === tileWidth
}

/** Whole or not at all. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${randomUUID()}`
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(part, bytes, { flag: 'wx' })
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
