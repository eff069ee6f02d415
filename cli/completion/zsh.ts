// The completion script for zsh.
import type { CommandTree, OptionEntry, VerbEntry } from './tree.ts'

/** Descriptions stand inside of quotes and brackets, where these have a meaning. */
function plain(text: string): string {
  return text.replaceAll("'", '’').replace(/[[\]:\\`$"]/g, ' ')
}

export function zshScript({ name, verbs }: CommandTree): string {
  return `#compdef ${name}
# Completion of ${name} for zsh, from: ${name} completion zsh
_${name}() {
  local -a verbs
  verbs=(
${verbs.map(verb => `    '${verb.name}:${plain(verb.summary)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'verb' verbs
    return
  fi
  local verb="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$verb" in
${verbs.map(verb => caseOf(name, verb)).join('\n')}
  esac
}
if [[ "\${funcstack[1]}" == "_${name}" ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`
}

function caseOf(name: string, verb: VerbEntry): string {
  const units = `{compadd -- $(${name} units 2>/dev/null)}`
  const option = ({ flag, description, takes }: OptionEntry) => {
    const value = takes === 'nothing' ? '' : takes === 'unit' ? `:unit:${units}` : ':value:_files'
    return `'*${flag}[${plain(description)}]${value}'`
  }
  const first = verb.listedBy
    ? [`'1:id:{compadd -- $(${name} ${verb.listedBy} 2>/dev/null)}'`]
    : verb.words.length > 0
      ? [`'1:word:(${verb.words.join(' ')})'`]
      : []
  const all = [...verb.options.map(option), ...first, "'*:path:_files'"]
  return `    ${verb.name})\n      _arguments \\\n${all.map(one => `        ${one}`).join(' \\\n')}\n      ;;`
}
