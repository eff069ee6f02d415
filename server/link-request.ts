// Asks a server that runs already for a new one-time link: by two files in its data folder, which only its user reads.
import { watch } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolder } from './make-folder.ts'

const wanted = 'link-wanted'
const given = 'link'
const betweenLooksMs = 50
const looks = 100

/** The running server's part; answers the way to stop. */
export function answerLinkRequests(folder: string, newLink: () => Promise<string>): () => void {
  let answering: Promise<void> = Promise.resolve()
  async function answer(): Promise<void> {
    const request = await readFile(join(folder, wanted), 'utf8').catch(() => null)
    if (request === null) return
    await rm(join(folder, wanted), { force: true })
    await writeFile(join(folder, given), `${await newLink()}\n`, { mode: 0o600 })
  }
  const watcher = watch(folder, (_, name) => {
    if (name !== wanted) return
    answering = answering.then(answer).catch(error => console.error(error))
  })
  // A file system that cannot be watched: links are then made by starting anew.
  watcher.on('error', () => watcher.close())
  return () => watcher.close()
}

/** The link, or null where nobody answers within five seconds. */
export async function requestLink(folder: string): Promise<string | null> {
  await makeFolder(folder)
  await rm(join(folder, given), { force: true })
  await writeFile(join(folder, wanted), '', { mode: 0o600 })
  try {
    for (let looked = 0; looked < looks; looked++) {
      const text = await readFile(join(folder, given), 'utf8').catch(() => '')
      if (text.endsWith('\n')) return text.trim()
      await pause(betweenLooksMs)
    }
    return null
  } finally {
    await rm(join(folder, wanted), { force: true })
    await rm(join(folder, given), { force: true })
  }
}
