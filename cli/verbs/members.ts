// `equalizer members`: people known here; noting one, and making the link by which they enter.
import type { Command } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { limitOption, rowsOf } from '../door/pages.ts'
import { personIn } from '../door/people.ts'
import { putOut, tableText } from '../door/put-out.ts'
import { timeWords } from '../door/words.ts'
import { counting } from '../report/words.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer members
  $ equalizer members add "Ines Duarte"        notes the name beside the log and prints an id
  $ equalizer act charter.admit person=p-…     makes them a member, by whoever decides that
  $ equalizer members link "Ines Duarte"       a one-time link by which they enter as themselves`

export function addMembers(program: Command, context: Context): void {
  const members = program
    .command('members')
    .summary('list people; add one, link one')
    .description('Lists people known here. Names stand beside the log; the log holds ids alone.')
    .option('--search <text>', 'only whose name holds this')
    .addOption(limitOption())
  addDoorOptions(members)
    .addHelpText('after', examples)
    .action((flags: ListFlags) => list(flags, context))
  const add = members.command('add').description('Notes a name beside the log and prints the person’s id.')
  // What is said after `add` may be taken for an option of `members`, which has the same ones.
  addDoorOptions(add.argument('<name>', 'as it is to be shown')).action(
    (name: string, _: DoorFlags, asked: Command) => addPerson(name, asked.optsWithGlobals(), context),
  )
  const link = members
    .command('link')
    .description('Makes a one-time link by which a member enters as themselves.')
  addDoorOptions(link.argument('<person>', 'name or id')).action(
    (person: string, _: DoorFlags, asked: Command) => linkFor(person, asked.optsWithGlobals(), context),
  )
}

interface ListFlags extends DoorFlags {
  readonly search?: string
  readonly limit: number
}

async function list(flags: ListFlags, context: Context): Promise<void> {
  const { call, value, organization } = await connect(flags, context)
  const { rows } = await rowsOf(flags.limit, async (cursor: string | undefined, limit) => {
    const input = { organization, q: flags.search, cursor, limit }
    const page = await value(call('GET /api/organizations/{organization}/members', input))
    return { rows: page.people, next: page.next }
  })
  putOut(context, flags, rows, () => {
    if (rows.length === 0) return counting(0, 'person', 'people')
    return tableText(
      rows.map(({ id, name, you, member, roles }) => [
        id,
        `${name ?? '(name not known)'}${you ? ' (you)' : ''}`,
        [...(member ? ['member'] : []), ...roles].join(', '),
      ]),
    )
  })
}

async function addPerson(name: string, flags: DoorFlags, context: Context): Promise<void> {
  const { call, value, organization } = await connect(flags, context)
  const body = { name }
  const person = await value(
    call('POST /api/organizations/{organization}/members', { organization }, { body }),
  )
  putOut(context, flags, person, () => person.id)
  if (!flags.json) {
    context.err.write(`equalizer: not a member yet; equalizer act charter.admit person=${person.id}\n`)
  }
}

async function linkFor(said: string, flags: DoorFlags, context: Context): Promise<void> {
  const connection = await connect(flags, context)
  const { origin, call, value, organization } = connection
  const person = await personIn(connection, said)
  const name = 'POST /api/organizations/{organization}/members/{person}/link'
  const path = await value(call(name, { organization, person }))
  // The server tells the path alone: it does not know by which address it is reached.
  const made = { ...path, link: `${origin}${path.link}` }
  putOut(context, flags, made, () => harmless(made.link))
  if (!flags.json) context.err.write(`equalizer: it works once, until ${timeWords(made.expires)}\n`)
}
