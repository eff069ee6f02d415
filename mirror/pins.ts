// Which logs a mirror's folder copies, from where and by which keys: as it is told, or as a log says of itself at first sight.
import { accepted, type Result, refused } from '@equalizer/core'
import { parseVkey, utf8Bytes, utf8Text, type Vkey } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import { type KnownLog, type LogSource, parseLogs, wordsOf } from '@equalizer/witness'

/** `log` lines as c2sp.org/tlog-policy has them, each with its address. */
const place = '.mirror/logs'
const aboutBytesAtMost = 64 * 1_024
const checkpointBytesAtMost = 256 * 1_024

export interface Pinned extends KnownLog {
  readonly url: string
}

export async function readPins(files: Files): Promise<Result<readonly Pinned[]>> {
  const bytes = await files.read(place)
  if (bytes === null) return accepted([])
  const read = parseLogs(new TextDecoder().decode(bytes))
  if (!read.ok) return read
  return accepted(read.value.flatMap(({ vkey, url }) => (url ? [{ vkey, url }] : [])))
}

export async function writePins(files: Files, pins: readonly Pinned[]): Promise<void> {
  await files.write(place, utf8Bytes(pins.map(({ vkey, url }) => `log ${vkey.text} ${url}\n`).join('')))
}

export interface Finding {
  readonly source: LogSource
  readonly url: string
  /** Keys that whoever runs the mirror trusts. */
  readonly given: readonly Vkey[]
  readonly pinned: readonly Pinned[]
}

export interface Found {
  readonly pins: readonly Pinned[]
  /** The key is the log's own word, and was never seen before. */
  readonly firstSight: boolean
}

/**
 * The keys of the log at an address: those that were given for its origin, else what was pinned for this address or origin, else what its
 * `log.json` says. Codes: `mirror.unreachable`, `mirror.no_key` (nobody says by which key the log signs).
 */
export async function findLog({ source, url, given, pinned }: Finding): Promise<Result<Found>> {
  const before = pinned.filter(pin => pin.url === url)
  if (given.length === 0 && before.length > 0) return accepted({ pins: before, firstSight: false })
  try {
    const origin = originIn(await source.read('checkpoint', checkpointBytesAtMost))
    if (origin === null) return refused('mirror.unreachable', `There is no log at ${url}.`)
    const named = given.filter(({ name }) => name === origin)
    if (named.length > 0) return accepted({ pins: named.map(vkey => ({ vkey, url })), firstSight: false })
    // The same log at another address: its key does not change by that.
    const seen = pinned.filter(({ vkey }) => vkey.name === origin)
    if (seen.length > 0) return accepted({ pins: seen.map(({ vkey }) => ({ vkey, url })), firstSight: false })
    if (before.length > 0) return accepted({ pins: before, firstSight: false })
    const own = ownKey(await source.read('log.json', aboutBytesAtMost))
    if (own?.name === origin) return accepted({ pins: [{ vkey: own, url }], firstSight: true })
    return refused('mirror.no_key', `${url} is the log ${origin}; name its key by --vkey or --policy.`, {
      origin,
    })
  } catch (error) {
    return refused('mirror.unreachable', wordsOf(error), { url })
  }
}

/** Not verified yet: it only says which key to look for. */
function originIn(bytes: Uint8Array | null): string | null {
  const text = bytes && utf8Text(bytes)
  const origin = text?.ok ? (text.value.split('\n', 1)[0] ?? '') : ''
  return origin === '' ? null : origin
}

function ownKey(bytes: Uint8Array | null): Vkey | null {
  if (bytes === null) return null
  try {
    const about: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const text = about && typeof about === 'object' && 'vkey' in about ? about.vkey : null
    const vkey = typeof text === 'string' ? parseVkey(text) : null
    return vkey?.ok ? vkey.value : null
  } catch {
    return null
  }
}
