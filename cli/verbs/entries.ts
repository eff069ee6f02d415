// `equalizer entries`: the log, oldest first.
import { type Command, Option } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { limitOption, rowsOf, wholeNumber } from '../door/pages.ts'
import { putOut, tableText } from '../door/put-out.ts'
import { timeWords } from '../door/words.ts'
import { counting } from '../report/words.ts'
import type { Context } from './context.ts'

interface Flags extends DoorFlags {
  readonly from: number
  readonly limit: number
}

const examples = `
Examples:
  $ equalizer entries --from 100 --limit 20
  $ equalizer entries --json --limit 100000 | jq '.[].events[].type'`

const highest = 999_999_999_999

export function addEntries(program: Command, context: Context): void {
  const command = program
    .command('entries')
    .summary('read the log')
    .description('Reads the log, oldest first: who sent what, and every event that came of it.')
    .addOption(
      new Option('--from <n>', 'the first entry').default(0).argParser(text => wholeNumber(text, 0, highest)),
    )
    .addOption(limitOption())
  addDoorOptions(command)
    .addHelpText('after', examples)
    .action((flags: Flags) => list(flags, context))
}

interface Told {
  readonly kind?: unknown
  readonly type?: unknown
  readonly decision?: unknown
  readonly act?: { readonly type?: unknown }
}

/** `act treasury.pay`, `ballot D-17`. */
function commandWords(command: object): string {
  const { kind, act, decision } = command as Told
  return [kind, act?.type ?? decision].filter(word => typeof word === 'string').join(' ')
}

async function list(flags: Flags, context: Context): Promise<void> {
  const { call, value, organization } = await connect(flags, context)
  const { rows } = await rowsOf(flags.limit, async (place: number | undefined, limit) => {
    const input = { organization, from: place ?? flags.from, limit }
    const page = await value(call('GET /api/organizations/{organization}/entries', input))
    return { rows: page.entries, next: page.next }
  })
  putOut(context, flags, rows, () => {
    if (rows.length === 0) return counting(0, 'entry', 'entries')
    return tableText(
      rows.map(({ seq, at, by, command, events }) => [
        String(seq),
        timeWords(at),
        by ?? 'the clock',
        commandWords(command),
        events.map(event => String((event as Told).type)).join(' '),
      ]),
    )
  })
}
