// The library of laws as properties, tried on the same examples in every run: a red one is then the change's doing.
import fc from 'fast-check'

const { EQUALIZER_EXAMPLES: asked = '1' } = process.env

/** `EQUALIZER_EXAMPLES=fresh` tries examples that nobody tried yet; a number, those of that number. */
if (asked !== 'fresh') fc.configureGlobal({ seed: Number(asked) })

export { fc }
