// `equalizer answer`: the published answer to advice that was not to do it.
import { type Command, Option } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { send } from '../door/send.ts'
import { Stop } from '../stop.ts'
import type { Context } from './context.ts'

interface Flags extends DoorFlags {
  readonly proceed?: boolean
  readonly giveUp?: boolean
  readonly reason: string
}

const examples = `
Examples:
  $ equalizer answer D-17 --proceed --reason "The contract ends on Friday"
  $ equalizer answer D-17 --give-up --reason "You are right"`

export function addAnswer(program: Command, context: Context): void {
  const command = program
    .command('answer')
    .summary('answer advice that was against it')
    .description(
      'Answers advice that was not to do it: going on needs a published reason, and so does giving up.',
    )
    .argument('<decision>', 'such as D-17')
    .addOption(new Option('--proceed', 'do it all the same').conflicts('giveUp'))
    .option('--give-up', 'follow the advice')
    .requiredOption('--reason <text>', 'published')
  addDoorOptions(command)
    .addHelpText('after', examples)
    .action(async (decision: string, flags: Flags) => {
      if (!flags.proceed && !flags.giveUp) {
        throw new Stop({ code: 'cli.usage', reason: 'An answer says --proceed or --give-up.' })
      }
      const answer = { decision, proceed: flags.proceed === true, reason: flags.reason }
      await send(await connect(flags, context), { kind: 'answer', ...answer }, { context, flags })
    })
}
