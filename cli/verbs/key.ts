// `equalizer key`: the key by which you sign your ballots, made, set, shown and dropped.
import { settingOf } from '@equalizer/client/signing'
import type { Command } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { makeKeyFile, readKeyFile } from '../door/key-file.ts'
import { putOut } from '../door/put-out.ts'
import { send } from '../door/send.ts'
import { timeWords } from '../door/words.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer key new ~/.equalizer-key      makes a key in a file that only you can read
  $ equalizer key set ~/.equalizer-key      from now on your ballots are signed by it, and none without
  $ equalizer vote D-17 for --sign ~/.equalizer-key
  $ equalizer key show                      which key is set, and when it was last used
  $ equalizer key drop                      ballots need no signature any more`

export function addKey(program: Command, context: Context): void {
  const key = program
    .command('key')
    .summary('sign your ballots: make, set, show or drop a key')
    .description('Keeps the key by which you sign your ballots. The log shows who set which key and when.')
    .addHelpText('after', examples)
  key
    .command('new')
    .description('Makes a key in a new file that only you can read; asks no server.')
    .argument('<file>', 'where to; nothing is written over')
    .action(async (path: string) => {
      const { text } = await makeKeyFile(path)
      context.out.write(`${text}\n`)
    })
  const set = key
    .command('set')
    .description('From now on your ballots are signed by this key, and none without.')
  addDoorOptions(set.argument('<file>', 'as `key new` makes it')).action(
    async (path: string, flags: DoorFlags) => {
      const own = await readKeyFile(path)
      const connection = await connect(flags, context)
      const { call, value, organization } = connection
      const { person } = await value(
        call('GET /api/organizations/{organization}/signing-key', { organization }),
      )
      await send(connection, await settingOf(own, person), { context, flags })
    },
  )
  addDoorOptions(key.command('drop').description('Ballots need no signature any more.')).action(
    async (flags: DoorFlags) => {
      await send(await connect(flags, context), { kind: 'drop_key' }, { context, flags })
    },
  )
  addDoorOptions(key.command('show').description('Which key is set, and when it was last used.')).action(
    async (flags: DoorFlags) => {
      const { call, value, organization } = await connect(flags, context)
      const shown = await value(call('GET /api/organizations/{organization}/signing-key', { organization }))
      putOut(context, flags, shown, () => shownText(shown))
    },
  )
}

function shownText({ key, usedMs }: { readonly key: string | null; readonly usedMs: number }): string {
  const used = usedMs === 0 ? 'not used yet' : `last used ${timeWords(new Date(usedMs).toISOString())}`
  return key === null ? 'no key is set' : `${key}, ${used}`
}
