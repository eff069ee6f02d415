// `equalizer rules`: who decides what, unit by unit and class by class, with the stage that each rule comes to.
import type { Answer } from '@equalizer/client'
import type { Command } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { putOut, tableText } from '../door/put-out.ts'
import { filterWords, ruleWords } from '../door/rule-words.ts'
import { stageWords } from '../door/words.ts'
import { counting } from '../report/words.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from './context.ts'
import { namedOf } from './units.ts'

type Rules = Answer<'GET /api/organizations/{organization}/rules'>
type Unit = Rules['units'][number]

const examples = `
Examples:
  $ equalizer rules              all units, and the groups
  $ equalizer rules finance      one unit, with each rule in words
  $ equalizer rules --json       rules as a move takes them, and presets of the five stages`

export function addRules(program: Command, context: Context): void {
  const command = program
    .command('rules')
    .summary('show who decides what')
    .description('Shows who decides what: units, their classes and stages, and the groups.')
    .argument('[unit]', 'id of a unit; organization for the acts about it as a whole')
  addDoorOptions(command)
    .addHelpText('after', examples)
    .action(async (id: string | undefined, flags: DoorFlags) => {
      const { call, value, organization } = await connect(flags, context)
      const rules = await value(call('GET /api/organizations/{organization}/rules', { organization }))
      if (id === undefined) return putOut(context, flags, rules, () => allText(rules))
      const unit = namedOf(
        rules.units.map(one => ({ ...one, id: one.unit })),
        id,
      )
      putOut(context, flags, unit, () => unitText(unit, groupNames(rules)))
    })
}

const groupNames = ({ groups }: Rules) => new Map(groups.map(({ group }) => [group.id, group.name]))

function standing({ governed, position, claimed }: Unit): string {
  const claim = claimed === null ? '' : `, ${claimed} claimed`
  return governed ? `at ${position}${claim}` : `no rules of its own${claim}`
}

function allText(rules: Rules): string {
  const units = rules.units.flatMap(unit => [
    [unit.unit, unit.name, standing(unit)],
    ...unit.classes.map(({ id, name }) => ['', `${id}: ${name}`, stageWords(stageOf(unit, id))]),
  ])
  const groups = rules.groups.map(({ group, members, weight }) => [
    group.id,
    group.name,
    group.kind,
    `${counting(members, 'member')}, weight ${weight}`,
  ])
  return [tableText(units), '', 'Groups', tableText(groups)].join('\n')
}

function stageOf({ stages }: Unit, id: string) {
  return stages.find(one => one.class === id)?.stage ?? 0
}

function unitText(unit: Unit, names: ReadonlyMap<string, string>): string {
  const classes = unit.classes.flatMap(one => [
    '',
    `${one.id}: ${one.name}, stage ${stageWords(stageOf(unit, one.id))}, consequence ${one.consequence}`,
    `  takes ${filterWords(one.filter)}`,
    ...ruleWords(one.rule, id => names.get(id) ?? id).map(line => `  ${line}`),
  ])
  const gates = unit.gates.map(
    ({ stage, atLeast }) =>
      `gate: before stage ${stageWords(stage)}, the measured position is at least ${atLeast}`,
  )
  return [`${unit.name} (${unit.unit}): ${standing(unit)}`, ...gates, ...classes]
    .map(line => line.replace(/\S.*/, harmless))
    .join('\n')
}
