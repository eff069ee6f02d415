// Restores a backup into an empty place: looked through first, put together aside, and only then made visible.
import { existsSync } from 'node:fs'
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, type Result, refused } from '@equalizer/core'
import { makeFolder } from '../../make-folder.ts'
import { openEmbedded } from '../embedded.ts'
import { lockFolder } from '../lock.ts'
import { migrations } from '../migrate.ts'
import { openPostgres } from '../postgres.ts'
import { loadBackup } from './load.ts'
import { type Contents, Damaged, Newer, readBackup } from './read.ts'
import { isEmpty } from './tables-of.ts'

export interface RestoreOptions {
  readonly file: string
  /** The data folder. */
  readonly folder: string
  /** A Postgres server's address; left out: the embedded database in the folder. */
  readonly url?: string
}

const notEmpty = (where: string) =>
  refused(
    'backup.not_empty',
    `${where} holds something already; a backup is restored into an empty place only.`,
    {
      where,
    },
  )

/** Codes: `backup.unknown`, `backup.damaged`, `backup.newer`, `backup.not_empty`, `store.locked`. */
export async function restoreBackup(options: RestoreOptions): Promise<Result<Contents>> {
  const { file, folder } = options
  const looked = await lookThrough(file)
  if (!looked.ok) return looked
  await makeFolder(folder)
  const lock = await lockFolder(folder)
  if (!lock.ok) return lock
  try {
    if (await holdsFiles(join(folder, 'files'))) return notEmpty(folder)
    return await restoreInto(options, looked.value)
  } finally {
    await lock.value.release()
  }
}

/** The whole file, before anything is made of it. */
async function lookThrough(file: string): Promise<Result<Contents>> {
  try {
    await access(file)
    // A pipe that nobody writes to would be waited for without end.
    if (!(await stat(file)).isFile()) return refused('backup.unknown', `${file} is no file.`, { file })
  } catch {
    return refused('backup.unknown', `There is no file ${file}, or it may not be read.`, { file })
  }
  try {
    const contents = await readBackup(file)
    const unknown = contents.head.migrations.find(name => !Object.hasOwn(migrations, name))
    if (unknown !== undefined || contents.head.migrations.length === 0) throw new Newer()
    return accepted(contents)
  } catch (error) {
    if (error instanceof Newer) {
      return refused(
        'backup.newer',
        `${file} was made by a newer version of Equalizer; restore it with that one.`,
        {
          file,
        },
      )
    }
    return damaged(file, error)
  }
}

/** Throws what is something else. */
function damaged(file: string, error: unknown): Result<never> {
  if (!(error instanceof Damaged)) throw error
  return refused('backup.damaged', `${file} cannot be restored: ${error.message}.`, { file })
}

async function holdsFiles(files: string): Promise<boolean> {
  return existsSync(files) && (await readdir(files)).length > 0
}

async function restoreInto(
  { file, folder, url }: RestoreOptions,
  contents: Contents,
): Promise<Result<Contents>> {
  const place = join(folder, 'database')
  if (url === undefined && existsSync(place) && (await readdir(place)).length > 0) return notEmpty(folder)
  const aside = join(folder, 'restoring')
  await rm(aside, { recursive: true, force: true })
  await mkdir(join(aside, 'files'), { recursive: true, mode: 0o700 })
  const making = join(aside, 'database')
  if (url === undefined) await mkdir(making, { mode: 0o700 })
  const opened = url === undefined ? await openEmbedded({ place: making }) : await openPostgres(url)
  try {
    if (!(await isEmpty(opened.db))) return notEmpty('The database')
    await loadBackup(file, opened, join(aside, 'files'), contents.head.migrations.at(-1) ?? '')
    await opened.db.destroy()
    await replace(join(aside, 'files'), join(folder, 'files'))
    if (url === undefined) await replace(making, place)
    return accepted(contents)
  } catch (error) {
    // That a table is not one of ours shows only here.
    return damaged(file, error)
  } finally {
    await opened.db.destroy()
    await rm(aside, { recursive: true, force: true })
  }
}

/** `to` is missing or an empty folder. */
async function replace(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await rename(from, to)
}
