// `equalizer mirror`: a verified copy of logs that serves reads.
import { join, resolve } from 'node:path'
import {
  createMirror,
  findLog,
  type Keeping,
  keepCopies,
  type Mirror,
  mirrorApp,
  type Pinned,
  type Pulled,
  readPins,
  writePins,
} from '@equalizer/mirror'
import { isKeyName, parseVkey, type Signer, signatureTypes, type Vkey } from '@equalizer/tlog'
import {
  createKey,
  type Files,
  folderFiles,
  nativeVerify,
  readKey,
  sweepUnfinished,
} from '@equalizer/tlog/node'
import { type LogSource, listen, lockFolder } from '@equalizer/witness'
import { type Command, Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { Stop } from '../stop.ts'
import { logsIn, sourceAt } from '../witness/known-logs.ts'
import { everyOption, type ListenPlace, listenOption } from '../witness/options.ts'
import type { Context } from './context.ts'
import { stopped } from './witness.ts'

interface Flags {
  readonly to: string
  readonly vkey?: readonly string[]
  readonly policy?: string
  readonly name?: string
  readonly listen?: ListenPlace
  readonly every: number
  readonly once?: boolean
}

const examples = `
Examples:
  $ equalizer mirror https://equalizer.example/log/grid --to ./copies --once       a whole copy, to keep or to verify
  $ equalizer mirror https://equalizer.example/log/grid --to ./copies --vkey "$(cat grid.vkey)"
  $ equalizer mirror --to ./copies --name mirror.example/m1 --listen 0.0.0.0:7381  goes on, cosigns, serves reads

Every entry is held to the log's signed root before it is stored. Stopped at any moment, it goes on where it was. A log that
contradicts itself is not followed: both signed notes are kept. docs/mirror.md tells the rest.`

export function addMirror(program: Command, context: Context): void {
  program
    .command('mirror')
    .summary('keep a verified copy of logs, and serve it')
    .description('Copies logs, holding every entry to what the log signed, and serves reads to whoever asks.')
    .argument('[url...]', 'addresses of logs (default: those that the folder copies already)')
    .requiredOption('--to <folder>', 'the folder of the copies')
    .option('--vkey <key>', 'a key that a log must be signed by (repeatable)', collected)
    .option(
      '--policy <file>',
      'a policy whose log lines say which keys, and which addresses where none is named',
    )
    .option('--name <name>', 'cosigns what it holds under this name, with a key of its own in the folder')
    .addOption(listenOption('serves reads, and uploads where it cosigns (c2sp.org/tlog-mirror)'))
    .addOption(everyOption(10))
    .addOption(
      new Option('--once', 'looks once and ends, with the state that the server tells').conflicts('listen'),
    )
    .addHelpText('after', examples)
    .action((urls: readonly string[], flags: Flags) => run(urls, flags, context))
}

const collected = (one: string, before: readonly string[] = []) => [...before, one]

async function run(urls: readonly string[], flags: Flags, context: Context): Promise<void> {
  const folder = resolve(flags.to)
  const lock = lockFolder(join(folder, '.mirror'))
  if (!lock.ok) throw new Stop(lock.refusal)
  try {
    await sweepUnfinished(folder)
    const files = folderFiles(folder)
    const pins = await pinned(urls, flags, files, context)
    const signer = await signerOf(folder, flags.name)
    const mirror = createMirror({ files, signer, logs: pins, nowMs: Date.now, verify: nativeVerify })
    await keep(mirror, pins, { folder, signer }, flags, context)
  } finally {
    lock.value.release()
  }
}

/** Every log that is copied, with its key; new ones are kept in the folder for the next time. */
async function pinned(
  urls: readonly string[],
  flags: Flags,
  files: Files,
  context: Context,
): Promise<readonly Pinned[]> {
  const before = await readPins(files)
  if (!before.ok) throw new Stop(before.refusal)
  const listed = flags.policy === undefined ? [] : await logsIn(flags.policy)
  const given = [...(flags.vkey ?? []).map(keyOf), ...listed.map(({ vkey }) => vkey)]
  const named = urls.length > 0 ? urls : listed.flatMap(({ url }) => (url ? [url] : []))
  const asked = named.length > 0 ? named : before.value.map(({ url }) => url)
  if (asked.length === 0) throw new Stop({ code: 'cli.usage', reason: 'Which log? Name its address.' })
  const found: Pinned[] = []
  for (const url of new Set(asked)) {
    const source = sourceAt(url, context.signal)
    const log = await findLog({ source, url, given, pinned: before.value })
    if (!log.ok) throw new Stop({ code: 'cli.unavailable', reason: log.refusal.reason })
    found.push(...log.value.pins)
    if (log.value.firstSight) saySight(log.value.pins, context)
  }
  const kept = before.value.filter(
    ({ vkey, url }) => !found.some(pin => pin.url === url || pin.vkey.name === vkey.name),
  )
  await writePins(files, [...kept, ...found])
  return found
}

function saySight(pins: readonly Pinned[], { out }: Context): void {
  for (const { vkey, url } of pins) {
    out.write(`${url} says that its key is ${vkey.text}\n`)
    out.write(
      'It is trusted from now on; compare it with one that you got elsewhere, or name one by --vkey.\n',
    )
  }
}

function keyOf(text: string): Vkey {
  const vkey = parseVkey(text)
  if (!vkey.ok) throw new Stop({ code: 'cli.usage', reason: `--vkey: ${vkey.refusal.reason}` })
  return vkey.value
}

/** Made at the first time; a mirror that cosigned goes on under its name. */
async function signerOf(folder: string, name: string | undefined): Promise<Signer | null> {
  const place = join(folder, '.mirror', 'key')
  const signer = await readKey(place)
  if (signer && (name === undefined || signer.vkey.name === name)) return signer
  if (signer) {
    throw new Stop({
      code: 'cli.usage',
      reason: `This mirror is named ${signer.vkey.name} and cannot change its name.`,
    })
  }
  if (name === undefined) return null
  if (!isKeyName(name))
    throw new Stop({ code: 'cli.usage', reason: `${name} is no name of a key: no spaces, no plus.` })
  return createKey(place, name, signatureTypes.cosignature)
}

interface Place {
  readonly folder: string
  readonly signer: Signer | null
}

async function keep(
  mirror: Mirror,
  pins: readonly Pinned[],
  place: Place,
  flags: Flags,
  context: Context,
): Promise<void> {
  const { out, signal } = context
  const say = (line: string) => void out.write(`${line}\n`)
  const sources = new Map<string, LogSource>(pins.map(({ vkey, url }) => [vkey.name, sourceAt(url, signal)]))
  const onProgress = progress(context)
  const keeping = keepCopies({ mirror, sources, everyMs: flags.every * 1_000, signal, say, onProgress })
  if (place.signer) say(`mirror ${place.signer.vkey.text}`)
  if (flags.once) {
    const all = await keeping.once()
    signal.throwIfAborted()
    for (const origin of sources.keys())
      say(`${origin}: ${join(place.folder, mirror.copyOf(origin)?.hash ?? '')}`)
    return context.exit(exitOf(all))
  }
  const port = flags.listen === undefined ? null : await open(mirror, keeping, place, flags.listen, context)
  if (port) say(`listening on ${port.url}`)
  try {
    await Promise.all([keeping.run(), stopped(signal)])
  } finally {
    await port?.close(2_000)
  }
}

/** At most once a second, and only to a person. */
function progress({ err, nowMs }: Context): (origin: string, here: number, of: number) => void {
  let saidMs = nowMs()
  return (origin, here, of) => {
    if (err.isTTY !== true || nowMs() - saidMs < 1_000) return
    saidMs = nowMs()
    err.write(`${origin}: ${here} of ${of} entries\n`)
  }
}

/** A misbehaving log weighs more than one that could not be read. */
function exitOf(all: readonly Pulled[]): number {
  if (all.some(({ kind }) => kind === 'forked')) return exitCodes.notMet
  return all.some(({ kind }) => kind === 'waiting') ? exitCodes.unavailable : exitCodes.ok
}

async function open(
  mirror: Mirror,
  keeping: Keeping,
  { signer }: Place,
  address: ListenPlace,
  { err }: Context,
) {
  const onFault = (error: unknown) => void err.write(`equalizer: ${String(error)}\n`)
  const app = mirrorApp({ mirror, push: signer !== null, status: keeping.status, onFault })
  const opened = await listen(app, address.host, address.port)
  if (!opened.ok) throw new Stop({ code: 'cli.unavailable', reason: opened.refusal.reason })
  return opened.value
}
