// The whole log as of one checkpoint, as files that whoever checks it needs nothing else for.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tilePath, tilesFor, widthIn } from '@equalizer/tlog'
import { Damaged } from './growing-tree.ts'
import { place } from './log-folder.ts'
import type { OrganizationLog } from './organization-log.ts'
import { readTile } from './read-tile.ts'
import type { TarFile } from './tar.ts'

const whole = (path: string, bytes: Uint8Array): TarFile => ({ path, bytes: bytes.length, content: [bytes] })

/** `state`: path of the file with every stream's state; null: it is left out. One tile is in memory at a time. null: nothing is published. */
export async function exportOf(
  log: OrganizationLog,
  state: string | null,
): Promise<AsyncGenerator<TarFile> | null> {
  const { served, files } = log
  const about = await files.read(place.about)
  if (served === null || about === null) return null
  const keys = await files.read(place.keys)
  const stateBytes = state === null ? 0 : (await stat(state)).size
  async function* all(): AsyncGenerator<TarFile> {
    yield whole('checkpoint', Buffer.from(served?.note ?? ''))
    yield whole('log.json', about as Uint8Array)
    if (keys) yield whole('keys', keys)
    if (state !== null) yield { path: 'state', bytes: stateBytes, content: createReadStream(state) }
    yield* tiles(log, served?.size ?? 0)
  }
  return all()
}

async function* tiles(log: OrganizationLog, size: number): AsyncGenerator<TarFile> {
  for (const { level, index: last } of tilesFor(size)) {
    for (let index = 0; index <= last; index += 1) {
      const width = widthIn(level, index, size)
      if (level === 0) yield await tile(log, 'entries', index, width)
      yield await tile(log, level, index, width)
    }
  }
}

async function tile(
  log: OrganizationLog,
  level: number | 'entries',
  index: number,
  width: number,
): Promise<TarFile> {
  // The log may grow meanwhile: a partial tile is then cut out of a wider one.
  const bytes =
    (await readTile(log.files, log.signed.size, { level, index, width })) ??
    (await readTile(log.files, log.signed.size, { level, index, width }))
  if (bytes === null) throw new Damaged(`the tile ${place.tile(level, index, width)} is missing`)
  return whole(tilePath(level, index, width), bytes)
}
