// The completion script for fish.
import type { CommandTree } from './tree.ts'

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

export function fishScript({ name, verbs }: CommandTree): string {
  const lines = verbs.flatMap(verb => {
    const here = `-n ${quote(`__fish_seen_subcommand_from ${verb.name}`)}`
    const options = verb.options.map(({ flag, description, takes }) => {
      const value = takes === 'unit' ? ` -x -a '(${name} units 2>/dev/null)'` : takes === 'value' ? ' -r' : ''
      return `complete -c ${name} ${here} -l ${flag.replace(/^--/, '')}${value} -d ${quote(description)}`
    })
    const words = verb.listedBy
      ? [`complete -c ${name} ${here} -a '(${name} ${verb.listedBy} 2>/dev/null)'`]
      : verb.words.length > 0
        ? [`complete -c ${name} ${here} -f -a ${quote(verb.words.join(' '))}`]
        : []
    const own = `complete -c ${name} -n __fish_use_subcommand -f -a ${verb.name} -d ${quote(verb.summary)}`
    return [own, ...words, ...options]
  })
  return `# Completion of ${name} for fish, from: ${name} completion fish\n${lines.join('\n')}\n`
}
