// `equalizer explain`: why one unit stands where it stands, down to the surfaces and the people.
import type { Command } from 'commander'
import { explainText } from '../report/explain-text.ts'
import { type Context, screenOf } from './context.ts'
import { addSurveyOptions, mustHaveRead, type SurveyFlags, survey } from './survey.ts'
import { unitOf } from './units.ts'

const examples = `
Examples:
  $ equalizer explain technology                 of the repository or evidence in this folder
  $ equalizer explain finance ./evidence

K is the fewest parties that can decide, K_b the fewest that can block, N2 the number of equal parties that shares as
uneven as these work like. A surface scores 100 · ln(least of them) / ln 10: one party 0, two 30, ten or more 100. The
unit stands where the least of its necessary surfaces stands.`

export function addExplain(program: Command, context: Context): void {
  const command = program
    .command('explain')
    .summary('say why a unit stands where it stands')
    .description('Says why a unit stands where it stands: its surfaces, who holds them, what would raise it.')
    .argument('<unit>', 'id of a unit, such as technology')
    .argument('[path]', 'repository, folder, file or charter (default: this folder)')
  addSurveyOptions(command)
    .addHelpText('after', examples)
    .action(async (unit: string, path: string | undefined, flags: SurveyFlags & { color: boolean }) => {
      const { report } = await survey(path, flags, context, [unit])
      const asked = unitOf(report, unit)
      mustHaveRead(report)
      context.out.write(explainText(report, asked, screenOf(context, flags.color)))
    })
}
