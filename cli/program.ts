// The tree of verbs, with help that teaches; completion scripts are generated from this tree.
import { Command } from 'commander'
import { exitCodeWords } from './exit-codes.ts'
import manifest from './package.json' with { type: 'json' }
import { addBackup } from './verbs/backup.ts'
import { addCharter } from './verbs/charter.ts'
import { addCompletion } from './verbs/completion.ts'
import type { Context } from './verbs/context.ts'
import { addExplain } from './verbs/explain.ts'
import { addInit } from './verbs/init.ts'
import { addMeasure } from './verbs/measure.ts'
import { addRestore } from './verbs/restore.ts'
import { addSchema } from './verbs/schema.ts'

const examples = `
Examples:
  $ equalizer measure                                    a git repository or a folder of evidence
  $ equalizer explain technology                         why a unit stands where it stands
  $ equalizer init                                       write a charter: units, sliders, people, sources
  $ equalizer charter check                              what is wrong with it, with line and column
  $ equalizer measure --html report.html                 one page, to send or to serve
  $ equalizer schema charter > charter.schema.json       for your editor
  $ source <(equalizer completion bash)                  verbs, options and units by the Tab key
`

function exitCodeList(): string {
  const lines = exitCodeWords.map(([code, words]) => `  ${String(code).padStart(3)}  ${words}`)
  return `Exit codes:\n${lines.join('\n')}\n`
}

/** Errors of use are thrown as CommanderError, everything else as the verbs throw it. */
export function createProgram(context: Context): Command {
  const program = new Command('equalizer')
    .description('Equalizer measures where control really sits in an organization.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'say how it is used')
    .exitOverride()
    .showHelpAfterError('(--help says more)')
    .configureOutput({
      writeOut: text => void context.out.write(text),
      writeErr: text => void context.err.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'equalizer: ')),
    })
    .addHelpText('after', `${examples}\n${exitCodeList()}`)
  addMeasure(program, context)
  addExplain(program, context)
  addInit(program, context)
  addCharter(program, context)
  addSchema(program, context)
  addBackup(program, context)
  addRestore(program, context)
  addCompletion(program, context)
  return program
}
