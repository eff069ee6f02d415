// A mirror that takes over a whole log, every entry held to the signed root before it is stored, against copying the same
// files. EQUALIZER_BENCH_MIRRORED says how many entries.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createMirror, pullOnce } from '@equalizer/mirror'
import { folderFiles, nativeVerify } from '@equalizer/tlog/node'
import type { LogSource } from '@equalizer/witness'
import { type Bench, type BenchLine, compare } from './bench.ts'
import { type LogFolder, writeLogFolder } from './log-folder.ts'

const entries = Number(process.env.EQUALIZER_BENCH_MIRRORED ?? 1_000_000)
/** After one to warm up: a million entries take a while. */
const rounds = 1
/** As many files under way as the mirror has. */
const atOnce = 8

/** A ballot: the shortest and by far the most frequent of all entries. */
function ballot(seq: number): Uint8Array {
  const person = `p-${seq.toString(36).padStart(10, '0')}`
  const atMs = 1_790_000_000_000 + seq * 40
  const data = `{"again":false,"choice":${seq % 2},"firstMs":${atMs},"person":"${person}","phase":"vote","weight":"1"}`
  const event = `{"data":${data},"stream":"decision/D-7","type":"decision.ballot_cast"}`
  const command = `{"choice":${seq % 2},"decision":"D-7","kind":"ballot"}`
  return Buffer.from(
    `{"atMs":${atMs},"by":"${person}","command":${command},"events":[${event}],"seq":${seq}}`,
  )
}

const folderSource = (folder: string): LogSource => ({
  name: 'folder',
  read: path => readFile(join(folder, path)).catch(() => null),
})

async function mirrored(from: string, to: string, { origin, vkey }: LogFolder): Promise<number> {
  const files = folderFiles(to)
  const mirror = createMirror({
    files,
    signer: null,
    logs: [{ vkey }],
    nowMs: Date.now,
    verify: nativeVerify,
  })
  const pulled = await pullOnce({ mirror, origin, source: folderSource(from), atOnce })
  if (pulled.kind !== 'copied' || pulled.size !== entries) throw new Error(JSON.stringify(pulled))
  return pulled.entries
}

/** Each file written as durably as the mirror writes it: beside its place, flushed, and moved there. */
async function copiedDurably(from: string, to: string): Promise<number> {
  const files = folderFiles(to)
  const paths = readdirSync(from, { recursive: true, withFileTypes: true }).flatMap(one =>
    one.isFile() ? [relative(from, join(one.parentPath, one.name))] : [],
  )
  let next = 0
  async function work(): Promise<void> {
    for (let path = paths[next++]; path !== undefined; path = paths[next++])
      await files.write(path, await readFile(join(from, path)))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return paths.length
}

export const mirrorBench: Bench = {
  name: 'mirror',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-mirror-'))
    try {
      const from = join(folder, 'log')
      const log = writeLogFolder(from, entries, ballot)
      const copies = join(folder, 'copies')
      let copied = 0
      // Removing them is not timed.
      const into = () => join(copies, String(copied++))
      async function line(baseline: string, theirs: () => unknown): Promise<BenchLine> {
        const compared = await compare({
          name: `${entries.toLocaleString('en')} entries mirrored`,
          baseline,
          rounds,
          limit: null,
          ours: () => mirrored(from, into(), log),
          theirs,
        })
        rmSync(copies, { recursive: true })
        return compared
      }
      const durable = await line('the same files copied, each on the disk as the mirror has it', () =>
        copiedDurably(from, into()),
      )
      const plain = await line('the same files copied, as cp does', () => {
        cpSync(from, into(), { recursive: true })
        return log.files
      })
      const mebibytes = (log.bytes / 2 ** 20).toFixed(0)
      return {
        lines: [durable, plain],
        notes: [
          `One round after one to warm up. ${log.files.toLocaleString('en')} files, ${mebibytes} MiB, read from a folder, so that no network hides the work. The mirror hashes every entry, comes to the root that the log signed, and flushes each file before the checkpoint is there.`,
          `${Math.round((entries / durable.ms) * 1_000).toLocaleString('en')} entries a second.`,
        ],
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
