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
  /** The hidden verb that lists what may stand first: units, decisions; null: the words above, or files. */
  readonly listedBy: string | null
}

export interface CommandTree {
  readonly name: string
  readonly verbs: readonly VerbEntry[]
}

const unitFlags = new Set(['--unit', '--fail-under'])
/** By the name of the first argument. */
const listers: Readonly<Record<string, string>> = { unit: 'units', decision: 'open-decisions' }
export const listVerbs = Object.values(listers)

/** `actTypes`: what completes an argument that is one. */
export function treeOf(program: Command, actTypes: readonly string[]): CommandTree {
  const shown = program.createHelp().visibleCommands(program)
  return {
    name: program.name(),
    verbs: shown.filter(verb => verb.name() !== 'help').map(verb => verbEntry(verb, actTypes)),
  }
}

function verbEntry(verb: Command, actTypes: readonly string[]): VerbEntry {
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
    words: [
      ...verb.commands.map(below => below.name()),
      ...(first?.argChoices ?? []),
      ...(first?.name() === 'type' ? actTypes : []),
    ],
    listedBy: listers[first?.name() ?? ''] ?? null,
  }
}
