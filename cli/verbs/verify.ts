// `equalizer verify`: checks a published log, trusting neither the server nor us: signatures, growth, every decision again.
import { nativeHashes, nativeVerify } from '@equalizer/tlog/node'
import { type Source, type TrustOptions, verifyEntry, verifyLog } from '@equalizer/verify'
import { type FolderMemory, folderMemory, signatureThreads, stateFolder } from '@equalizer/verify/node'
import { type Command, Option } from 'commander'
import { wholeNumber } from '../door/pages.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Stop } from '../stop.ts'
import { harmless, harmlessJson } from '../terminal/text.ts'
import { CheckingProgress } from '../verify/progress.ts'
import { checkProofFile } from '../verify/proof-file.ts'
import { problemLines, reportLines } from '../verify/report-text.ts'
import { checkedAt, type Place, placeOf } from '../verify/source.ts'
import { trustOf } from '../verify/trust.ts'
import type { Context } from './context.ts'

interface Flags {
  readonly vkey?: readonly string[]
  readonly policy?: string
  readonly json?: boolean
  readonly forget?: boolean
  readonly replay: boolean
  readonly entry?: number
  readonly proof?: string
}

const examples = `
Examples:
  $ equalizer verify https://equalizer.example/log/grid      a log as a server publishes it
  $ equalizer verify ./export --policy trusted.policy        a copy in a folder, cosigned by witnesses that you trust
  $ equalizer verify ./export --vkey "$(cat grid.vkey)"      signed by a key that you got from elsewhere
  $ equalizer verify https://equalizer.example/log/grid --entry 17
  $ equalizer verify --proof entry-17.tlog-proof --vkey "$(cat grid.vkey)"    one entry, offline

What it saw is remembered, and next time the log must have grown from there. docs/verify.md tells every step.`

const highest = 999_999_999_999

export function addVerify(program: Command, context: Context): void {
  program
    .command('verify')
    .summary('check a published log and decide every entry again')
    .description(
      'Checks a published log, in a folder or at an address: its signatures and hashes, that it has only grown, every ballot, rule, tally and outcome. Names the first entry that is wrong, and why.',
    )
    .argument('[log]', 'the address of a published log, or the folder or archive (.tar) of a copy')
    .option('--vkey <key>', 'a key that the log must be signed by (repeatable)', collected)
    .option('--policy <file>', 'whom to trust: logs, witnesses and how many of them (c2sp.org/tlog-policy)')
    .option('--json', 'the whole report as JSON, for programs')
    .option('--forget', 'forgets what it remembers of this log first')
    .option('--no-replay', 'hashes and signatures only; nothing is decided again')
    .addOption(
      new Option('--entry <n>', 'shows one entry and that it is in the signed log').argParser(text =>
        wholeNumber(text, 0, highest),
      ),
    )
    .option('--proof <file>', 'checks one proof of an entry, offline')
    .addHelpText('after', examples)
    .action((log: string | undefined, flags: Flags) => run(log, flags, context))
}

const collected = (one: string, before: readonly string[] = []) => [...before, one]

async function run(log: string | undefined, flags: Flags, context: Context): Promise<void> {
  if (flags.proof !== undefined) return checkProofFile(flags.proof, flags, context)
  if (log === undefined) {
    throw new Stop({ code: 'cli.usage', reason: 'Which log? Name its address or its folder, or a --proof.' })
  }
  const state = stateFolder(context.env)
  const place = await placeOf(log, state)
  const memory = folderMemory(state)
  if (flags.forget) await memory.forget(place.source.name)
  const trust = await trustOf(flags)
  const { signal } = context
  const options = { nowMs: Date.now(), memory, verify: nativeVerify, signal, ...trust }
  return flags.entry === undefined
    ? checkLog(place, { ...options, replay: flags.replay }, flags, context)
    : showEntry(place.source, flags.entry, options, flags, context)
}

type Options = TrustOptions & { readonly memory: FolderMemory; readonly signal: AbortSignal }

async function checkLog(
  place: Place,
  options: Options & { readonly replay: boolean },
  flags: Flags,
  context: Context,
): Promise<void> {
  const progress = new CheckingProgress(context.err, context.nowMs)
  const signatures = signatureThreads()
  try {
    const all = { ...options, hashes: nativeHashes, signatures, progress: progress.show }
    const report = await checkedAt(place, source => verifyLog(source, all))
    progress.clear()
    const lines = report.ok ? reportLines(report) : [...reportLines(report), '', ...problemLines(report)]
    context.out.write(flags.json ? `${harmlessJson(report)}\n` : `${lines.join('\n')}\n`)
    context.exit(exitOf(report.problem?.code))
  } finally {
    progress.clear()
    await signatures.close()
  }
}

/** What could not be read is not what is wrong. */
function exitOf(code: string | undefined): ExitCode {
  if (code === undefined) return exitCodes.ok
  if (code === 'source.no_log') return exitCodes.notFound
  return code === 'source.unreadable' ? exitCodes.unavailable : exitCodes.notMet
}

async function showEntry(
  source: Source,
  seq: number,
  options: Options,
  flags: Flags,
  context: Context,
): Promise<void> {
  const found = await verifyEntry(source, seq, options)
  if (!found.ok) {
    const { code, reason } = found.refusal
    const asJson = flags.json ? JSON.stringify(found.refusal) : null
    throw new Stop({ code, reason: `${reason} (${code})` }, [], { exitCode: exitOf(code), asJson })
  }
  const { entry, size, origin, proof, older } = found.value
  if (flags.json) return void context.out.write(`${harmlessJson({ origin, size, entry, proof })}\n`)
  context.out.write(`${harmlessJson(entry)}\n`)
  context.err.write(
    `equalizer: entry ${seq} is in the log ${harmless(origin)}, as it is signed at ${size} entries.\n`,
  )
  if (older && !older.isBeginning) {
    context.err.write(
      `equalizer: ${older.size} entries of it were seen before; whether this older copy is their beginning was not checked.\n`,
    )
  }
}
