// `equalizer completion`: a completion script for a shell, generated from the tree of verbs.
import { movePayloads } from '@equalizer/core'
import { charterIn, readCharterFile } from '@equalizer/evidence'
import { Argument, type Command } from 'commander'
import { bashScript } from '../completion/bash.ts'
import { fishScript } from '../completion/fish.ts'
import { type CommandTree, treeOf } from '../completion/tree.ts'
import { zshScript } from '../completion/zsh.ts'
import { type Connection, connect } from '../door/connect.ts'
import { Stop } from '../stop.ts'
import type { Context } from './context.ts'

const scripts: Readonly<Record<string, (tree: CommandTree) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

const examples = `
Examples:
  $ source <(equalizer completion bash)                                  in ~/.bashrc
  $ equalizer completion zsh > "\${fpath[1]}/_equalizer"
  $ equalizer completion fish > ~/.config/fish/completions/equalizer.fish

Units are completed from the equalizer.yaml in the folder you are in and, where EQUALIZER_KEY is set and the server answers
within a second, from there, as open decisions are.`

const patienceMs = 1_000

export function addCompletion(program: Command, context: Context): void {
  program
    .command('completion')
    .summary('print a completion script for your shell')
    .description(
      'Prints a script that completes verbs, options, act types, units and decisions by the Tab key.',
    )
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(scripts)))
    .addHelpText('after', examples)
    .action(async (shell: string) => {
      context.out.write(scripts[shell]?.(treeOf(program, await actTypes())) ?? '')
    })
  hiddenList(program, context, 'units', async () => [
    ...(await unitsInFile()),
    ...(await unitsOnServer(context)),
  ])
  hiddenList(program, context, 'open-decisions', () => openDecisions(context))
}

/** One id a line, for the completion scripts; what cannot be asked is left out, since nobody would read why. */
function hiddenList(program: Command, { out }: Context, name: string, list: () => Promise<string[]>): void {
  program
    .command(name, { hidden: true })
    .description('Lists ids for the completion scripts.')
    .action(async () => {
      for (const id of new Set(await list())) out.write(`${id}\n`)
    })
}

/** All that this version plugs in; a server may have others. */
async function actTypes(): Promise<string[]> {
  const { capabilities } = await import('@equalizer/capabilities')
  return [...Object.keys(movePayloads), ...capabilities.flatMap(({ acts }) => acts.map(({ type }) => type))]
}

async function unitsInFile(): Promise<string[]> {
  const path = await charterIn(process.cwd())
  const read = path === null ? null : await readCharterFile(path)
  return read?.ok ? read.value.units.map(({ id }) => id) : []
}

async function onServer(context: Context, ask: (to: Connection) => Promise<string[]>): Promise<string[]> {
  if (!context.env.EQUALIZER_KEY) return []
  try {
    return await ask(await connect({}, context, patienceMs))
  } catch (error) {
    if (error instanceof Stop) return []
    throw error
  }
}

const unitsOnServer = (context: Context) =>
  onServer(context, async ({ call, value, organization }) => {
    const { units } = await value(call('GET /api/organizations/{organization}/rules', { organization }))
    return units.map(({ unit }) => unit)
  })

const openDecisions = (context: Context) =>
  onServer(context, async ({ call, value, organization }) => {
    const input = { organization, state: 'open' } as const
    const { decisions } = await value(call('GET /api/organizations/{organization}/decisions', input))
    return decisions.map(({ id }) => id)
  })
