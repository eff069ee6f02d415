// What stands in everything that a pattern matches, in words that the database understands.

export interface GlobText {
  /** How it begins; empty: anyhow. */
  readonly start: string
  /** What it may be instead, all of it. */
  readonly whole: string | null
  /** What it holds further on, somewhere. */
  readonly pieces: readonly string[]
}

/** Signs with a meaning of their own, and what a pattern may drop ("./"). */
const beginsPlain = /^[^*?[\](){}!+@\\|^$.]*/
/** Only these mean that whatever else stands there stands in the match too. */
const simple = /^[^[\](){}!+@\\|^$]+$/
const shortest = 2

// A slash beside a sign is left out: `**/test` matches `test`.
const withoutSlashes = (text: string) => text.replace(/^\/+|\/+$/g, '')

export function globText(glob: string | undefined): GlobText {
  if (glob === undefined) return { start: '', whole: null, pieces: [] }
  const plain = beginsPlain.exec(glob)?.[0] ?? ''
  if (plain === glob) return { start: glob, whole: null, pieces: [] }
  const start = plain.slice(0, plain.lastIndexOf('/') + 1)
  // `src/**` matches `src` too.
  const whole = glob.startsWith('**', start.length) ? withoutSlashes(start) : null
  if (!simple.test(glob) || glob.includes('./') || glob.includes('//')) return { start, whole, pieces: [] }
  const pieces = glob.slice(start.length).split(/[*?]+/).map(withoutSlashes)
  // The longest decides most.
  const telling = [...new Set(pieces)].filter(piece => piece.length >= shortest)
  return { start, whole, pieces: telling.sort((a, b) => b.length - a.length) }
}
