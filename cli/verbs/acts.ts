// `equalizer acts`: what can be done in the organization's name, and the fields of one act.
import type { Command } from 'commander'
import { actTypeOf, actTypesOf } from '../door/asked-act.ts'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { fieldsText } from '../door/fields-text.ts'
import type { Schema } from '../door/payload.ts'
import { putOut, tableText } from '../door/put-out.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer acts                      all act types
  $ equalizer acts treasury.pay         the fields of one
  $ equalizer acts treasury.pay --json  its JSON Schema`

const about = {
  unit: 'about a unit',
  organization: 'about the organization',
  anywhere: 'about any of them',
} as const

export function addActs(program: Command, context: Context): void {
  const command = program
    .command('acts')
    .summary('list what can be done, and with which fields')
    .description('Lists act types; with one named, its fields.')
    .argument('[type]', 'act type, such as treasury.pay')
  addDoorOptions(command)
    .addHelpText('after', examples)
    .action(async (type: string | undefined, flags: DoorFlags) => {
      const connection = await connect(flags, context)
      if (type === undefined) {
        const types = await actTypesOf(connection)
        putOut(context, flags, types, () => tableText(types.map(one => [one.type, one.summary])))
        return
      }
      const one = await actTypeOf(connection, type)
      putOut(context, flags, one, () =>
        [
          harmless(`${one.type}: ${one.summary} (${about[one.where]})`),
          fieldsText(one.schema as Schema),
        ].join('\n'),
      )
    })
}
