// Checking and replaying a published log: against hashing its bytes, and with signed ballots against checking signatures alone.
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { nativeHashes, nativeVerify } from '@equalizer/tlog/node'
import { verifyLog } from '@equalizer/verify'
import { folderSource, signatureThreads } from '@equalizer/verify/node'
import type { Bench, BenchLine, BenchResult } from './bench.ts'
import { type BallotLog, type SignedStore, voters, writeBallots } from './verify-log.ts'

const ballots = Number(process.env.EQUALIZER_BENCH_BALLOTS ?? 1_000_000)
const threads = availableParallelism()
const batch = 2_048
const mostOfSignatures = 1.3

/** Milliseconds of the processors' time, of all threads: what others do on the machine meanwhile does not count. */
async function processorMs(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

function line(
  name: string,
  ms: number,
  baseline: string,
  baselineMs: number,
  limit: number | null,
): BenchLine {
  return {
    name,
    ms,
    baseline,
    baselineMs,
    ratio: ms / baselineMs,
    limit,
    peakBytes: null,
    peakLimitBytes: null,
  }
}

async function verified(folder: string, { writer, nowMs }: BallotLog, signed: boolean): Promise<void> {
  const checker = signed ? signatureThreads(threads) : { check: async () => -1, close: async () => {} }
  const report = await verifyLog(folderSource(folder), {
    nowMs,
    vkeys: [writer.vkey],
    verify: nativeVerify,
    hashes: nativeHashes,
    signatures: checker,
  })
  await checker.close()
  if (!report.ok) throw new Error(`The log does not hold: ${JSON.stringify(report.problem)}`)
  if (report.ballots.signed !== ballots) throw new Error('Not every ballot was looked at')
}

/** Handed to the same threads, as ready as they can be: those from `from` to before `to`. */
async function signaturesAlone(signed: SignedStore, from: number, to: number): Promise<void> {
  const checker = signatureThreads(threads)
  const waiting = new Set<Promise<void>>()
  for (let at = from; at < to; at += batch) {
    const one = checker.check(signed.slice(at, Math.min(to, at + batch))).then(first => {
      waiting.delete(one)
      if (first !== -1) throw new Error('A signature does not hold')
    })
    waiting.add(one)
    if (waiting.size > 2 * threads) await Promise.race(waiting)
  }
  await Promise.all(waiting)
  await checker.close()
}

async function hashed(folder: string): Promise<void> {
  const hash = createHash('sha256')
  const bundles = await readdir(join(folder, 'tile', 'entries'), { recursive: true, withFileTypes: true })
  for (const file of bundles) if (file.isFile()) hash.update(await readFile(join(file.parentPath, file.name)))
  if (hash.digest().length !== 32) throw new Error('There is no hash')
}

async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-verify-'))
  try {
    const made = writeBallots(folder, ballots)
    const { size, bytes } = made.writer
    const entries = `${size.toLocaleString('en')} entries`
    const hashMs = await processorMs(() => hashed(folder))
    const half = Math.floor(made.signed.size / 2)
    const unsignedMs = await processorMs(() => verified(folder, made, false))
    const before = await processorMs(() => signaturesAlone(made.signed, 0, half))
    const allMs = await processorMs(() => verified(folder, made, true))
    // Half before and half after, so that a machine that grows slower or quicker meanwhile does so for both.
    const aloneMs = before + (await processorMs(() => signaturesAlone(made.signed, half, made.signed.size)))
    const rate = Math.round((1_000 * size) / unsignedMs).toLocaleString('en')
    return {
      lines: [
        line(
          `${entries} verified and replayed, signatures of ballots apart`,
          unsignedMs,
          'SHA-256 of the same bytes',
          hashMs,
          null,
        ),
        line(
          `${entries} verified and replayed with ${ballots.toLocaleString('en')} signed ballots`,
          allMs,
          'native Ed25519 of the same signatures alone, in as many threads',
          aloneMs,
          mostOfSignatures,
        ),
      ],
      notes: [
        `Time of all processors together, ${threads} threads; one run. ${(bytes / 1e6).toFixed(0)} MB of entries, ${voters} voters.`,
        `${rate} entries a second and core are decided again.`,
        ...(ballots < 1_000_000
          ? ['Starting up weighs more in a log this short: the limit is for 1,000,000 ballots.']
          : []),
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const verifyBench: Bench = { name: 'verify', run }
