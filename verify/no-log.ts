// Whether there is a log at all where one is looked for: a wrong address accuses nobody.
import { limits } from './limits.ts'
import type { Remembered } from './memory.ts'
import { found } from './report.ts'
import type { Reader } from './source.ts'

const path = 'checkpoint'

/** Codes: `source.no_log`; `checkpoint.missing` where a log was seen there before. */
export async function checkIsLog(reader: Reader, atPlace: Remembered | null): Promise<void> {
  const bytes = await reader.beginning(path, limits.checkpointBytes)
  if (bytes && isLikeCheckpoint(bytes)) return
  if (atPlace) found('checkpoint.missing', 'There is no signed checkpoint here any more', {}, { path })
  const files = (await reader.source.list?.()) ?? []
  // A copy without its checkpoint, or with what is left of one: reading it says what is wrong.
  if (files.some(file => file.startsWith('tile/'))) return
  found('source.no_log', 'No log is published there: there is no signed checkpoint', {}, { path })
}

/**
 * What is kept of the log that is there: a copy of another log may have been put under the name of a file or folder. An address is
 * of one log, and who publishes another there has exchanged it.
 */
export async function keptOf(reader: Reader, kept: Remembered | null): Promise<Remembered | null> {
  if (kept === null || reader.source.grows) return kept
  const bytes = await reader.beginning(path, limits.checkpointBytes)
  if (!bytes || !isLikeCheckpoint(bytes)) return kept
  const [origin] = new TextDecoder().decode(bytes).split('\n', 1)
  return origin === kept.origin ? kept : null
}

/** Damaged it may be: it has a line of a signature still, or a second line that counts entries. */
function isLikeCheckpoint(bytes: Uint8Array): boolean {
  const lines = new TextDecoder().decode(bytes).split('\n', linesAtMost)
  return /^\d+$/.test(lines[1] ?? '') || lines.some(line => line.startsWith('\u2014 '))
}

const linesAtMost = 10_000
