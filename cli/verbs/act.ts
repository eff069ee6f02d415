// `equalizer act`: sends an act through the one door; whether it is done at once or decided first, the rules say.
import type { Command } from 'commander'
import { type ActFlags, addActOptions, askedAct } from '../door/asked-act.ts'
import { addDoorOptions, connect } from '../door/connect.ts'
import { keyOption } from '../door/key-option.ts'
import { type ProofFlags, proofOption, send } from '../door/send.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer act treasury.pay --unit finance account=ops amount=400000 currency=EUR to.kind=vendor to.name=Hetzner \\
      purpose="Servers in March" --note "As in the plan"
  $ equalizer act charter.admit person=Ines               people by their name or id
  $ equalizer act rule.set_group --file group.json        the payload from a file
  $ equalizer acts treasury.pay                           the fields of an act

It answers "executed", or which decision was opened and what is to follow. A field that takes text keeps digits as they are.
With --key, the same command sent again is not done twice.`

export function addAct(program: Command, context: Context): void {
  const command = program
    .command('act')
    .summary('do something in the organization’s name')
    .description('Sends an act through the one door: executed at once, or a decision is opened.')
  addActOptions(command).addOption(keyOption())
  addDoorOptions(command)
    .option(...proofOption)
    .addHelpText('after', examples)
    .action(async (type: string, fields: string[], flags: ActFlags & ProofFlags & { key?: string }) => {
      const connection = await connect(flags, context)
      const act = await askedAct(connection, type, fields, flags)
      await send(connection, { kind: 'act', act }, { context, flags, key: flags.key })
    })
}
