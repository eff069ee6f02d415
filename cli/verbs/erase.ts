// `equalizer erase`: oneself, at once and for ever; somebody else by an act that the rules decide.
import { organizationUnit } from '@equalizer/core'
import type { Command } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { personIn } from '../door/people.ts'
import { send } from '../door/send.ts'
import { Stop } from '../stop.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer erase --yes            yourself: your key does nothing any more afterwards
  $ equalizer erase Ines --yes       somebody else, by whoever decides that here

What goes: the name, the reasons and notes they wrote, their way in, their keys. What stays: what was
decided, and their ballots, under a random id that belongs to nobody any more. It cannot be undone.`

export function addErase(program: Command, context: Context): void {
  const erase = program
    .command('erase')
    .summary('erase what is known of you, or of somebody else')
    .description('Erases what is known of a person, for ever: of you at once, of others as an act.')
    .argument('[person]', 'name or id of somebody else')
    .option('--yes', 'yes, for ever')
  addDoorOptions(erase)
    .addHelpText('after', examples)
    .action(async (said: string | undefined, flags: DoorFlags & { yes?: true }) => {
      if (!flags.yes) {
        const who = said === undefined ? 'you' : 'them'
        const reason = `What is known of ${who} is erased for ever, and nobody can undo it: --yes does it.`
        throw new Stop({ code: 'cli.usage', reason })
      }
      const connection = await connect(flags, context)
      if (said === undefined) return send(connection, { kind: 'erase' }, { context, flags })
      const act = { type: 'charter.erase_person', unit: organizationUnit }
      const payload = { person: await personIn(connection, said) }
      return send(connection, { kind: 'act', act: { ...act, payload } }, { context, flags })
    })
}
