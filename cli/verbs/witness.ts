// `equalizer witness`: follows logs and cosigns what only ever grew.
import { join, resolve } from 'node:path'
import { isKeyName, signatureTypes } from '@equalizer/tlog'
import { createKey, folderFiles, nativeVerify, readKey, sweepUnfinished } from '@equalizer/tlog/node'
import {
  createWitness,
  type Followed,
  type KnownLog,
  listen,
  lockFolder,
  type Watch,
  type Witness,
  watchLogs,
  witnessApp,
} from '@equalizer/witness'
import { type Command, Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { Stop } from '../stop.ts'
import { logsIn, sourcesOf } from '../witness/known-logs.ts'
import { everyOption, type ListenPlace, listenOption } from '../witness/options.ts'
import type { Context } from './context.ts'

interface Flags {
  readonly logs?: string
  readonly listen?: ListenPlace
  readonly every: number
  readonly once?: boolean
}

const examples = `
Examples:
  $ equalizer witness new-key witness.example/w1 ./w1      a key of its own, in a folder of its own
  $ equalizer witness ./w1 --logs logs.txt                 follows every log of the file that has an address
  $ equalizer witness ./w1 --listen 0.0.0.0:7380           and answers logs that ask (c2sp.org/tlog-witness)
  $ equalizer witness ./w1 --once                          one look; ends with 1 where a log forked

The file has a line for each log, as in a policy (c2sp.org/tlog-policy): log <vkey> <address>. Without --logs it is the
file "logs" in the folder. Never bring back an older copy of the folder: a witness that forgot would sign a second history.
docs/witness.md tells the rest.`

export function addWitness(program: Command, context: Context): void {
  const command = program
    .command('witness')
    .summary('follow logs and cosign what only ever grew')
    .description(
      'Follows logs by what they publish, cosigns each checkpoint that grew out of the last one, and keeps what shows otherwise.',
    )
    .argument('<folder>', 'the folder with its key, where it keeps what it signed')
    .option('--logs <file>', 'the logs that it knows (default: the file "logs" in the folder)')
    .addOption(listenOption('answers logs that ask for a cosignature'))
    .addOption(everyOption(10))
    .addOption(new Option('--once', 'looks once and ends').conflicts('listen'))
    .addHelpText('after', examples)
    .action((folder: string, flags: Flags) => run(resolve(folder), flags, context))
  command
    .command('new-key')
    .summary('make the key of a witness')
    .description('Makes a key in a new folder, and prints what others need to trust it.')
    .argument('<name>', 'a name that nobody else has, such as witness.example/w1')
    .argument('<folder>', 'a folder of its own')
    .action((name: string, folder: string) => newKey(name, resolve(folder), context))
}

async function newKey(name: string, folder: string, { out }: Context): Promise<void> {
  if (!isKeyName(name)) {
    throw new Stop({ code: 'cli.usage', reason: `${name} is no name of a key: no spaces and no plus.` })
  }
  const place = join(folder, 'key')
  if (await readKey(place))
    throw new Stop({ code: 'cli.cannot_write', reason: `There is a key in ${folder} already.` })
  const { vkey } = await createKey(place, name, signatureTypes.cosignature)
  out.write(`${vkey.text}\n`)
}

async function run(folder: string, flags: Flags, context: Context): Promise<void> {
  const signer = await readKey(join(folder, 'key'))
  if (signer?.vkey.type !== signatureTypes.cosignature) {
    const reason = `There is no key of a witness in ${folder}; make one with equalizer witness new-key.`
    throw new Stop({ code: 'cli.not_found', reason })
  }
  const logs = await logsIn(flags.logs ?? join(folder, 'logs'))
  const lock = lockFolder(folder)
  if (!lock.ok) throw new Stop(lock.refusal)
  try {
    await sweepUnfinished(folder)
    const witness = createWitness({
      files: folderFiles(folder),
      signer,
      logs,
      nowMs: Date.now,
      verify: nativeVerify,
    })
    await watch(witness, logs, flags, context)
  } finally {
    lock.value.release()
  }
}

async function watch(
  witness: Witness,
  logs: readonly KnownLog[],
  flags: Flags,
  context: Context,
): Promise<void> {
  const { out, signal } = context
  const say = (line: string) => void out.write(`${line}\n`)
  const sources = sourcesOf(logs, signal)
  const watch = watchLogs({
    witness,
    sources,
    everyMs: flags.every * 1_000,
    signal,
    verify: nativeVerify,
    nowMs: Date.now,
    say,
  })
  say(`witness ${witness.vkey.text}`)
  if (flags.once) return context.exit(exitOf(await watch.once()))
  const port = flags.listen === undefined ? null : await open(witness, watch, flags.listen, context)
  if (port) say(`listening on ${port.url}`)
  try {
    await Promise.all([watch.run(), stopped(signal)])
  } finally {
    await port?.close(2_000)
  }
}

/** A misbehaving log weighs more than one that could not be read. */
function exitOf(all: readonly Followed[]): number {
  if (all.some(({ kind }) => kind === 'forked')) return exitCodes.notMet
  return all.some(({ kind }) => kind === 'waiting') ? exitCodes.unavailable : exitCodes.ok
}

async function open(witness: Witness, watch: Watch, address: ListenPlace, { err }: Context) {
  const onFault = (error: unknown) => void err.write(`equalizer: ${String(error)}\n`)
  const app = witnessApp({ witness, status: watch.status, onFault })
  const opened = await listen(app, address.host, address.port)
  if (!opened.ok) throw new Stop({ code: 'cli.unavailable', reason: opened.refusal.reason })
  return opened.value
}

/** A witness that only answers has nothing else to wait for. */
export function stopped(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
