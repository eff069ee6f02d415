// How every simulated organization begins: people, groups, money, a council, and then rules at all stages.
import type { AskedAct, Command } from '@equalizer/core'
import type { Random } from '@equalizer/testkit'
import {
  chance,
  elections,
  firstGroups,
  firstMembers,
  hour,
  personnel,
  randomClasses,
  stewards,
  units,
} from './random-rules.ts'
import type { Step } from './random-steps.ts'

export function setUp(random: Random): Step[] {
  const [steward = ''] = stewards
  const steps: Step[] = []
  const send = (command: Command, by = steward, afterMs = 0) => steps.push({ command, by, afterMs })
  const does = (type: string, payload: object, unit = 'organization', by = steward) => {
    const act: AskedAct = { type, unit, payload: JSON.parse(JSON.stringify(payload)) }
    send({ kind: 'act', act }, by)
  }
  for (const person of firstMembers.slice(2)) does('charter.admit', { person })
  for (const key of ['asset:GOV', 'score:work']) {
    const standings = firstMembers.map(person => ({ person, amount: String(random.whole(0, 100)) }))
    does('charter.record_standings', { key, standings })
  }
  does('charter.grant_role', { person: firstMembers[2], role: 'lead' })
  does('charter.grant_role', { person: firstMembers[3], role: 'lead' })
  for (const group of firstGroups(random)) does('rule.set_group', { group })
  does('treasury.declare_currency', { currency: 'EUR', decimals: 2 })
  for (const account of ['ops', 'grants']) {
    does('treasury.open_account', { account, name: account, currency: 'EUR' }, 'finance')
    const from = { kind: 'customer', name: 'Grid AG' }
    does('treasury.receive', { account, amount: '2000', currency: 'EUR', from }, 'finance')
  }
  const gates = [2, 3, 4].map(stage => ({ stage, measure: 'position', atLeast: random.pick([40, 70]) }))
  for (const unit of units) does('rule.set_gates', { unit, gates }, unit)
  const people = chance(random, 0.6) ? [personnel()] : []
  const classes = [elections(random), ...people, ...randomClasses(random, random.pick([0, 0, 1, 2, 3]))]
  for (const unit of units)
    does('rule.move', { unit, classes: randomClasses(random), override: 'We begin here' }, unit)
  does('rule.move', { unit: 'organization', classes })
  does(
    'charter.elect',
    { group: 'council', candidates: firstMembers.slice(3, 6) },
    'organization',
    firstMembers[4],
  )
  for (const voter of firstMembers) send({ kind: 'ballot', decision: 'D-1', choice: [0, 1, 2] }, voter)
  steps.push({ command: { kind: 'advance', decision: 'D-1' }, by: null, afterMs: hour })
  return steps
}
