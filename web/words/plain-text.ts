// Somebody's own words within a sentence of ours: as they wrote them, but so that they cannot steer the rest of it.

/** Of a name, a title or a purpose: more is read where it stands in full. */
const charsAtMost = 200

const controls = /[\p{Cc}\u2028\u2029\s]+/gu
/** Marks and overrides that turn the direction of whatever follows them. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Accents heaped up so high that they cover other lines. */
const heaped = /(\p{M}{4})\p{M}+/gu
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u

function cut(text: string): string {
  const letters = Array.from(text.slice(0, charsAtMost * 2 + 2))
  return letters.length > charsAtMost ? `${letters.slice(0, charsAtMost).join('')}…` : letters.join('')
}

/** One line; what runs from right to left stands apart from what is around it (Unicode UAX 9, isolates). */
export function plainText(text: string): string {
  const near = text.slice(0, charsAtMost * 20).toWellFormed()
  const line = cut(near.replace(turning, '').replace(controls, ' ').replace(heaped, '$1').trim())
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line
}
