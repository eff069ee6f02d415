// By what a source is known to be unchanged without being read: its bytes and how they are read.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { limits, type Source } from '@equalizer/core'
import { repositoryState, SourceRefused } from '@equalizer/evidence'

/** Goes up when the readers make other observations of the same bytes. */
const readersVersion = 1

export interface Fingerprint {
  readonly fingerprint: string
  /** Size of the file or of the folder's files; null: a repository. */
  readonly bytes: number | null
  /** The source with what is moving pinned down: a repository's tip. */
  readonly source: Source
}

export interface Fingerprinted {
  readonly source: Source
  readonly path: string
  /** SHA-256 of the bytes where it is known already. */
  readonly sha256: string | null
  readonly signal: AbortSignal
}

/** Throws `SourceRefused` where there is nothing that can be read, and the signal's reason. */
export async function fingerprintOf(asked: Fingerprinted): Promise<Fingerprint> {
  try {
    return await taken(asked)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    // It vanished or changed while we looked, or its disk did.
    const reason = `${asked.source.path} cannot be read (${error.code})`
    throw new SourceRefused({
      code: 'evidence.unreadable',
      reason,
      facts: { what: 'path', path: asked.source.path, code: String(error.code) },
    })
  }
}

async function taken({ source, path, sha256, signal }: Fingerprinted): Promise<Fingerprint> {
  const found = await stat(path).catch(() => null)
  if (found === null) {
    const facts = { what: 'path', path: source.path }
    throw new SourceRefused({ code: 'evidence.not_found', reason: `There is no ${source.path}`, facts })
  }
  if (source.kind === 'git') {
    const { tip, sha256: state } = await repositoryState(path, source.revision, signal)
    // Somebody may commit while we read.
    const pinned = tip === null ? source : { ...source, revision: tip }
    return { fingerprint: joined(source, state), bytes: null, source: pinned }
  }
  const content = sha256 ?? (found.isDirectory() ? await ofFolder(path, signal) : await ofFile(path, signal))
  const bytes = found.isDirectory() ? await sizeOf(path) : found.size
  return { fingerprint: joined(source, content), bytes, source }
}

/** How a source is read is part of it; what it is called in the charter is not. */
function joined({ id: _, ...reading }: Source, content: string): string {
  const sorted = Object.entries(reading).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([readersVersion, sorted, content]))
    .digest('hex')
}

async function ofFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  // A pipe would never end, and a device neither; without O_NONBLOCK opening a pipe waits already.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    if (!(await file.stat()).isFile()) return 'not a file'
    const chunks = file.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })
    for await (const chunk of chunks) {
      signal.throwIfAborted()
      hash.update(chunk)
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

async function ofFolder(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for (const name of await filesIn(path)) {
    hash.update(JSON.stringify([name, await ofFile(join(path, name), signal)]))
  }
  return hash.digest('hex')
}

async function sizeOf(path: string): Promise<number> {
  let bytes = 0
  for (const name of await filesIn(path)) bytes += (await stat(join(path, name))).size
  return bytes
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true })
  const names = entries.filter(entry => entry.isFile()).map(entry => entry.name)
  return names.sort().slice(0, limits.filesInFolder)
}
