// Whether YAML text nests beyond all reason, told before it is parsed: the parser takes gigabytes to find out.
import { limits } from '../limits.ts'

/** Counts brackets outside of quotes and comments, `- ` or `? ` one behind the other, and levels of indentation. */
export function nestsTooDeep(text: string): boolean {
  return bracketsTooDeep(text) || indentsTooDeep(text)
}

function bracketsTooDeep(text: string): boolean {
  let depth = 0
  let quote = ''
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string
    if (quote !== '') {
      if (char === '\\' && quote === '"') at += 1
      // A quote in a plain word ends with its line at the latest: better to count a bracket too many.
      else if (char === quote || char === '\n') quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '[' || char === '{') {
      depth += 1
      if (depth > limits.jsonDepth) return true
    } else if (char === ']' || char === '}') depth = Math.max(0, depth - 1)
    else if (char === '#' && /\s/.test(text[at - 1] ?? '\n')) {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end - 1
    }
  }
  return new RegExp(`(?:[-?:][ \\t]+){${limits.jsonDepth}}`).test(text)
}

/** One blank further in at every line, a file of a few hundred lines ends the parser's stack. */
function indentsTooDeep(text: string): boolean {
  const open: number[] = []
  for (const [, blanks = ''] of text.matchAll(/^( *)[^ #\r\n]/gm)) {
    while ((open.at(-1) ?? -1) >= blanks.length) open.pop()
    open.push(blanks.length)
    if (open.length > limits.jsonDepth) return true
  }
  return false
}
