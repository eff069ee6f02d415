// `equalizer move`: moves a unit's slider, or one class of it, to a stage; a move is itself an act.
import { type Rule, type Stage, stageNames } from '@equalizer/core'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { addDoorOptions, type Connection, connect, type DoorFlags } from '../door/connect.ts'
import { keyOption } from '../door/key-option.ts'
import { movedClasses } from '../door/moved-classes.ts'
import { send } from '../door/send.ts'
import type { Context } from './context.ts'
import { namedOf } from './units.ts'

interface Flags extends DoorFlags {
  readonly stage: Stage
  readonly class?: string
  readonly center?: string
  readonly edge?: string
  readonly council?: string
  readonly override?: string
  readonly note?: string
  readonly key?: string
}

const examples = `
Examples:
  $ equalizer move finance --stage consulted
  $ equalizer move finance --stage community --class small --council elders
  $ equalizer move finance --stage shared --override "The audit is done; evidence follows"

The rule of a preset takes the place of the class's rule; groups stay those of the class unless you name others. Who decides
about the move follows from what it changes: forward, whoever gives control up; back, whoever would lose it. For a rule of
your own: equalizer rules --json, and equalizer act rule.move --unit finance --file move.json`

function stageOf(text: string): Stage {
  const named = (stageNames as readonly string[]).indexOf(text.toLowerCase())
  const number = /^[0-4]$/.test(text) ? Number(text) : named
  if (number >= 0) return number as Stage
  throw new InvalidArgumentError(`It is one of ${stageNames.join(', ')}, or 0 to 4.`)
}

export function addMove(program: Command, context: Context): void {
  const command = program
    .command('move')
    .summary('move a unit’s slider to a stage')
    .description('Asks for a move: the classes of a unit get the rule of a stage.')
    .argument('<unit>', 'id of a unit')
    .addOption(
      new Option('--stage <stage>', `${stageNames.join(', ')}, or 0 to 4`)
        .argParser(stageOf)
        .makeOptionMandatory(),
    )
    .option('--class <id>', 'only this class')
    .option('--center <group>', 'the group that hands control over')
    .option('--edge <group>', 'the group that receives it')
    .option('--council <group>', 'the group that may pause at Community')
    .option('--override <text>', 'why it is to happen although a gate does not hold; published')
    .option('--note <text>', 'why; shown with the decision')
    .addOption(keyOption())
  addDoorOptions(command)
    .addHelpText('after', examples)
    .action(async (unit: string, flags: Flags) => {
      const connection = await connect(flags, context)
      const act = await moveOf(connection, unit, flags)
      await send(connection, { kind: 'act', act }, { context, flags, key: flags.key })
    })
}

async function moveOf({ call, value, organization }: Connection, unit: string, flags: Flags) {
  const rules = await value(call('GET /api/organizations/{organization}/rules', { organization }))
  const units = rules.units.map(one => ({ ...one, id: one.unit }))
  const { classes, version } = namedOf(units, unit)
  const { stage, center, edge, council, override, note } = flags
  const after = movedClasses({
    unit,
    classes,
    organization: units[0]?.classes ?? [],
    stage,
    presets: rules.presets as readonly { stage: Stage; rule: unknown }[] as readonly {
      stage: Stage
      rule: Rule
    }[],
    only: flags.class,
    groups: {
      ...(center === undefined ? {} : { center }),
      ...(edge === undefined ? {} : { edge }),
      ...(council === undefined ? {} : { council }),
    },
  })
  const payload = { unit, classes: after, version, ...(override === undefined ? {} : { override }) }
  return {
    type: 'rule.move',
    unit,
    payload: JSON.parse(JSON.stringify(payload)),
    ...(note === undefined ? {} : { note }),
  }
}
