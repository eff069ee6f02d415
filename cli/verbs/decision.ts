// `equalizer decision`: one decision in full.
import type { Command } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { decisionText } from '../door/decision-text.ts'
import { putOut } from '../door/put-out.ts'
import type { Context } from './context.ts'

export function addDecision(program: Command, context: Context): void {
  const command = program
    .command('decision')
    .summary('show one decision')
    .description('Shows one decision: its steps, the ballots counted, what you can do, what happened.')
    .argument('<decision>', 'such as D-17')
  addDoorOptions(command)
    .addHelpText('after', '\nExamples:\n  $ equalizer decision D-17')
    .action(async (decision: string, flags: DoorFlags) => {
      const { call, value, organization } = await connect(flags, context)
      const name = 'GET /api/organizations/{organization}/decisions/{decision}'
      const shown = await value(call(name, { organization, decision }))
      putOut(context, flags, shown, () => decisionText(shown))
    })
}
