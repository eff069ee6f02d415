// The charter file on disk: where it is looked for, how it is read, and why it could not be.
import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type CharterReading, limits, type Refusal, readCharter } from '@equalizer/core'
import { observationKinds } from '@equalizer/measure'

/** In the order in which they are looked for. */
export const charterNames: readonly string[] = ['equalizer.yaml', 'equalizer.yml', 'equalizer.json']

/** Opening a pipe that nobody writes to would wait for ever; so it opens at once and turns out to be no file. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

function refuse(code: string, reason: string, path: string): CharterReading {
  const refusal: Refusal = { code, reason, facts: { file: basename(path) } }
  return { ok: false, refusal, problems: [] }
}

/**
 * Codes: `charter.not_found`, `charter.unreadable`, `charter.too_large`, `charter.bad_encoding` and those of
 * `readCharter`. Any other fault of the disk is thrown.
 */
export async function readCharterFile(path: string): Promise<CharterReading> {
  const name = basename(path)
  const text = await textOf(path)
  if (typeof text !== 'string') return text
  return readCharter(text, name, { kinds: observationKinds })
}

async function textOf(path: string): Promise<string | CharterReading> {
  const name = basename(path)
  let file: FileHandle
  try {
    file = await open(path, withoutWaiting)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return refuse('charter.not_found', `There is no ${name}`, path)
    if (code === 'EACCES' || code === 'EPERM')
      return refuse('charter.unreadable', `${name} may not be read`, path)
    throw error
  }
  try {
    const found = await file.stat()
    if (!found.isFile()) return refuse('charter.unreadable', `${name} is not a file`, path)
    // One byte more than allowed tells that there is more, whatever the size said.
    const bytes = Buffer.alloc(Math.min(found.size, limits.charterBytes) + 1)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    if (bytesRead > limits.charterBytes || found.size > limits.charterBytes) {
      return refuse('charter.too_large', `${name} is larger than a charter may be (4 MiB)`, path)
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytesRead))
  } catch (error) {
    if (error instanceof TypeError) return refuse('charter.bad_encoding', `${name} is not UTF-8 text`, path)
    throw error
  } finally {
    await file.close()
  }
}

/** The first charter in a folder, absolute like the folder; null where there is none. */
export async function charterIn(folder: string): Promise<string | null> {
  for (const name of charterNames) {
    const path = join(folder, name)
    const there = await stat(path).then(
      () => true,
      // What is there and cannot be opened is still the charter: reading it then says why it cannot.
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
    )
    if (there) return path
  }
  return null
}

const opening = 4_096

/** Whether a YAML or JSON file says that it is a charter, by its name or its first lines. */
export async function isCharterFile(path: string): Promise<boolean> {
  if (charterNames.includes(basename(path))) return true
  if (!/\.(ya?ml|json)$/i.test(path)) return false
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(opening)
    const { bytesRead } = await file.read(bytes, 0, opening, 0)
    const text = bytes.toString('utf8', 0, bytesRead)
    return /^equalizer[ \t]*:/m.test(text) || /^\uFEFF?\s*\{\s*"equalizer"\s*:/.test(text)
  } finally {
    await file.close()
  }
}
