// Names of files that people put in: one that is safe to show, and the ending by which readers know the format.
const charsAtMost = 120
const endings = /(\.(?:csv|tsv|txt|jsonl?|ndjson|ldjson|ya?ml))?(\.gz)?$/i
/** Control characters, and marks that turn the direction of writing so that a name reads as another. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Without folders, control characters and excess; `file` where nothing is left. Only ever shown, never opened. */
export function shownName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? '').replace(unsafe, '').trim()
  if (plain.replaceAll('.', '') === '') return 'file'
  if (plain.length <= charsAtMost) return plain
  const ending = endingOf(plain)
  return `${plain.slice(0, charsAtMost - ending.length - 1).toWellFormed()}…${ending}`
}

/** `.csv.gz`, in lower case; empty where the format is told by the content alone. */
export function endingOf(name: string): string {
  return (endings.exec(name)?.[0] ?? '').toLowerCase()
}
