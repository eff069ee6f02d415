// The tree of verbs, with help that teaches; completion scripts are generated from this tree.
import { Command } from 'commander'
import { exitCodeWords } from './exit-codes.ts'
import manifest from './package.json' with { type: 'json' }
import { addAct } from './verbs/act.ts'
import { addActs } from './verbs/acts.ts'
import { addAnswer } from './verbs/answer.ts'
import { addBackup } from './verbs/backup.ts'
import { addCharter } from './verbs/charter.ts'
import { addCompletion } from './verbs/completion.ts'
import type { Context } from './verbs/context.ts'
import { addDecision } from './verbs/decision.ts'
import { addDecisions } from './verbs/decisions.ts'
import { addDelegate } from './verbs/delegate.ts'
import { addEntries } from './verbs/entries.ts'
import { addErase } from './verbs/erase.ts'
import { addExplain } from './verbs/explain.ts'
import { addForesee } from './verbs/foresee.ts'
import { addInit } from './verbs/init.ts'
import { addKey } from './verbs/key.ts'
import { addLog } from './verbs/log.ts'
import { addMeasure } from './verbs/measure.ts'
import { addMembers } from './verbs/members.ts'
import { addMirror } from './verbs/mirror.ts'
import { addMove } from './verbs/move.ts'
import { addRestore } from './verbs/restore.ts'
import { addRules } from './verbs/rules.ts'
import { addSchema } from './verbs/schema.ts'
import { addParts } from './verbs/take-part.ts'
import { addVerify } from './verbs/verify.ts'
import { addView } from './verbs/view.ts'
import { addVote } from './verbs/vote.ts'
import { addWitness } from './verbs/witness.ts'

const examples = `
Examples:
  $ equalizer measure                                    a git repository or a folder of evidence
  $ equalizer explain technology                         why a unit stands where it stands
  $ equalizer init                                       write a charter: units, sliders, people, sources
  $ equalizer charter check                              what is wrong with it, with line and column
  $ equalizer measure --html report.html                 one page, to send or to serve
  $ equalizer acts                                       what can be done in an organization's name (EQUALIZER_KEY)
  $ equalizer act charter.admit person=Ines              do it: at once, or a decision is opened
  $ equalizer vote D-17 for                              take part in one
  $ equalizer schema charter > charter.schema.json       for your editor
  $ source <(equalizer completion bash)                  verbs, options and units by the Tab key
`

function exitCodeList(): string {
  const lines = exitCodeWords.map(([code, words]) => `  ${String(code).padStart(3)}  ${words}`)
  return `Exit codes:\n${lines.join('\n')}\n`
}

/** The help lists verbs under these. */
const groups: readonly (readonly [string, readonly ((program: Command, context: Context) => void)[]])[] = [
  ['Measure:', [addMeasure, addExplain, addInit, addCharter, addSchema]],
  ['Act:', [addAct, addActs, addForesee]],
  ['Decide:', [addDecisions, addDecision, addVote, addParts, addAnswer, addDelegate, addKey]],
  ['Who decides:', [addRules, addMove, addMembers, addErase]],
  ['Look up:', [addView, addEntries, addVerify]],
  ['Watch logs:', [addWitness, addMirror]],
  ['Keep:', [addBackup, addRestore, addLog]],
  ['Else:', [addCompletion]],
]

/** Errors of use are thrown as CommanderError, everything else as the verbs throw it. */
export function createProgram(context: Context): Command {
  const program = new Command('equalizer')
    .description(
      'Equalizer measures where control really sits in an organization, and is the door through which it decides.',
    )
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
  for (const [heading, verbs] of groups) {
    program.commandsGroup(heading)
    for (const add of verbs) add(program, context)
  }
  program.helpCommand('help [verb]', 'say how a verb is used')
  return program
}
