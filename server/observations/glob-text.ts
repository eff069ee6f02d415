// What stands in everything that a pattern matches, in words that the database understands.

export interface GlobText {
  /** How it begins; empty: anyhow. */
  readonly start: string
  /** What it holds further on, somewhere. */
  readonly pieces: readonly string[]
}

/** Signs with a meaning of their own, and what a pattern may drop ("./"). */
const beginsPlain = /^[^*?[\](){}!+@\\|^$.]*/
/** Only these mean that whatever else stands there stands in the match too. */
const simple = /^[^[\](){}!+@\\|^$]+$/
const shortest = 2

// A slash beside a sign is left out: `src/**` matches `src`, and `**/test` matches `test`.
const withoutSlashes = (text: string) => text.replace(/^\/+|\/+$/g, '')

export function globText(glob: string | undefined): GlobText {
  if (glob === undefined) return { start: '', pieces: [] }
  const plain = beginsPlain.exec(glob)?.[0] ?? ''
  if (plain === glob) return { start: glob, pieces: [] }
  const start = plain.slice(0, Math.max(0, plain.lastIndexOf('/')))
  if (!simple.test(glob) || glob.includes('./') || glob.includes('//')) return { start, pieces: [] }
  const pieces = glob.split(/[*?]+/).map(withoutSlashes)
  return { start, pieces: [...new Set(pieces)].filter(piece => piece.length >= shortest && piece !== start) }
}
