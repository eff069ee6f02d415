// kill -9 in the midst of publishing, several times: whatever readers had is of the one history, and it goes on.
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { seeded } from '@equalizer/testkit'
import { expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import { logFolders } from './log-folder.ts'
import { organization } from './publishing-child.ts'
import { logParts, openLog, rootInDatabase, type SeenCheckpoint, seen } from './testing.ts'

const program = fileURLToPath(new URL('./publishing-child.ts', import.meta.url))
const random = seeded('kill', 'publishing')

/** Kills it a random while after so many checkpoints. */
async function live(folder: string, all: SeenCheckpoint[], killAfter: number): Promise<void> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  const ended = new Promise<string | null>(resolve => child.on('close', (_, signal) => resolve(signal)))
  let count = 0
  for await (const line of createInterface(child.stdout)) {
    const now = seen(JSON.parse(line) as string)
    expect(now.size).toBeGreaterThan(all.at(-1)?.size ?? 0)
    all.push(now)
    count += 1
    if (count === killAfter) {
      await wait(random.whole(0, 40))
      child.kill('SIGKILL')
    }
  }
  if ((await ended) !== 'SIGKILL') throw new Error(said)
}

test('what was signed before a kill is what is signed after it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'killed-log-'))
  const all: SeenCheckpoint[] = []
  for (let kills = 0; kills < 4; kills += 1) await live(folder, all, random.whole(1, 12))
  // A kill in the midst of a write leaves such a file now and then; here, at any rate.
  const draft = '.unfinished-0f8fad5b-d9cb-469f-a165-70867728950e'
  await writeFile(join(folder, 'log', organization, 'public', draft), 'half')
  const store = await openStore({ folder })
  if (!store.ok) throw new Error(store.refusal.reason)
  try {
    const log = openLog(logParts(store.value, logFolders(folder)), organization)
    await log.round()
    expect(log.problem).toBeNull()
    const left = await readdir(join(folder, 'log'), { recursive: true })
    expect(left.filter(name => name.includes('.unfinished-'))).toEqual([])
    all.push(seen(log.served?.note ?? ''))
    for (const { origin, size, root } of all) {
      expect(origin).toBe(`log.example/log/${organization}`)
      expect([size, root]).toEqual([size, await rootInDatabase(store.value, organization, size)])
    }
    expect(all.length).toBeGreaterThan(8)
  } finally {
    await store.value.close()
    await rm(folder, { recursive: true })
  }
}, 240_000)
