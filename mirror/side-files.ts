// What an Equalizer log publishes beside its tiles and a mirror copies with it, so that a copy is an export that can be verified.
import type { Files } from '@equalizer/tlog/node'
import type { LogSource } from '@equalizer/witness'

const aboutBytesAtMost = 64 * 1_024
/** The states of an organization, one line each; held in memory while it is copied. */
const stateBytesAtMost = 512 * 1_024 * 1_024

/** `log.json`, which is not signed and believed by nobody without the key; other logs have none. */
export async function saveAbout(files: Files, folder: string, source: LogSource): Promise<void> {
  const bytes = await source.read('log.json', aboutBytesAtMost).catch(() => null)
  if (bytes) await files.write(`${folder}/log.json`, bytes)
}

export interface TakenState {
  /** As of so many entries. */
  readonly size: number
  readonly bytes: Uint8Array
}

/** What the server holds its log to come to; null where it tells nothing of the kind. */
export async function stateSize(source: LogSource): Promise<TakenState | null> {
  const bytes = await source.read('state', stateBytesAtMost)
  if (bytes === null) return null
  const end = bytes.indexOf(10)
  const first: unknown = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, Math.min(end < 0 ? 0 : end, 200))),
  )
  const size = first && typeof first === 'object' && 'size' in first ? first.size : null
  return typeof size === 'number' && Number.isSafeInteger(size) ? { size, bytes } : null
}

export function saveState(files: Files, folder: string, bytes: Uint8Array): Promise<void> {
  return files.write(`${folder}/state`, bytes)
}
