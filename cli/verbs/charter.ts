// `equalizer charter check`: every problem of a charter file, with its place, before anything is measured.
import { basename } from 'node:path'
import { problemLine } from '@equalizer/core'
import { charterIn, readCharterFile } from '@equalizer/evidence'
import type { Command } from 'commander'
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'
import { addCharterFile } from './charter-file.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer charter check                      equalizer.yaml in this folder
  $ equalizer charter check org/equalizer.yaml`

export function addCharter(program: Command, context: Context): void {
  const charter = program
    .command('charter')
    .summary('check, export or import a charter')
    .description('Works on the charter file.')
  charter
    .command('check')
    .description(
      'Lists all that is wrong with a charter: file, line, column, what is wrong, what was expected.',
    )
    .argument('[file]', 'the charter (default: equalizer.yaml in this folder)')
    .addHelpText('after', examples)
    .action((file: string | undefined) => check(file, context))
  addCharterFile(charter, context)
}

async function check(file: string | undefined, { out }: Context): Promise<void> {
  const path = file ?? (await charterIn(process.cwd()))
  if (path === null) {
    const reason = 'There is no equalizer.yaml here; equalizer init writes one.'
    throw new Stop({ code: 'charter.not_found', reason })
  }
  const name = harmless(file ?? basename(path))
  const read = await readCharterFile(path)
  const lines = (read.ok ? read.warnings : read.problems).map(problem => harmless(problemLine(problem, name)))
  if (!read.ok) {
    const errors = read.problems.filter(problem => problem.severity === 'error').length
    const reason =
      errors === 0
        ? `${read.refusal.reason}.`
        : `${name} has ${errors === 1 ? 'one problem' : `${errors} problems`}.`
    throw new Stop({ ...read.refusal, reason }, lines)
  }
  const { units, sources, people } = read.value
  const warned =
    lines.length === 0 ? '' : ` (${lines.length === 1 ? 'one warning' : `${lines.length} warnings`})`
  const holds = [
    `${units.length} ${units.length === 1 ? 'unit' : 'units'}`,
    `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}`,
    `${people.length} ${people.length === 1 ? 'person' : 'people'}`,
  ].join(', ')
  out.write([...lines, `${name} is in order${warned}: ${holds}.`, ''].join('\n'))
}
