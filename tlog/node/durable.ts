// What makes a file outlast a crash: its bytes flushed, and the folder that names it.
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A new file, flushed; a fault where there is one. `mode`: who may read it. */
export async function writeFlushed(place: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
  const file = await open(place, 'wx', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Folders are made one after another: a second writer in a new folder waits until that folder, too, is durable. */
let turn: Promise<unknown> = Promise.resolve()

/** Makes a folder and those above it, each durable in the one above it. */
export function makeFolder(folder: string): Promise<void> {
  const made = turn.then(() => makeDurable(folder))
  turn = made.catch(() => {})
  return made
}

async function makeDurable(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made))
}

/** Windows cannot open a folder, and needs no flush of it. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
