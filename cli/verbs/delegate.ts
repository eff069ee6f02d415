// `equalizer delegate` and `revoke`: who votes for you where you do not, and taking that back.
import type { Answer } from '@equalizer/client'
import type { Command } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { personIn } from '../door/people.ts'
import { putOut, tableText } from '../door/put-out.ts'
import { addScopeOptions, type ScopeFlags, scopeOf } from '../door/scope.ts'
import { send } from '../door/send.ts'
import { timeWords } from '../door/words.ts'
import { counting } from '../report/words.ts'
import type { Context } from './context.ts'

type Delegations = Answer<'GET /api/organizations/{organization}/delegations'>
type Flags = DoorFlags & ScopeFlags

const examples = `
Examples:
  $ equalizer delegate Ines                     in everything; a ballot of your own comes first
  $ equalizer delegate Ines --unit finance      in a unit; --class small for one class of it
  $ equalizer delegate                          whom you delegated to, and who delegated to you`

export function addDelegate(program: Command, context: Context): void {
  const give = program
    .command('delegate')
    .summary('let somebody vote for you where you do not')
    .description('Delegates your vote, revocable at any time; without a name, lists your delegations.')
    .argument('[person]', 'name or id')
  addDoorOptions(addScopeOptions(give))
    .addHelpText('after', examples)
    .action(async (person: string | undefined, flags: Flags) => {
      const connection = await connect(flags, context)
      if (person !== undefined) {
        const to = await personIn(connection, person)
        return send(connection, { kind: 'delegate', to, scope: scopeOf(flags) }, { context, flags })
      }
      const { call, value, organization } = connection
      const all = await value(call('GET /api/organizations/{organization}/delegations', { organization }))
      putOut(context, flags, all, () => listText(all))
    })
  const take = program
    .command('revoke')
    .summary('take a delegation back')
    .description('Takes the delegation of exactly this scope back.')
  addDoorOptions(addScopeOptions(take))
    .addHelpText('after', '\nExamples:\n  $ equalizer revoke --unit finance')
    .action(async (flags: Flags) => {
      await send(await connect(flags, context), { kind: 'revoke', scope: scopeOf(flags) }, { context, flags })
    })
}

function listText({ given, received }: Delegations): string {
  const row = (way: string, one: Delegations['given'][number]) => {
    const other = way === 'to' ? one.to : one.from
    const { kind, unit, class: inClass } = one.scope
    const scope = kind === 'everything' ? 'in everything' : `in ${[unit, inClass].filter(Boolean).join('/')}`
    return [way, other.name ?? other.id, scope, `since ${timeWords(one.since)}`]
  }
  const rows = [...given.map(one => row('to', one)), ...received.map(one => row('from', one))]
  return rows.length === 0 ? counting(0, 'delegation') : tableText(rows)
}
