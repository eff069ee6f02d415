// A long log of one simulated organization, copied into a folder and checked there with no server: all of it holds, and a flipped
// byte does not. EQUALIZER_VERIFIED_ENTRIES=100000 makes it as long as that.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { capabilities } from '@equalizer/capabilities'
import { type Command, canonical, chainAnchor, createKernel, createLedger, type Tick } from '@equalizer/core'
import { hexOf, seeded } from '@equalizer/testkit'
import { nativeVerify } from '@equalizer/tlog/node'
import { verifyLog } from '@equalizer/verify'
import { folderSource, nativeLeafHash, signatureThreads } from '@equalizer/verify/node'
import { publish } from '@equalizer/verify/testing'
import { afterAll, expect, test } from 'vitest'
import { createMirror } from './mirror.ts'
import { stewards } from './random-rules.ts'
import { randomStep } from './random-steps.ts'
import { setUp } from './set-up.ts'
import { measureOf, simulationStart } from './simulate.ts'

const wanted = Number(process.env.EQUALIZER_VERIFIED_ENTRIES ?? 2_000)
const drawsLength = 100_000
const threads = signatureThreads()
let folder = ''
afterAll(async () => {
  await threads.close()
  if (folder) await rm(folder, { recursive: true })
})

/** Whoever is gone for good does nothing more: an organization that loses everybody writes no long log. */
const ends = (command: Command | Tick) =>
  command.kind === 'erase' || (command.kind === 'act' && /dismiss|erase/.test(command.act.type))

function longLog(seed: string): { readonly texts: readonly string[]; readonly nowMs: number } {
  const random = seeded(seed, 'steps')
  const chain = [hexOf(`${seed} draws`, 64)]
  for (let i = 0; i < drawsLength; i += 1) chain.push(chainAnchor(chain.at(-1) ?? '', 1))
  const kernel = createKernel(capabilities)
  const ledger = createLedger(kernel, {
    measure: measureOf(seed),
    draw: seq => chain[drawsLength - seq] ?? null,
  })
  const mirror = createMirror(kernel)
  const texts: string[] = []
  let nowMs = simulationStart
  const note = (text: string) => {
    texts.push(text)
    mirror.take(text)
  }
  note(
    canonical(
      ledger.found({ stewards, draws: { anchor: chain[drawsLength] ?? '', length: drawsLength } }, nowMs),
    ),
  )
  const begin = setUp(seeded(seed, 'set up'))
  for (let step = 0; texts.length < wanted; step += 1) {
    if (step > 100 * wanted) throw new Error(`after ${texts.length} entries nothing happens any more`)
    const { command, by, afterMs } = begin[step] ?? randomStep(random, mirror, nowMs)
    if (ends(command)) continue
    nowMs += afterMs
    const sent = ledger.send(command, by, nowMs)
    if (sent.ok) note(canonical(sent.value.entry))
  }
  // The machine's clock may have been put back meanwhile.
  return { texts, nowMs: ledger.now(nowMs).atMs }
}

test(`${wanted.toLocaleString('en')} entries in a folder`, { timeout: 3_600_000 }, async () => {
  folder = await mkdtemp(join(tmpdir(), 'verified-folder-'))
  const { texts, nowMs } = longLog('a long log')
  const { files, log } = await publish(texts)
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const options = {
    nowMs,
    vkeys: [log.vkey],
    verify: nativeVerify,
    leafHash: nativeLeafHash,
    signatures: threads,
  }
  const report = await verifyLog(folderSource(folder), options)
  expect(report.problem).toBeNull()
  expect(report).toMatchObject({ size: wanted, entries: { replayed: wanted }, state: { size: wanted } })
  const random = seeded('flipped', 'bytes')
  const bundles = [...files.keys()].filter(path => path.startsWith('tile/'))
  for (let i = 0; i < 8; i += 1) {
    const path = random.pick(bundles)
    const bytes = await readFile(join(folder, path))
    const at = random.whole(0, bytes.length - 1)
    const lied = Uint8Array.from(bytes)
    lied[at] = (bytes[at] as number) ^ (1 << random.whole(0, 7))
    await writeFile(join(folder, path), lied)
    const { problem } = await verifyLog(folderSource(folder), options)
    expect([path, at, problem?.path]).toEqual([path, at, path])
    await writeFile(join(folder, path), bytes)
  }
})
