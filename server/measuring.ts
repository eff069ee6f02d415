// Measures what the two pages show; a reason comes back where there is nothing to show, so that the other page still can.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accepted, type Result, refused } from '@equalizer/core'
import { prepareSurvey, type SurveyOptions, surveyOrganization } from '@equalizer/evidence'
import type { Report } from '@equalizer/measure'
import { writeOrganization } from '@equalizer/testkit'
import type { Step, Steps } from './steps.ts'

export interface MeasuringOptions {
  /** UTC day, YYYY-MM-DD. */
  readonly asOf: string
  readonly steps: Steps
  readonly signal: AbortSignal
}

/** The seed of the organization that `npm start` shows; its story holds for any. */
export const simulatedSeed = 'northwind'

const counted = new Intl.NumberFormat('en')
const amount = (count: number, one: string, many: string) =>
  `${counted.format(count)} ${count === 1 ? one : many}`

function watched(step: Step): NonNullable<SurveyOptions['onProgress']> {
  return ({ source, done, total, phase }) => {
    if (phase === 'score') step.update('scoring')
    else if (total === null || total === 0) step.update(`${source} ${counted.format(done)}`)
    else step.update(`${source} ${Math.min(100, Math.floor((100 * done) / total))}%`)
  }
}

function summaryOf(report: Report): string {
  const refusal = report.sources.find(source => source.refused)?.refused
  const read = report.sources.reduce((sum, source) => sum + source.observations, 0)
  const rows = report.sources.reduce((sum, source) => sum + source.rowsRefused, 0)
  const from = `${amount(read, 'observation', 'observations')}, ${amount(report.identities.parties, 'party', 'parties')}`
  const bad = rows > 0 ? `, ${amount(rows, 'row', 'rows')} refused` : ''
  return refusal ? `${from}${bad}; a source was refused: ${refusal.reason}` : from + bad
}

/** An abort is thrown on; any other fault becomes the reason why there is no report. */
async function guarded(
  label: string,
  options: MeasuringOptions,
  measure: (step: Step) => Promise<Result<Report>>,
) {
  const step = options.steps.step(label)
  try {
    const report = await measure(step)
    step.done(report.ok ? summaryOf(report.value) : report.refusal.reason)
    return report
  } catch (error) {
    options.signal.throwIfAborted()
    const reason = `Measuring failed: ${error instanceof Error ? error.message : String(error)}`
    step.done(reason)
    console.error(error)
    return refused('server.measuring_failed', reason)
  }
}

async function surveyOf(path: string, options: MeasuringOptions, step: Step): Promise<Result<Report>> {
  const prepared = await prepareSurvey(path, { asOf: options.asOf })
  if (!prepared.ok) return prepared
  const survey = { ...prepared.value, onProgress: watched(step), signal: options.signal }
  return accepted(await surveyOrganization(survey))
}

/** The report of a repository, a folder of evidence, a file or a charter. */
export function measurePath(path: string, label: string, options: MeasuringOptions): Promise<Result<Report>> {
  return guarded(label, options, step => surveyOf(path, options, step))
}

/** The report of the simulated organization, whose record ends on `asOf`; its files are gone when this returns. */
export function measureSimulated(options: MeasuringOptions): Promise<Result<Report>> {
  return guarded('a simulated organization', options, async step => {
    const folder = await mkdtemp(join(tmpdir(), 'equalizer-simulated-'))
    try {
      await writeOrganization(folder, { seed: simulatedSeed, end: options.asOf })
      return await surveyOf(folder, options, step)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}
