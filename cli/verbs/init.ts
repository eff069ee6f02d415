// `equalizer init`: writes a charter, by asking or, with --yes, as proposed from the evidence that was found.
import { lstat, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Charter, inferCharter, writeCharter } from '@equalizer/core'
import { charterIn, findSources, surveyOrganization } from '@equalizer/evidence'
import type { Command } from 'commander'
import { writeOutput } from '../output/write-file.ts'
import { Stop } from '../stop.ts'
import { Progress } from '../terminal/progress.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from './context.ts'
import type { Questions } from './questions.ts'

interface InitFlags {
  readonly yes?: boolean
  readonly force?: boolean
  readonly name?: string
  readonly schema?: string
}

const examples = `
Examples:
  $ equalizer init                    asks, in this folder
  $ equalizer init ./evidence --yes   takes what is proposed
`

export function addInit(program: Command, context: Context): void {
  program
    .command('init')
    .summary('write a charter by asking')
    .description(
      'Looks for evidence at [path], asks what it is about, and writes the charter equalizer.yaml there.',
    )
    .argument('[path]', 'folder (default: this one)')
    .option('--yes', 'ask nothing and take what is proposed')
    .option('--force', 'write over a charter that is there')
    .option('--name <name>', "the organization's name")
    .option('--schema <place>', 'path or address of charter.schema.json, for your editor')
    .addHelpText('after', examples)
    .action((path: string | undefined, flags: InitFlags) => init(path ?? '.', flags, context))
}

async function init(path: string, flags: InitFlags, context: Context): Promise<void> {
  const folder = resolve(path)
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory())
    throw new Stop({ code: 'survey.not_found', reason: `There is no folder ${path}.` })
  const interactive = context.input.isTTY === true && context.out.isTTY === true
  if (!flags.yes && !interactive) {
    const reason = 'init asks, and there is no terminal to ask on; --yes takes what is proposed.'
    throw new Stop({ code: 'cli.usage', reason })
  }
  const questions = flags.yes
    ? proposed(flags.force === true)
    : (await import('./init-questions.ts')).askedQuestions(flags.force === true)
  const target = (await charterIn(folder)) ?? join(folder, 'equalizer.yaml')
  if (await exists(target)) {
    if (!(await questions.overwrite(basename(target)))) return
  }
  const { sources, reasons } = await findSources(folder)
  const name = flags.name ?? (await questions.name(basename(folder) || 'Our organization'))
  const inferred = inferCharter({ name, sources: await questions.sources(sources, reasons) })
  const charter = await measurable(inferred.charter, folder, context)
  const written = writeCharter(
    { ...charter, units: await questions.units(charter) },
    flags.schema === undefined ? {} : { schema: flags.schema },
  )
  await writeOutput(target, written)
  context.out.write(nextWords(target, charter))
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null
}

function proposed(force: boolean): Questions {
  return {
    name: async name => name,
    overwrite: async file => {
      if (force) return true
      throw new Stop({
        code: 'cli.cannot_write',
        reason: `There is ${file} already; --force writes over it.`,
      })
    },
    sources: async found => found,
    units: async charter => charter.units,
  }
}

/**
 * Only the surfaces that have evidence: one that stands in a charter and has none keeps its unit from being scored, which
 * nobody would have asked for.
 */
async function measurable(charter: Charter, folder: string, context: Context): Promise<Charter> {
  const progress = new Progress(context.err, context.nowMs)
  try {
    const report = await surveyOrganization({
      charter,
      charterGiven: false,
      folder,
      asOf: context.today,
      signal: context.signal,
      onProgress: progress.show,
    })
    const seen = new Map(
      report.units.map(unit => [unit.id, new Set(unit.surfaces.map(surface => surface.id))]),
    )
    const units = charter.units.map(unit => ({
      ...unit,
      surfaces: unit.surfaces.filter(surface => seen.get(unit.id)?.has(surface.id)),
    }))
    return { ...charter, units }
  } finally {
    progress.clear()
  }
}

function nextWords(target: string, { sources, units }: Charter): string {
  const near = relative('', target)
  const file = near.startsWith('..') ? target : near
  const measured = units.filter(unit => unit.surfaces.length > 0).length
  const found =
    sources.length === 0
      ? 'No evidence was recognised here: name your sources in it.'
      : `${sources.length} ${sources.length === 1 ? 'source' : 'sources'} found, telling about ${measured} of ${units.length} units.`
  return `Wrote ${harmless(file)}. ${found}
Next: put in people and their handles, and the sliders you declare; then
  equalizer charter check ${harmless(file)}
  equalizer measure ${harmless(dirname(file))}
`
}
