// A survey: reads every source of a charter once, merges identities, measures every unit, and reports all of it.
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Charter, Refusal, Source } from '@equalizer/core'
import { dayOfDate, type Report, type SameClaim, type SourceReport } from '@equalizer/measure'
import { SourceRefused } from '../reader.ts'
import { readers } from '../readers.ts'
import { createLedger } from '../reading/ledger.ts'
import { assembleReport } from './assemble.ts'
import { Intake, type Taken } from './intake.ts'
import { sourceReport } from './source-report.ts'

export interface SurveyProgress {
  /** The charter's id of the source. */
  readonly source: string
  readonly kind: Source['kind']
  /** Bytes or rows; `total` is null when nobody can know. */
  readonly done: number
  readonly total: number | null
  readonly phase: 'read' | 'score'
}

export interface SurveyOptions {
  readonly charter: Charter
  /** False: it was inferred, and surfaces that turn out to have no evidence are left out. */
  readonly charterGiven: boolean
  /** Absolute; source paths are relative to it and stay inside it. */
  readonly folder: string
  /** UTC day, YYYY-MM-DD; later evidence is left out. */
  readonly asOf: string
  readonly allowOutside?: boolean
  readonly notes?: readonly string[]
  readonly onProgress?: (progress: SurveyProgress) => void
  readonly signal?: AbortSignal
}

interface ReadSource {
  readonly report: SourceReport
  readonly claims: readonly SameClaim[]
  readonly later: number
}

/**
 * Reads, merges, measures. A source that cannot be read is reported as refused and the others are still measured; an
 * aborted signal rejects with its reason.
 */
export async function surveyOrganization(options: SurveyOptions): Promise<Report> {
  const { charter, asOf } = options
  const intake = new Intake(charter, dayOfDate(asOf))
  const sources: ReadSource[] = []
  for (const source of charter.sources) sources.push(await readSource(source, intake, options))
  options.onProgress?.({ source: '', kind: 'table', done: 0, total: null, phase: 'score' })

  const { report } = assembleReport({
    charter,
    charterGiven: options.charterGiven,
    asOf,
    intake,
    claims: sources.flatMap(source => source.claims),
    sources: sources.map(source => source.report),
    later: sources.reduce((sum, source) => sum + source.later, 0),
    ...(options.notes ? { notes: options.notes } : {}),
  })
  return report
}

async function readSource(source: Source, intake: Intake, options: SurveyOptions): Promise<ReadSource> {
  const ledger = createLedger({
    onProgress: (done, total) =>
      options.onProgress?.({ source: source.id, kind: source.kind, done, total, phase: 'read' }),
  })
  const taken: Taken = { observations: 0, duplicates: 0, unrouted: 0, later: 0 }
  let refusal: Refusal | null = null
  let bytes: number | null = null
  try {
    const path = await safePath(source, options)
    const found = await stat(path)
    bytes = found.isFile() ? found.size : null
    const context = { source, path, ledger, ...(options.signal ? { signal: options.signal } : {}) }
    for await (const batch of readers[source.kind].read(context)) {
      options.signal?.throwIfAborted()
      for (const observation of batch) intake.take(observation, taken)
    }
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
    refusal = error.refusal
  }
  return {
    report: sourceReport(source, ledger.account(), taken, bytes, refusal),
    claims: ledger.claims(),
    later: taken.later,
  }
}

/** The source's absolute path, which must stay inside the charter's folder, symbolic links followed. */
async function safePath(source: Source, options: SurveyOptions): Promise<string> {
  const path = resolve(options.folder, source.path)
  const real = await realpath(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? `there is no ${source.path}` : `${source.path} cannot be opened`
    throw new SourceRefused({
      code: 'evidence.not_found',
      reason,
      facts: { what: 'path', path: source.path },
    })
  })
  const inside = relative(await realpath(options.folder), real)
  const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  if (outside && !options.allowOutside) {
    const reason = `${source.path} lies outside the charter's folder; --allow-outside reads it all the same`
    throw new SourceRefused({ code: 'evidence.outside_folder', reason, facts: { path: source.path } })
  }
  return real
}
