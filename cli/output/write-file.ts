// Writes an output file whole or not at all: beside its place first, then renamed; never through a link.
import { randomBytes } from 'node:crypto'
import { access, constants, lstat, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Stop } from '../stop.ts'

function cannot(reason: string): Stop {
  return new Stop({ code: 'cli.cannot_write', reason })
}

function words(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `${path} cannot be written: there is no folder ${dirname(path)}.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `${path} may not be written.`
  if (code === 'ENOSPC') return `${path} cannot be written: the disk is full.`
  return `${path} cannot be written (${code ?? String(error)}).`
}

/**
 * Refuses (`cli.cannot_write`) what would be something else than making or replacing a plain file: a folder, a device, a
 * link, one of `kept` (absolute paths of what was read).
 */
export async function writeOutput(path: string, text: string, kept: readonly string[] = []): Promise<void> {
  const full = resolve(path)
  await checkTarget(path, full, kept)
  const beside = join(dirname(full), `.${basename(full).slice(0, 100)}.${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(beside, text, { flag: 'wx' })
    await rename(beside, full)
  } catch (error) {
    await rm(beside, { force: true })
    throw cannot(words(path, error))
  }
}

/** Refuses (`cli.cannot_write`) early what `writeOutput` would refuse for its place: no folder, or none to write into. */
export async function checkOutput(path: string): Promise<void> {
  const full = resolve(path)
  await checkTarget(path, full, [])
  try {
    await access(dirname(full), constants.W_OK)
  } catch (error) {
    throw cannot(words(path, error))
  }
}

async function checkTarget(path: string, full: string, kept: readonly string[]): Promise<void> {
  if (kept.includes(full)) throw cannot(`${path} was read as input and is not written over.`)
  let found: Awaited<ReturnType<typeof lstat>>
  try {
    found = await lstat(full)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw cannot(words(path, error))
  }
  if (found.isDirectory()) throw cannot(`${path} is a folder; name a file in it.`)
  if (found.isSymbolicLink()) throw cannot(`${path} is a link and is not written through.`)
  if (!found.isFile()) throw cannot(`${path} is not a plain file.`)
}
