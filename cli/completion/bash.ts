// The completion script for bash.
import { type CommandTree, listVerbs, type VerbEntry } from './tree.ts'

export function bashScript({ name, verbs }: CommandTree): string {
  const unitFlags = [
    ...new Set(
      verbs.flatMap(verb => verb.options.filter(option => option.takes === 'unit').map(o => o.flag)),
    ),
  ]
  return `# Completion of ${name} for bash, from: ${name} completion bash
${listVerbs.map(verb => `_${name}_${verb}() { ${name} ${verb} 2>/dev/null; }`).join('\n')}
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" verb="" place=0 i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      -*) ;;
      *) if [[ -z "$verb" ]]; then verb="\${COMP_WORDS[i]}"; else ((place++)); fi ;;
    esac
  done
  COMPREPLY=()
  case "$before" in
    ${unitFlags.join('|')}) mapfile -t COMPREPLY < <(compgen -W "$(_${name}_units)" -- "$current"); return ;;
  esac
  case "$verb" in
    "") mapfile -t COMPREPLY < <(compgen -W "${verbs.map(verb => verb.name).join(' ')} --help --version" -- "$current") ;;
${verbs.map(verb => caseOf(name, verb)).join('\n')}
  esac
}
complete -o filenames -o bashdefault -o default -F _${name} ${name}
`
}

function caseOf(name: string, verb: VerbEntry): string {
  const flags = verb.options.map(option => option.flag).join(' ')
  const words = verb.listedBy ? `$(_${name}_${verb.listedBy})` : verb.words.join(' ')
  const first =
    words === ''
      ? ''
      : `elif ((place == 0)); then mapfile -t COMPREPLY < <(compgen -W "${words}" -- "$current")
      `
  return `    ${verb.name})
      if [[ "$current" == -* ]]; then mapfile -t COMPREPLY < <(compgen -W "${flags}" -- "$current")
      ${first}else mapfile -t COMPREPLY < <(compgen -f -- "$current"); fi ;;`
}
