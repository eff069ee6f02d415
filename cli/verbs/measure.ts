// `equalizer measure`: reads the evidence and shows, as a table or in files, where control sits.
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { reportCsv } from '../output/csv.ts'
import { reportPage } from '../output/page.ts'
import { checkOutput, writeOutput } from '../output/write-file.ts'
import { reportText } from '../report/report-text.ts'
import { Stop } from '../stop.ts'
import { type Context, screenOf } from './context.ts'
import { addSurveyOptions, mustHaveRead, type Surveyed, type SurveyFlags, survey } from './survey.ts'
import { notMet, type Threshold, threshold } from './threshold.ts'
import { unitsOf } from './units.ts'

interface MeasureFlags extends SurveyFlags {
  readonly unit?: readonly string[]
  /** true: to the standard output. */
  readonly json?: string | true
  readonly csv?: string | true
  readonly html?: string | true
  readonly failUnder?: readonly Threshold[]
  readonly color: boolean
}

const examples = `
Examples:
  $ equalizer measure                                  the repository or evidence in this folder
  $ equalizer measure ../repo --as-of 2026-06-30       as it stood at the end of that day
  $ equalizer measure ./evidence --html report.html    one self-contained page
  $ equalizer measure votes.csv.gz                     one file, recognised by what is in it
  $ equalizer measure . --json | jq .units             the whole report, for programs
  $ equalizer measure . --quiet --fail-under 10 --fail-under finance=30    for a pipeline

[path] is a git repository, a folder of evidence, one file of it, or a charter. Where there is an equalizer.yaml it says
what is measured; without one the usual units are inferred, and the report says what was inferred.`

export function addMeasure(program: Command, context: Context): void {
  const command = program
    .command('measure')
    .summary('measure where control sits')
    .description('Reads the evidence at [path] and shows where control sits.')
    .argument('[path]', 'repository, folder, file or charter (default: this folder)')
    .addOption(
      new Option('--unit <id>', 'show only this unit in the table and the CSV; repeatable').argParser(
        (id: string, before: string[] | undefined) => [...(before ?? []), id],
      ),
    )
    .option('--json [file]', 'the whole report as JSON, to a file or instead of the table')
    .option('--csv [file]', 'a row for each surface, to a file or instead of the table')
    .option('--html [file]', 'the report as one page, to a file or instead of the table')
    .addOption(
      new Option(
        '--fail-under <n>',
        'end with 1 when a unit scores less: 30, or finance=30; repeatable',
      ).argParser(threshold),
    )
  addSurveyOptions(command)
    .addHelpText('after', examples)
    .action((path: string | undefined, flags: MeasureFlags) => measure(path, flags, context))
}

async function measure(path: string | undefined, flags: MeasureFlags, context: Context): Promise<void> {
  const toOutput = [flags.json, flags.csv, flags.html].filter(flag => flag === true)
  if (toOutput.length > 1) {
    const reason =
      'Only one of --json, --csv and --html can go to the standard output; name files for the others.'
    throw new Stop({ code: 'cli.usage', reason })
  }
  await mustBeOutputs([flags.json, flags.csv, flags.html].filter(flag => typeof flag === 'string'))
  const thresholds = flags.failUnder ?? []
  const asked = [...(flags.unit ?? []), ...thresholds.flatMap(({ unit }) => unit ?? [])]
  const surveyed = await survey(path, flags, context, asked)
  const { report } = surveyed
  const units = unitsOf(report, flags.unit)
  mustHaveRead(report)
  await putOut(surveyed, units, flags, context)
  if (toOutput.length === 0 && !flags.quiet) {
    context.out.write(reportText(report, units, screenOf(context, flags.color)))
  }
  const missed = notMet(report, thresholds)
  for (const sentence of missed) context.err.write(`equalizer: ${sentence}\n`)
  if (missed.length > 0) context.exit(exitCodes.notMet)
}

/** Refuses before the reading, which may take minutes, what could not be written after it. */
async function mustBeOutputs(targets: readonly string[]): Promise<void> {
  if (targets.includes('')) throw new Stop({ code: 'cli.usage', reason: 'An output file has no name.' })
  const twice = targets.find((target, i) => targets.slice(0, i).some(one => resolve(one) === resolve(target)))
  if (twice !== undefined) {
    throw new Stop({ code: 'cli.usage', reason: `${twice} is named for two outputs; name a file for each.` })
  }
  for (const target of targets) await checkOutput(target)
}

async function putOut(
  { report, inputs }: Surveyed,
  units: ReturnType<typeof unitsOf>,
  flags: MeasureFlags,
  context: Context,
): Promise<void> {
  const forms: readonly (readonly [string | true | undefined, () => string | Promise<string>])[] = [
    [flags.json, () => `${JSON.stringify(report, null, 2)}\n`],
    [flags.csv, () => reportCsv(report, units)],
    [flags.html, () => reportPage(report)],
  ]
  for (const [target, text] of forms) {
    if (target === undefined) continue
    if (target === true) context.out.write(await text())
    else {
      await writeOutput(target, await text(), inputs)
      if (!flags.quiet) context.err.write(`equalizer: wrote ${target}\n`)
    }
  }
}
