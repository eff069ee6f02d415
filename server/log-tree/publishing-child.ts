// A server's publisher in a process of its own, which appends and publishes as fast as it can, until somebody kills it.
import { writeSync } from 'node:fs'
import { openStore } from '../store/open-store.ts'
import { logFolders } from './log-folder.ts'
import { appendEntries, logParts, openLog } from './testing.ts'

export const organization = 'killed'

/** What a reader could have had is said at once, by a write that no process keeps to itself. */
async function live(folder: string): Promise<void> {
  const store = await openStore({ folder })
  if (!store.ok) throw new Error(store.refusal.reason)
  const log = openLog(logParts(store.value, logFolders(folder)), organization)
  for (let step = 0; ; step += 1) {
    await appendEntries(store.value, organization, [1, 3, 250, 40][step % 4] ?? 1)
    await log.round()
    if (log.problem) throw new Error(log.problem.reason)
    writeSync(1, `${JSON.stringify(log.served?.note)}\n`)
  }
}

const folder = process.argv[2]
if (import.meta.main && folder !== undefined) await live(folder)
