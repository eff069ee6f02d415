// A long log of one simulated organization: exported into a folder, cosigned by three witnesses, mirrored, and the copy checked
// with no server. All of it holds, and a flipped byte anywhere does not. EQUALIZER_VERIFIED_ENTRIES=100000 makes it as long as that.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMirror, pullOnce } from '@equalizer/mirror'
import { seeded } from '@equalizer/testkit'
import { addSignatures, originHash, parsePolicy, parseVkey, signatureTypes } from '@equalizer/tlog'
import { folderFiles, nativeHashes, nativeVerify, nodeSigner } from '@equalizer/tlog/node'
import { verifyLog } from '@equalizer/verify'
import { folderSource, signatureThreads } from '@equalizer/verify/node'
import { createWitness, followOnce, type LogSource } from '@equalizer/witness'
import { afterAll, expect, test } from 'vitest'
import { exportLog } from './export-log.ts'

const wanted = Number(process.env.EQUALIZER_VERIFIED_ENTRIES ?? 2_000)
const threads = signatureThreads()
let folder = ''
afterAll(async () => {
  await threads.close()
  if (folder) await rm(folder, { recursive: true })
})

const source = (path: string): LogSource => ({
  name: path,
  read: name => readFile(join(path, name)).catch(() => null),
})

test(`${wanted.toLocaleString('en')} entries in a folder`, { timeout: 3_600_000 }, async () => {
  folder = await mkdtemp(join(tmpdir(), 'verified-folder-'))
  const exported = join(folder, 'export')
  const vkey = parseVkey(await exportLog(exported, 'long', wanted))
  if (!vkey.ok) throw new Error(vkey.refusal.reason)
  const origin = vkey.value.name
  const nowMs = () => Date.now()
  const logs = [{ vkey: vkey.value }]

  const lines: string[] = []
  const policy: string[] = [`log ${vkey.value.text}`]
  for (const [i, name] of ['one', 'two', 'three'].entries()) {
    const key = nodeSigner(
      `witness.example/${name}`,
      signatureTypes.cosignature,
      new Uint8Array(32).fill(i + 1),
    )
    const files = folderFiles(join(folder, name))
    const witness = createWitness({ files, signer: key, logs, nowMs, verify: nativeVerify })
    const looked = await followOnce({
      witness,
      origin,
      source: source(exported),
      nowMs,
      verify: nativeVerify,
    })
    expect(looked).toEqual({ kind: 'cosigned', size: wanted })
    const note = (await witness.checkpointOf(originHash(origin))) ?? ''
    lines.push(...note.split('\n').filter(line => line.startsWith(`— witness.example/${name} `)))
    policy.push(`witness ${name} ${key.vkey.text}`)
  }
  const checkpoint = join(exported, 'checkpoint')
  await writeFile(checkpoint, addSignatures(await readFile(checkpoint, 'utf8'), lines))

  const files = folderFiles(join(folder, 'mirror'))
  const mirror = createMirror({ files, signer: null, logs, nowMs, verify: nativeVerify })
  const pulled = await pullOnce({ mirror, origin, source: source(exported) })
  expect(pulled).toMatchObject({ kind: 'copied', size: wanted, entries: wanted })
  const copy = join(folder, 'mirror', originHash(origin))
  for (const name of ['state', 'log.json'])
    await writeFile(join(copy, name), await readFile(join(exported, name)))

  const trusted = parsePolicy([...policy, 'group all all one two three', 'quorum all', ''].join('\n'))
  if (!trusted.ok) throw new Error(trusted.refusal.reason)
  const options = {
    nowMs: nowMs(),
    policy: trusted.value,
    verify: nativeVerify,
    hashes: nativeHashes,
    signatures: threads,
  }
  const report = await verifyLog(folderSource(copy), options)
  expect(report.problem).toBeNull()
  expect(report).toMatchObject({ size: wanted, entries: { replayed: wanted }, state: { size: wanted } })

  const random = seeded('flipped', 'bytes')
  const names = await readdir(copy, { recursive: true })
  const bundles = names.filter(path => /^tile\/.*\d$/.test(path) && !path.endsWith('.p')).sort()
  for (let i = 0; i < 8; ) {
    const path = random.pick(bundles)
    const bytes = await readFile(join(copy, path)).catch(() => null)
    // A folder of further tiles.
    if (bytes === null) continue
    i += 1
    const at = random.whole(0, bytes.length - 1)
    const lied = Uint8Array.from(bytes)
    lied[at] = (bytes[at] as number) ^ (1 << random.whole(0, 7))
    await writeFile(join(copy, path), lied)
    const { problem } = await verifyLog(folderSource(copy), options)
    expect([path, at, problem?.path]).toEqual([path, at, path])
    await writeFile(join(copy, path), bytes)
  }
})
