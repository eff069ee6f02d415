// `equalizer charter export` and `import`: what is in force as one file, and a changed file turned into acts.
import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { Charter, DecisionClass, Gate, Group } from '@equalizer/core'
import { problemLine, writeCharter } from '@equalizer/core'
import { readCharterFile } from '@equalizer/evidence'
import type { Command } from 'commander'
import { addDoorOptions, type Connection, connect, type DoorFlags } from '../door/connect.ts'
import { putOut } from '../door/put-out.ts'
import { type Command as Asked, sent } from '../door/send.ts'
import { writeOutput } from '../output/write-file.ts'
import { counting } from '../report/words.ts'
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from './context.ts'

export function addCharterFile(charter: Command, context: Context): void {
  const out = charter
    .command('export')
    .description('Writes the charter in force, with the rules, as one file.')
    .argument('[file]', 'where to; the output when left out')
  addDoorOptions(out)
    .addHelpText('after', '\nExamples:\n  $ equalizer charter export equalizer.yaml')
    .action((file: string | undefined, flags: DoorFlags) => exported(file, flags, context))
  const into = charter
    .command('import')
    .description('Turns what a file changes into acts and sends them; each is decided by its own rule.')
    .argument('<file>', 'the charter file')
    .option('--dry-run', 'only list the acts')
  addDoorOptions(into)
    .addHelpText('after', '\nExamples:\n  $ equalizer charter import equalizer.yaml --dry-run')
    .action((file: string, flags: DoorFlags & { dryRun?: boolean }) => imported(file, flags, context))
}

async function exported(file: string | undefined, flags: DoorFlags, context: Context): Promise<void> {
  const charter = await inForce(await connect(flags, context))
  const text = flags.json ? `${JSON.stringify(charter, null, 2)}\n` : writeCharter(charter)
  if (file === undefined) context.out.write(text)
  else await writeOutput(file, text)
}

/** The measuring charter together with the rules, as the file has them. */
async function inForce({ call, value, organization }: Connection): Promise<Charter> {
  const { charterWithRules } = await import('@equalizer/capabilities')
  const { charter } = await value(call('GET /api/organizations/{organization}/charter', { organization }))
  const rules = await value(call('GET /api/organizations/{organization}/rules', { organization }))
  const units = rules.units.map(({ unit, version, classes, gates }) => {
    const said = { version, classes: classes as DecisionClass[], gates: gates as Gate[] }
    return [unit, said] as const
  })
  const groups = rules.groups.map(({ group }) => [group.id, group as Group] as const)
  return charterWithRules(charter as Charter, {
    groups: Object.fromEntries(groups),
    units: Object.fromEntries(units),
  })
}

async function imported(
  file: string,
  flags: DoorFlags & { dryRun?: boolean },
  context: Context,
): Promise<void> {
  const wanted = await fileAt(file)
  const connection = await connect(flags, context)
  const { charterActs } = await import('@equalizer/capabilities')
  const made = charterActs(await inForce(connection), wanted, { salt: randomBytes(16).toString('hex') })
  if (!made.ok) throw new Stop(made.refusal)
  const { acts, documents } = made.value
  if (flags.dryRun || acts.length === 0) {
    const lines = acts.map(({ type, unit }) => `${type} in ${unit}`)
    return putOut(context, flags, acts, () =>
      [
        ...lines,
        acts.length === 0 ? 'The file changes nothing.' : `${counting(acts.length, 'act')}; none sent.`,
      ].join('\n'),
    )
  }
  await keep(connection, documents)
  const answers: object[] = []
  for (const act of acts) {
    const answer = await sent(connection, { kind: 'act', act } as Asked).catch((error: unknown) => {
      const before = `${answers.length} of ${counting(acts.length, 'act')} sent; refused: ${act.type} in ${act.unit}`
      context.err.write(`equalizer: ${before}\n`)
      throw error
    })
    answers.push({ type: act.type, unit: act.unit, ...answer })
    if (!flags.json) context.out.write(`${act.type} in ${act.unit}: ${harmless(answer.sentence)}\n`)
  }
  if (flags.json) context.out.write(`${JSON.stringify(answers, null, 2)}\n`)
}

async function fileAt(file: string): Promise<Charter> {
  const read = await readCharterFile(file)
  if (read.ok) return read.value
  const name = basename(file)
  const lines = read.problems.map(problem => harmless(problemLine(problem, name)))
  throw new Stop({ ...read.refusal, reason: `${harmless(read.refusal.reason)}; nothing was sent.` }, lines)
}

/** Texts that the acts name by CID come first. */
async function keep(
  { call, value, organization }: Connection,
  documents: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [cid, text] of Object.entries(documents)) {
    const body = { base64: Buffer.from(text).toString('base64'), type: 'application/json' }
    const kept = await value(
      call('POST /api/organizations/{organization}/documents', { organization }, { body }),
    )
    if (kept.cid !== cid) throw new Error(`the server kept ${kept.cid} in place of ${cid}`)
  }
}
