// The file of logs that a witness or mirror is given, and where each of them is read.
import { readFile } from 'node:fs/promises'
import { type KnownLog, type LogSource, parseLogs, urlSource } from '@equalizer/witness'
import { Stop } from '../stop.ts'

/** Refuses (`cli.not_found`, `cli.bad_logs`) what is not there and what holds no log. */
export async function logsIn(file: string): Promise<readonly KnownLog[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Stop({
      code: 'cli.not_found',
      reason: `There is no file ${file} that says which logs are known.`,
    })
  }
  const read = parseLogs(text)
  if (!read.ok) {
    const { line } = read.refusal.facts
    throw new Stop({ code: 'cli.bad_logs', reason: `${file}:${line ?? 1}: ${read.refusal.reason}` })
  }
  if (read.value.length === 0) throw new Stop({ code: 'cli.bad_logs', reason: `${file} names no log.` })
  return read.value
}

/** By origin; a log without an address is only told of, and not followed. Refuses (`cli.usage`) what is no http address. */
export function sourcesOf(logs: readonly KnownLog[], signal: AbortSignal): ReadonlyMap<string, LogSource> {
  return new Map(logs.flatMap(({ vkey, url }) => (url ? [[vkey.name, sourceAt(url, signal)] as const] : [])))
}

export function sourceAt(url: string, signal: AbortSignal): LogSource {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Stop({ code: 'cli.usage', reason: `${url} is no http address of a log.` })
  }
  return urlSource(url, { signal })
}
