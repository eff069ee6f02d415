// The quorum of a policy in the reader's language: `2 of (w1, all of (a, b))`, as the server answers it, said in words.
import { logWords } from '../messages/log-words.ts'

type Counted = 'all' | 'any' | number
type Said = { readonly name: string } | { readonly counted: Counted; readonly of: readonly Said[] }

/** A policy nests less deeply; what goes deeper is shown as it came. */
const deepest = 32
const group = /(all|any|[1-9]\d{0,3}) of \(/y
const name = /[^\s,()]+/y

/** Reads from the beginning to the end or answers null: a name may hold anything, and then the text says it best. */
function read(text: string): Said | null {
  let at = 0
  function taken(form: RegExp): RegExpExecArray | null {
    form.lastIndex = at
    const found = form.exec(text)
    if (found) at = form.lastIndex
    return found
  }
  function one(depth: number): Said | null {
    const opened = taken(group)
    if (!opened) return leaf()
    const counted = opened[1] === 'all' || opened[1] === 'any' ? opened[1] : Number(opened[1])
    const of: Said[] = []
    do {
      const member = depth < deepest ? one(depth + 1) : null
      if (!member) return null
      of.push(member)
    } while (skipped(', '))
    return skipped(')') ? { counted, of } : null
  }
  function leaf(): Said | null {
    const found = taken(name)
    return found ? { name: found[0] } : null
  }
  function skipped(sign: string): boolean {
    if (!text.startsWith(sign, at)) return false
    at += sign.length
    return true
  }
  const said = one(0)
  return at === text.length ? said : null
}

function words(said: Said): string {
  if ('name' in said) return said.name
  const { all, any, some } = logWords().log.witnesses.quorum
  const list = said.of.map(words).join(', ')
  if (said.counted === 'all') return all(list)
  return said.counted === 'any' ? any(list) : some(String(said.counted), list)
}

/** `text` as `quorumText` of `@equalizer/tlog` makes it; what is not of that form comes back as it is. */
export function quorumWords(text: string): string {
  if (text === 'none') return logWords().log.witnesses.quorum.none
  const said = read(text)
  return said === null ? text : words(said)
}
