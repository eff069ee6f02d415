// `equalizer log`: what an operator does with the published logs of a data folder.
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { putOut, tableText } from '../door/put-out.ts'
import { counting } from '../report/words.ts'
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from './context.ts'
import { type PlaceOptions, placeOf, serverParts } from './server-parts.ts'

type Flags = PlaceOptions & { readonly json?: boolean }
type Keeping = Parameters<Parameters<Awaited<ReturnType<typeof serverParts>>['keepLogs']>[1]>[0]
type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: ConstructorParameters<typeof Stop>[0] }

const examples = `
Examples:
  $ equalizer log status                        every log here: entries, what is signed, by which key
  $ equalizer log export acme ../acme-log       a folder that equalizer verify takes
  $ equalizer log rotate-key acme               a new key; the old one signs on for 90 days
  $ equalizer log publish acme                  a log from before logs were published
  $ equalizer log recover acme                  after an older backup was restored

A server on the embedded database is stopped first.`

function withPlace(command: Command): Command {
  return command
    .option('--data <folder>', 'the data folder (default: EQUALIZER_DATA, or where the server keeps it)')
    .option('--database <url>', 'a Postgres server instead of the embedded database (default: DATABASE_URL)')
    .option('--json', 'the answer as JSON, for programs')
}

async function keeping<T>(flags: Flags, context: Context, use: (logs: Keeping) => Promise<T>): Promise<T> {
  const parts = await serverParts()
  const name = context.env.EQUALIZER_PROXY
  const publicName = name && name !== '0' && name !== '1' ? name : null
  const done = await parts.keepLogs({ ...placeOf(flags, context, parts), publicName }, use)
  if (!done.ok) throw new Stop(done.refusal)
  return done.value
}

function accept<T>(answered: Answered<T>): T {
  if (!answered.ok) throw new Stop(answered.refusal)
  return answered.value
}

export function addLog(program: Command, context: Context): void {
  const log = program
    .command('log')
    .summary('look after the published logs of a data folder')
    .description(
      'Looks after the published logs of a data folder: their state, copies, keys, and the way back.',
    )
    .addHelpText('after', examples)
  withPlace(
    log.command('status').description('Lists every log: entries, what is signed, by which key.'),
  ).action(async (flags: Flags) => {
    const all = await keeping(flags, context, logs => logs.status())
    putOut(context, flags, all, () => {
      if (all.length === 0) return counting(0, 'log')
      const rows = all.map(one => [
        one.organization,
        counting(one.stored, 'entry', 'entries'),
        `${one.signed} signed`,
        `${one.served} served`,
        one.problem ?? 'in order',
        one.vkey ?? '',
      ])
      return tableText(rows)
    })
    if (
      all.some(one => one.problem !== null && one.problem !== 'log.elsewhere' && one.problem !== 'log.held')
    )
      context.exit(1)
  })
  withPlace(
    log
      .command('export')
      .description('Copies a whole log into a folder.')
      .argument('<organization>')
      .argument('<folder>', 'empty, or not there yet'),
  ).action(async (organization: string, folder: string, flags: Flags) => {
    const to = resolve(folder)
    const done = accept(await keeping(flags, context, logs => logs.export(organization, to)))
    putOut(
      context,
      flags,
      done,
      () => `${to}: ${counting(done.size, 'entry', 'entries')}, ${counting(done.files, 'file')}`,
    )
  })
  withPlace(
    log
      .command('rotate-key')
      .description('Makes a new key; the old one names it in a note and signs on beside it for 90 days.')
      .argument('<organization>')
      .option('--retire-now', 'no older key signs anything any more: somebody else may have them'),
  ).action(async (organization: string, flags: Flags & { retireNow?: boolean }) => {
    const retire = flags.retireNow === true
    const done = accept(await keeping(flags, context, logs => logs.rotate(organization, retire)))
    const until = new Date(done.untilMs).toISOString()
    putOut(
      context,
      flags,
      { ...done, until },
      () => `the new key is ${done.vkey}; the old one signs until ${until}`,
    )
  })
  withPlace(
    log
      .command('publish')
      .description(
        'Publishes a log that began before logs were published; everybody can read it from then on.',
      )
      .argument('<organization>'),
  ).action(async (organization: string, flags: Flags) => {
    const done = accept(await keeping(flags, context, logs => logs.publish(organization)))
    putOut(context, flags, done, () => `${counting(done.size, 'entry', 'entries')} published`)
  })
  withPlace(
    log
      .command('recover')
      .description(
        'Appends again what was published and is missing in a database restored from an older backup.',
      )
      .argument('<organization>'),
  ).action(async (organization: string, flags: Flags) => {
    const done = accept(await keeping(flags, context, logs => logs.recover(organization)))
    putOut(context, flags, done, () => {
      const lost =
        done.charters.length === 0
          ? ''
          : `; the documents of versions ${done.charters.join(', ')} of the charter are gone, the version before stands in for them`
      return harmless(
        `${counting(done.appended, 'entry', 'entries')} brought back, ${done.size} in all${lost}`,
      )
    })
  })
}
