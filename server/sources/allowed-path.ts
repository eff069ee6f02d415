// Which paths of the server's machine may be connected: real ones, inside the allowed folders, never our own data.
import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { accepted, type Result, refused } from '@equalizer/core'
import type { Desk } from '../desk.ts'

type Ground = Pick<Desk, 'paths' | 'project' | 'data'>

/**
 * The real path, links followed. Whoever may not look somewhere does not learn what is there. Codes: `path.not_allowed`,
 * `path.unknown`.
 */
export async function allowedPath(ground: Ground, path: string): Promise<Result<string>> {
  if (!isAbsolute(path) || path.includes('\0')) {
    return refused(
      'path.unknown',
      'A path of the server’s machine begins with its root, such as /srv/repository',
    )
  }
  const asked = resolve(path)
  const real = await realpath(asked).catch(() => null)
  if (!(await isAllowed(ground, real ?? (await nearest(asked))))) return notAllowed(ground)
  return real === null
    ? refused('path.unknown', `There is no ${asked} on the server’s machine`)
    : accepted(real)
}

/** Where a path would lie that is not there: a link on its way may lead anywhere. */
async function nearest(asked: string): Promise<string> {
  const above = dirname(asked)
  if (above === asked) return asked
  const real = await realpath(above).catch(() => null)
  return join(real ?? (await nearest(above)), basename(asked))
}

function notAllowed({ paths }: Ground): Result<never> {
  const reason = paths.allowed
    ? 'This server reads only what lies in the folders that it was started with'
    : 'This server reads no paths of its machine; files can be put in instead'
  return refused('path.not_allowed', reason)
}

/** No files but windows into the machine: our own secrets stand in /proc, and reading there may never end. */
const windows = ['/proc', '/sys']

async function isAllowed({ paths, project, data }: Ground, real: string): Promise<boolean> {
  if (isInside(await realOf(data.root), real) || windows.some(folder => isInside(folder, real))) return false
  if (project !== null && isInside(await realOf(project.path), real)) return true
  if (!paths.allowed) return false
  if (paths.below === null) return true
  for (const folder of paths.below) if (isInside(await realOf(folder), real)) return true
  return false
}

function realOf(folder: string): Promise<string> {
  return realpath(folder).catch(() => resolve(folder))
}

/** Whether `path` is the folder or lies in it; both are real and absolute. */
export function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)
}
