// What a log does to fill a mirror: pushes a checkpoint and then the entries below it, in prefixes, until the mirror has cosigned.
import { gzipSync } from 'node:zlib'
import { accepted, type Result, refused } from '@equalizer/core'
import {
  type Checkpoint,
  consistencyProofFromTiles,
  decodeBundle,
  type Ed25519Verify,
  formatAddCheckpoint,
  formatAddEntriesHeader,
  formatPackage,
  type MirrorInfo,
  type PackageRange,
  packagesOf,
  parseCheckpointText,
  parseKnownSize,
  parseMirrorInfo,
  parseNote,
  parseSignatureLines,
  subtreeProofFromTiles,
  tilePath,
  type Vkey,
  verifyCosignature,
  widthIn,
} from '@equalizer/tlog'
import { type LogSource, readBounded, tileReader, wordsOf } from '@equalizer/witness'

export interface Upload {
  /** The mirror's submission prefix. */
  readonly url: string
  /** The mirror's cosigning key. */
  readonly vkey: Vkey
  /** Where the tiles and entries of the log are read. */
  readonly source: LogSource
  /** The signed note to fill the mirror up to. */
  readonly checkpoint: string
  readonly verify?: Ed25519Verify
  readonly timeoutMs?: number
  /** Packages in a request; the specification advises 32 and no more. */
  readonly packages?: number
}

export interface Uploaded {
  /** The mirror's signature line. */
  readonly line: string
  readonly timestampSeconds: number
}

const answerBytesAtMost = 256 * 1_024
/** Rounds in which the mirror says that it stands elsewhere, one after another. */
const conflictsAtMost = 5

/** Codes: `mirror.bad_checkpoint`, `mirror.unreachable`, `mirror.refused` (facts: status), `mirror.unclear`. */
export async function uploadTo(upload: Upload): Promise<Result<Uploaded>> {
  const note = parseNote(upload.checkpoint)
  const checkpoint = note.ok ? parseCheckpointText(note.value.text) : note
  if (!note.ok || !checkpoint.ok)
    return refused('mirror.bad_checkpoint', 'What is to be mirrored is no checkpoint.')
  const added = await addCheckpoint(upload, checkpoint.value)
  if (!added.ok) return added
  let at: MirrorInfo = { size: checkpoint.value.size, next: 0, ticket: new Uint8Array() }
  for (let conflicts = 0; conflicts < conflictsAtMost; ) {
    if (at.size !== checkpoint.value.size)
      return refused('mirror.refused', 'The mirror is further already.', { status: 409 })
    const answer = await addEntries(upload, checkpoint.value, at)
    if (!answer.ok) return answer
    const { status, body } = answer.value
    if (status === 200) return cosignatureIn(body, note.value.text, upload)
    const info = status === 202 || status === 409 ? parseMirrorInfo(body) : null
    if (!info?.ok) return saidNo(upload, answer.value)
    conflicts = status === 202 && info.value.next > at.next ? 0 : conflicts + 1
    at = info.value
  }
  return refused('mirror.refused', `${upload.url} stands elsewhere each time it is asked.`, { status: 409 })
}

interface Answered {
  readonly status: number
  readonly body: string
}

async function addCheckpoint(upload: Upload, checkpoint: Checkpoint): Promise<Result<Answered>> {
  let old = 0
  for (let tried = 0; ; tried++) {
    if (old > checkpoint.size)
      return refused('mirror.refused', 'The mirror is further already.', { status: 409 })
    const proof =
      old === 0 ? [] : await consistencyProofFromTiles(old, checkpoint.size, tileReader(upload.source))
    const body = formatAddCheckpoint({ old, proof, checkpoint: upload.checkpoint })
    const answer = await post(upload, 'add-checkpoint', body, {})
    if (!answer.ok || answer.value.status === 200) return answer
    const size =
      answer.value.status === 409 && tried < conflictsAtMost ? parseKnownSize(answer.value.body) : null
    if (size === null) return saidNo(upload, answer.value)
    old = size
  }
}

async function addEntries(
  upload: Upload,
  { origin, size }: Checkpoint,
  at: MirrorInfo,
): Promise<Result<Answered>> {
  const start = Math.min(at.next, size)
  const parts = [formatAddEntriesHeader({ origin, start, end: size, ticket: at.ticket })]
  for (const range of packagesOf(start, size)) {
    if (parts.length > (upload.packages ?? 32)) break
    const made = await packageOf(upload.source, range, size)
    if (!made.ok) return made
    parts.push(made.value)
  }
  const headers = { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' }
  return post(upload, 'add-entries', gzipSync(Buffer.concat(parts)), headers)
}

async function packageOf(source: LogSource, range: PackageRange, size: number): Promise<Result<Uint8Array>> {
  const { start, end, subtreeStart } = range
  const index = subtreeStart / 256
  const width = widthIn(0, index, size)
  const bytes = await source.read(tilePath('entries', index, width))
  const entries = bytes ? decodeBundle(bytes, width) : null
  if (!entries?.ok) return refused('mirror.unreachable', `${source.name} has no entries from ${start} on.`)
  const proof = await subtreeProofFromTiles(subtreeStart, end, size, tileReader(source))
  return accepted(
    formatPackage({ entries: entries.value.slice(start - subtreeStart, end - subtreeStart), proof }),
  )
}

async function post(
  { url, timeoutMs = 60_000 }: Upload,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Result<Answered>> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const target = `${url.replace(/\/$/, '')}/${path}`
    const response = await fetch(target, { method: 'POST', body, headers, signal, redirect: 'error' })
    const read = await readBounded(response, answerBytesAtMost)
    if (read === null) return refused('mirror.unclear', `${url} answered at too great a length.`)
    return accepted({ status: response.status, body: new TextDecoder().decode(read) })
  } catch (error) {
    return refused('mirror.unreachable', `${url} ${wordsOf(error)}.`)
  }
}

function saidNo({ url }: Upload, { status, body }: Answered): Result<never> {
  return refused('mirror.refused', `${url} answered ${status}: ${body.split('\n')[0]?.slice(0, 200) ?? ''}`, {
    status,
  })
}

function cosignatureIn(body: string, text: string, { url, vkey, verify }: Upload): Result<Uploaded> {
  const lines = parseSignatureLines(body)
  const own = lines.ok ? lines.value.find(({ name, id }) => name === vkey.name && id === vkey.id) : undefined
  const cosigned = own && verifyCosignature(text, own, vkey, verify)
  if (!own || !cosigned?.ok)
    return refused('mirror.unclear', `${url} answered without a valid cosignature of ${vkey.name}.`)
  return accepted({ line: own.line, timestampSeconds: cosigned.value.timestampSeconds })
}
