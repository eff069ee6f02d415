// `equalizer foresee`: says how an act would be decided, and does nothing.
import type { Command } from 'commander'
import { type ActFlags, addActOptions, askedAct } from '../door/asked-act.ts'
import { addDoorOptions, connect } from '../door/connect.ts'
import { putOut } from '../door/put-out.ts'
import { stageWords, stepsWords } from '../door/words.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer foresee treasury.pay --unit finance account=ops amount=400000 currency=EUR to.kind=vendor to.name=Hetzner \\
      purpose="Servers in March"`

export function addForesee(program: Command, context: Context): void {
  const command = program
    .command('foresee')
    .summary('say how an act would be decided, and do nothing')
    .description('Says how an act would be decided if it were sent now, and does nothing.')
  addDoorOptions(addActOptions(command))
    .addHelpText('after', examples)
    .action(async (type: string, fields: string[], flags: ActFlags) => {
      const connection = await connect(flags, context)
      const { call, value, organization } = connection
      const body = { act: await askedAct(connection, type, fields, flags) }
      const name = 'POST /api/organizations/{organization}/door/foresee'
      const foreseen = await value(call(name, { organization }, { body }))
      putOut(context, flags, foreseen, () => {
        const { className, stage, outcome, steps, direction } = foreseen
        const move = direction === null ? '' : ` This is a move ${direction}.`
        const how = outcome === 'executed' ? 'executed at once' : stepsWords(steps)
        return harmless(`${className}, stage ${stageWords(stage)}: ${how}.${move}`)
      })
    })
}
