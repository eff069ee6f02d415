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
/** One sign of some, or one text of some: whichever it is, what stands around it stands in the match. */
const choices = /\[[\w-]+\]|\{[^{}[\]()\\]*\}/g

// A slash beside a sign is left out: `**/test` matches `test`.
const withoutSlashes = (text: string) => text.replace(/^\/+|\/+$/g, '')

export function globText(glob: string | undefined): GlobText {
  if (glob === undefined) return { start: '', whole: null, pieces: [] }
  const plain = beginsPlain.exec(glob)?.[0] ?? ''
  if (plain === glob) return { start: glob, whole: null, pieces: [] }
  const start = plain.slice(0, plain.lastIndexOf('/') + 1)
  // `src/**` matches `src` too.
  const whole = glob.startsWith('**', start.length) ? withoutSlashes(start) : null
  const rest = glob.slice(start.length).replace(choices, '*')
  const told = simple.test(start + rest) && !/\.\/|\/\//.test(glob + start + rest)
  if (!told) return { start, whole, pieces: [] }
  const pieces = rest.split(/[*?]+/).map(withoutSlashes)
  // The longest decides most.
  const telling = [...new Set(pieces)].filter(piece => piece.length >= shortest)
  return { start, whole, pieces: telling.sort((a, b) => b.length - a.length) }
}
