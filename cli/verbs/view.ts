// `equalizer view`: the capabilities' tables, such as payments.
import { type Command, InvalidArgumentError, Option } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { limitOption, rowsOf } from '../door/pages.ts'
import { putOut, tableText } from '../door/put-out.ts'
import { counting } from '../report/words.ts'
import type { Context } from './context.ts'

interface Flags extends DoorFlags {
  readonly by?: Readonly<Record<string, string>>
  readonly limit: number
}

const examples = `
Examples:
  $ equalizer view                                              which there are
  $ equalizer view treasury.payments --by account=ops --limit 500
  $ equalizer view treasury.balances --json`

function equal(text: string, before: Readonly<Record<string, string>> | undefined) {
  const [, column, wanted] = /^([a-z][a-z0-9_]*)=(.*)$/s.exec(text) ?? []
  if (column === undefined || wanted === undefined) {
    throw new InvalidArgumentError('It is column=value, such as account=ops.')
  }
  return { ...before, [column]: wanted }
}

export function addView(program: Command, context: Context): void {
  const command = program
    .command('view')
    .summary('read a table: payments, balances, items')
    .description('Reads one of the capabilities’ tables; without a name, lists them.')
    .argument('[view]', 'such as treasury.payments')
    .addOption(new Option('--by <column=value>', 'only rows with this value; repeatable').argParser(equal))
    .addOption(limitOption())
  addDoorOptions(command)
    .addHelpText('after', examples)
    .action((view: string | undefined, flags: Flags) =>
      view === undefined ? list(flags, context) : read(view, flags, context),
    )
}

async function list(flags: Flags, context: Context): Promise<void> {
  const { call, value, organization } = await connect(flags, context)
  const { views } = await value(call('GET /api/organizations/{organization}/view-list', { organization }))
  putOut(context, flags, views, () =>
    tableText(views.map(({ name, summary, by }) => [name, summary, `by ${by.join(', ')}`])),
  )
}

async function read(view: string, flags: Flags, context: Context): Promise<void> {
  const { call, value, organization } = await connect(flags, context)
  const by = flags.by === undefined ? undefined : JSON.stringify(flags.by)
  let columns: readonly string[] = []
  const { rows } = await rowsOf(flags.limit, async (cursor: string | undefined, limit) => {
    const input = { organization, view, by, cursor, limit }
    const page = await value(call('GET /api/organizations/{organization}/views/{view}', input))
    columns = page.columns
    return { rows: page.rows, next: page.next }
  })
  putOut(context, flags, rows, () => {
    if (rows.length === 0) return counting(0, 'row')
    return tableText([[...columns], ...rows.map(row => columns.map(column => cell(row[column])))])
  })
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
