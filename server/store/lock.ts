// One process at a time on one data folder: the embedded database takes no lock, and two writers would ruin it.
import { randomUUID } from 'node:crypto'
import { link, open, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { accepted, type Result, refused } from '@equalizer/core'
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts'

export interface Lock {
  /** The folder is free for another process afterwards. */
  release(): Promise<void>
}

interface Held extends ProcessIdentity {
  readonly token: string
}

/** The holder touches its lock this often; one that cannot be looked at is given up after `silenceMs`. */
const beatMs = 5_000
const silenceMs = 60_000
const tries = 100
const betweenTriesMs = 20

/** Codes: `store.locked`. A lock whose process is gone (kill -9, power) is taken over. */
export async function lockFolder(folder: string): Promise<Result<Lock>> {
  const path = join(folder, 'database.lock')
  const held: Held = { ...ownIdentity(), token: randomUUID() }
  for (let tried = 0; tried < tries; tried++) {
    if (await create(path, held)) return accepted(keep(path, held))
    const holder = await read(path)
    if (holder === 'gone') continue
    if (!(await isStale(path, holder))) return lockedBy(folder, holder)
    await takeAway(path, held)
    await pause(betweenTriesMs)
  }
  return lockedBy(folder, await read(path))
}

function lockedBy(folder: string, holder: Held | 'gone' | 'unclear'): Result<never> {
  const pid = typeof holder === 'string' ? null : holder.pid
  const who = pid === null ? 'another process' : `the process ${pid}`
  const reason = `The data folder ${folder} is in use by ${who}; stop it first, or choose another folder.`
  return refused('store.locked', reason, { folder, pid })
}

/** Whole at once: written beside its place and linked to it, which fails where there is one. */
async function create(path: string, held: Held): Promise<boolean> {
  const part = `${path}.${held.token}`
  const text = JSON.stringify(held)
  try {
    await writeFile(part, text, { flag: 'wx', mode: 0o600 })
    await link(part, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // Some file systems know no links.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return createInPlace(path, text)
    throw error
  } finally {
    await rm(part, { force: true })
  }
}

async function createInPlace(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(text).finally(() => file.close())
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function read(path: string): Promise<Held | 'gone' | 'unclear'> {
  try {
    const held = JSON.parse(await readFile(path, 'utf8')) as Held
    return Number.isInteger(held.pid) && typeof held.realm === 'string' ? held : 'unclear'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'unclear'
  }
}

async function isStale(path: string, holder: Held | 'unclear'): Promise<boolean> {
  const running = holder === 'unclear' ? null : isRunning(holder)
  if (running !== null) return !running
  const touched = await stat(path).catch(() => null)
  return touched !== null && Date.now() - touched.mtimeMs > silenceMs
}

/**
 * Removes a lock that nobody holds. Of two processes that both saw it, the slower must not remove what the quicker put
 * in its place: removing is done by one at a time, who looks once more.
 */
async function takeAway(path: string, held: Held): Promise<void> {
  const turn = `${path}.turn`
  if (!(await create(turn, held))) {
    const holder = await read(turn)
    if (holder !== 'gone' && (await isStale(turn, holder))) await rm(turn, { force: true })
    return
  }
  try {
    const holder = await read(path)
    if (holder !== 'gone' && (await isStale(path, holder))) await rm(path, { force: true })
  } finally {
    await rm(turn, { force: true })
  }
}

function keep(path: string, held: Held): Lock {
  const beat = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => {})
  }, beatMs)
  beat.unref()
  return {
    async release() {
      clearInterval(beat)
      const holder = await read(path)
      if (typeof holder !== 'string' && holder.token === held.token) await rm(path, { force: true })
    },
  }
}
