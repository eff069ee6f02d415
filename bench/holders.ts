// A list of 252,803 holders, from the gzipped file to metrics and to the score, against gunzipping the file alone.
import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createGunzip } from 'node:zlib'
import { charterSchema } from '@equalizer/core'
import { createLedger, readers, surveyOrganization } from '@equalizer/evidence'
import { concentrationProfile } from '@equalizer/measure'
import { sharedData } from '@equalizer/testkit/shared-data'
import { type Bench, compare } from './bench.ts'

const rounds = 5
const list = 'tokens/uni_distribution.csv.gz'

export const holdersBench: Bench = {
  name: 'holders',
  async run() {
    const path = sharedData(list)
    if (path === null) return { lines: [], notes: [`Not measured: the shared data set ${list} is absent.`] }
    const against = { baseline: 'read and gunzip the file', rounds, limit: null, theirs: () => gunzip(path) }
    const metrics = await compare({
      name: 'file to rows and metrics',
      ...against,
      ours: () => metricsOf(path),
    })
    const score = await compare({ name: 'file to score: a survey', ...against, ours: () => scoreOf(path) })
    return {
      lines: [
        { ...metrics, peakBytes: await peakApart('metrics', path) },
        { ...score, peakBytes: await peakApart('score', path) },
      ],
      notes: [
        'The file is 7.2 MB, 20.4 MB of text. Memory is the most above the start, of a process that does it once.',
        'The rows stream; what is kept is one amount per holder, and in a survey the holders and their ids.',
      ],
    }
  },
}

/** In a process of its own, because memory that an earlier round took is not given back. */
async function peakApart(work: 'metrics' | 'score', path: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), work, path])
  return Number(stdout)
}

async function gunzip(path: string): Promise<number> {
  let bytes = 0
  for await (const chunk of createReadStream(path).pipe(createGunzip())) bytes += (chunk as Buffer).length
  return bytes
}

async function metricsOf(path: string) {
  const source = { id: 'holders', kind: 'holders', path: basename(path), asset: 'UNI' } as const
  const weights: bigint[] = []
  for await (const batch of readers.holders.read({ source, path, ledger: createLedger() })) {
    for (const { weight } of batch) weights.push(weight)
  }
  return concentrationProfile(weights)
}

async function scoreOf(path: string) {
  const evidence = [{ source: 'holders', kinds: ['balance.held'] }]
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'bench', name: 'Bench' },
    sources: [{ id: 'holders', kind: 'holders', path: basename(path), asset: 'UNI' }],
    units: [{ id: 'token', name: 'Token', surfaces: [{ id: 'power', name: 'Voting power', evidence }] }],
  })
  const report = await surveyOrganization({
    charter,
    charterGiven: true,
    folder: dirname(path),
    asOf: '2026-11-21',
  })
  return report.units[0]?.measured.score
}

const [work, path] = process.argv.slice(2)
if (import.meta.main && path !== undefined) {
  const start = process.memoryUsage.rss()
  await (work === 'score' ? scoreOf(path) : metricsOf(path))
  console.log(process.resourceUsage().maxRSS * 1024 - start)
}
