// `equalizer decisions`: what is being decided and what was, newest first.
import { type Command, Option } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { limitOption, rowsOf } from '../door/pages.ts'
import { putOut, tableText } from '../door/put-out.ts'
import { stageWords, timeWords } from '../door/words.ts'
import { counting } from '../report/words.ts'
import type { Context } from './context.ts'

interface Flags extends DoorFlags {
  readonly open?: boolean
  readonly past?: boolean
  readonly unit?: string
  readonly limit: number
}

const examples = `
Examples:
  $ equalizer decisions --open           what is being decided; * waits for you
  $ equalizer decisions --unit finance --limit 500 --json`

export function addDecisions(program: Command, context: Context): void {
  const command = program
    .command('decisions')
    .summary('list decisions')
    .description('Lists decisions, newest first; what waits for you has a star.')
    .addOption(new Option('--open', 'only those that are open').conflicts('past'))
    .option('--past', 'only those that are over')
    .option('--unit <id>', 'only those of this unit')
    .addOption(limitOption())
  addDoorOptions(command)
    .addHelpText('after', examples)
    .action((flags: Flags) => list(flags, context))
}

async function list(flags: Flags, context: Context): Promise<void> {
  const { call, value, organization } = await connect(flags, context)
  const state = flags.open ? 'open' : flags.past ? 'past' : 'all'
  const { rows } = await rowsOf(flags.limit, async (cursor: string | undefined, limit) => {
    const input = { organization, state, unit: flags.unit, cursor, limit } as const
    const page = await value(call('GET /api/organizations/{organization}/decisions', input))
    return { rows: page.decisions, next: page.next }
  })
  putOut(context, flags, rows, () => {
    if (rows.length === 0) return counting(0, 'decision')
    return tableText(
      rows.map(({ id, waits, phase, due, stage, unit, title }) => [
        waits ? '*' : '',
        id,
        due === null ? phase : `${phase} until ${timeWords(due)}`,
        stageWords(stage),
        unit,
        title,
      ]),
    )
  })
}
