// `equalizer completion`: a completion script for a shell, generated from the tree of verbs.
import { charterIn, readCharterFile } from '@equalizer/evidence'
import { Argument, type Command } from 'commander'
import { bashScript } from '../completion/bash.ts'
import { fishScript } from '../completion/fish.ts'
import { type CommandTree, treeOf } from '../completion/tree.ts'
import { zshScript } from '../completion/zsh.ts'
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

Units are completed from the equalizer.yaml in the folder you are in.`

export function addCompletion(program: Command, context: Context): void {
  program
    .command('completion')
    .summary('print a completion script for your shell')
    .description('Prints a script that completes verbs, options and units by the Tab key.')
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(scripts)))
    .addHelpText('after', examples)
    .action((shell: string) => {
      context.out.write(scripts[shell]?.(treeOf(program)) ?? '')
    })
  program
    .command('units', { hidden: true })
    .description('Lists the ids of the units of the charter in this folder, for the completion scripts.')
    .action(async () => {
      const path = await charterIn(process.cwd())
      const read = path === null ? null : await readCharterFile(path)
      if (read?.ok) for (const unit of read.value.units) context.out.write(`${unit.id}\n`)
    })
}
