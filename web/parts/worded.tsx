// Words that may be a capability's own English, said to be English where the page is not.
import type { InWords } from '../words/in-words.ts'

export function Worded({ of }: { readonly of: InWords }) {
  return of.lang === undefined ? of.words : <span lang={of.lang}>{of.words}</span>
}
