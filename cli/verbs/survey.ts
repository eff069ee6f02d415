// The way from a path on the command line to a report, shared by the verbs that measure.
import { basename, dirname, resolve } from 'node:path'
import { problemLine } from '@equalizer/core'
import { type Prepared, prepareSurvey, type SurveyOptions, surveyOrganization } from '@equalizer/evidence'
import type { Report } from '@equalizer/measure'
import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import { Stop } from '../stop.ts'
import { Progress } from '../terminal/progress.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from './context.ts'
import { namedOf } from './units.ts'

export interface SurveyFlags {
  readonly charter?: string
  readonly asOf?: string
  readonly allowOutside?: boolean
  readonly quiet?: boolean
}

export interface Surveyed {
  readonly report: Report
  readonly options: SurveyOptions
  /** Absolute paths of all that was read, which no output may replace. */
  readonly inputs: readonly string[]
}

/** A day of the calendar. */
function day(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) {
    throw new InvalidArgumentError('It is a day, YYYY-MM-DD.')
  }
  return text
}

/** The options that every measuring verb has. */
export function addSurveyOptions(command: Command): Command {
  return command
    .option('--charter <file>', 'a charter that lies elsewhere; its sources are looked for in [path]')
    .addOption(
      new Option('--as-of <day>', 'as it stood at the end of that day, YYYY-MM-DD, UTC').argParser(day),
    )
    .option('--allow-outside', "read sources that lie outside the charter's folder")
    .option('--quiet', 'no progress; measure shows no table either')
    .option('--no-color', 'no colours (so does the variable NO_COLOR)')
}

/** Refuses (`cli.usage`) an unknown one of `asked`, ids of units, before anything is read: reading may take minutes. */
export async function survey(
  path: string | undefined,
  flags: SurveyFlags,
  context: Context,
  asked: readonly string[] = [],
): Promise<Surveyed> {
  const at = path ?? (flags.charter === undefined ? '.' : dirname(flags.charter))
  const prepared = await prepareSurvey(at, {
    asOf: flags.asOf ?? context.today,
    ...(flags.charter === undefined ? {} : { charterFile: flags.charter }),
    ...(flags.allowOutside ? { allowOutside: true } : {}),
  })
  const options = must(prepared, flags.charter ?? at)
  for (const id of asked) namedOf(options.charter.units, id)
  const progress = new Progress(context.err, context.nowMs)
  try {
    const report = await surveyOrganization({
      ...options,
      signal: context.signal,
      ...(flags.quiet ? {} : { onProgress: progress.show }),
    })
    return { report, options, inputs: inputsOf(options, at, flags.charter) }
  } finally {
    progress.clear()
  }
}

function must(prepared: Prepared, name: string): SurveyOptions {
  if (prepared.ok) return prepared.value
  const { refusal, problems } = prepared
  const file = String(refusal.facts.file ?? basename(name))
  const count = problems.filter(problem => problem.severity === 'error').length
  if (count === 0) throw new Stop({ ...refusal, reason: `${harmless(refusal.reason)}.` })
  const reason = `${harmless(file)} has ${count === 1 ? 'one problem' : `${count} problems`}; nothing was measured.`
  throw new Stop(
    { ...refusal, reason },
    problems.map(problem => harmless(problemLine(problem, file))),
  )
}

function inputsOf({ folder, charter }: SurveyOptions, at: string, charterFile: string | undefined): string[] {
  const sources = charter.sources.map(source => resolve(folder, source.path))
  const names = ['equalizer.yaml', 'equalizer.yml', 'equalizer.json'].map(name => resolve(folder, name))
  return [...sources, ...names, resolve(at), ...(charterFile === undefined ? [] : [resolve(charterFile)])]
}

/** Refuses (bad input) when there were sources and none could be read. */
export function mustHaveRead(report: Report): void {
  const refused = report.sources.flatMap(source =>
    source.refused ? [{ source, refused: source.refused }] : [],
  )
  if (report.sources.length === 0 || refused.length < report.sources.length) return
  const lines = refused.map(({ source, refused }) =>
    harmless(`${source.id} (${source.path}): ${refused.reason}`),
  )
  const gitMissing = refused.every(({ refused }) => refused.code === 'evidence.git_missing')
  const code = gitMissing ? 'cli.unavailable' : 'evidence.all_refused'
  throw new Stop({ code, reason: 'No source could be read; nothing was measured.' }, lines)
}
