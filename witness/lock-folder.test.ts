// One process on one folder, and what a killed one leaves behind, with real processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { folderFiles } from '@equalizer/tlog/node'
import { testLog } from '@equalizer/tlog/testing'
import { describe, expect, test } from 'vitest'
import { lockFolder } from './lock-folder.ts'
import { body, entriesOf, tried } from './testing.ts'

const here = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)))
const fresh = () => mkdtempSync(join(tmpdir(), 'witness-'))

async function run(script: string, folder: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  })
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, said }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

const holding = `
const { lockFolder } = await import(${here('./lock-folder.ts')})
const lock = lockFolder(process.argv[1])
console.log(lock.ok ? 'held' : lock.refusal.code)
setInterval(() => lock, 1000)
`

describe('the lock of a folder', () => {
  test('keeps a second process out, and goes with the first', async () => {
    const folder = fresh()
    const first = await run(holding, folder)
    expect(first.said).toBe('held')
    expect(lockFolder(folder)).toMatchObject({ ok: false, refusal: { code: 'folder.locked' } })
    const second = await run(holding, folder)
    expect(second.said).toBe('folder.locked')
    await end(second.child)
    await end(first.child)
    expect(lockFolder(folder).ok).toBe(true)
  })

  test('is held against a second opening in one process too, until it is released', () => {
    const folder = fresh()
    const first = lockFolder(folder)
    expect(lockFolder(folder).ok).toBe(false)
    if (first.ok) first.value.release()
    const again = lockFolder(folder)
    expect(again.ok).toBe(true)
    if (again.ok) again.value.release()
  })
})

/** Stores what it cosigns and is killed before it can answer. */
const killed = `
const { createWitness } = await import(${here('./witness.ts')})
const { cosigner, body, entriesOf } = await import(${here('./testing.ts')})
const { folderFiles } = await import('@equalizer/tlog/node')
const { testLog } = await import('@equalizer/tlog/testing')
const log = testLog({ origin: 'log.example/killed', entries: entriesOf(9) })
const files = folderFiles(process.argv[1])
const stopping = { ...files, write: async (path, bytes) => {
  await files.write(path, bytes)
  console.log('stored')
  await new Promise(() => setInterval(() => {}, 1000))
} }
const witness = createWitness({ files: stopping, signer: cosigner, logs: [{ vkey: log.vkey }], nowMs: () => 1_800_000_000_000 })
await witness.addCheckpoint(body(log, 0, 5))
console.log('answered')
`

test('killed between storing and answering, it stands by what it stored', async () => {
  const folder = fresh()
  const { child, said } = await run(killed, folder)
  expect(said).toBe('stored')
  await end(child)
  const origin = 'log.example/killed'
  const log = testLog({ origin, entries: entriesOf(9) })
  const other = testLog({ origin, entries: entriesOf(9, 'b') })
  const { witness } = tried([log], folderFiles(folder))
  expect(await witness.addCheckpoint(body(other, 0, 5))).toMatchObject({ status: 409, body: '5\n' })
  expect((await witness.addCheckpoint(body(other, 5, 5))).status).toBe(422)
  expect((await witness.addCheckpoint(body(log, 5, 5))).status).toBe(200)
})
