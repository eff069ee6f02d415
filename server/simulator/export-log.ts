// Writes a long simulated log into a folder as a server publishes one, signed by a key that anybody can make: for trying out
// `equalizer verify`, witnesses and mirrors.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { canonical } from '@equalizer/core'
import { newTiles, tilePath } from '@equalizer/tlog'
import { testLog } from '@equalizer/tlog/testing'
import { type LongLog, longLog } from './long-log.ts'

/** Answers the key that signed it. The folder is made; files in it are written over. */
export async function exportLog(folder: string, seed: string, entries: number): Promise<string> {
  const made = longLog(seed, entries)
  const organization = `simulated-${seed}`
  const origin = `simulated.example/log/${organization}`
  const log = testLog({ origin, entries: made.texts })
  const put = async (path: string, bytes: Uint8Array | string | null) => {
    if (bytes === null) throw new Error(`the log has no ${path}`)
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  for (const { level, index, width } of newTiles(0, log.size())) {
    const paths = [tilePath(level, index, width)]
    if (level === 0) paths.push(tilePath('entries', index, width))
    for (const path of paths) await put(path, await log.read(path))
  }
  await put('checkpoint', log.checkpoint())
  const vkey = log.vkey.text
  const about = { format: 'equalizer-log/1', origin, vkey, keys: [vkey], organization: { id: organization } }
  await put('log.json', `${canonical(about)}\n`)
  await put('state', stateOf(made))
  return vkey
}

function stateOf({ texts, states }: LongLog): string {
  const lines = [...states]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stream, state]) => canonical({ state, stream }))
  return [canonical({ size: texts.length }), ...lines].map(line => `${line}\n`).join('')
}
