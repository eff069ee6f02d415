// What completion knows of the verbs: their names, options and words, read from commander's own tree.
import type { Command } from 'commander'

export interface OptionEntry {
  readonly flag: string
  readonly description: string
  /** What follows it: nothing, the id of a unit, or a file or other value. */
  readonly takes: 'nothing' | 'unit' | 'value'
}

export interface VerbEntry {
  readonly name: string
  readonly summary: string
  readonly options: readonly OptionEntry[]
  /** Words that may stand next: choices of an argument, or verbs below this one. */
  readonly words: readonly string[]
  /** The first argument is the id of a unit. */
  readonly unitFirst: boolean
}

export interface CommandTree {
  readonly name: string
  readonly verbs: readonly VerbEntry[]
}

const unitFlags = new Set(['--unit', '--fail-under'])

export function treeOf(program: Command): CommandTree {
  const shown = program.createHelp().visibleCommands(program)
  return { name: program.name(), verbs: shown.filter(verb => verb.name() !== 'help').map(verbEntry) }
}

function verbEntry(verb: Command): VerbEntry {
  const options = verb.options.map((option): OptionEntry => {
    const flag = option.long ?? option.flags
    const value = option.required || option.optional
    return {
      flag,
      description: option.description,
      takes: unitFlags.has(flag) ? 'unit' : value ? 'value' : 'nothing',
    }
  })
  const [first] = verb.registeredArguments
  return {
    name: verb.name(),
    summary: verb.summary() || verb.description(),
    options: [...options, { flag: '--help', description: 'say how it is used', takes: 'nothing' }],
    words: [...verb.commands.map(below => below.name()), ...(first?.argChoices ?? [])],
    unitFirst: first?.name() === 'unit',
  }
}
