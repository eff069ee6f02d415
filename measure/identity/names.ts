// When two spellings of a name are the same name.

/** Compatibility-composed, lower case, single spaces, without characters that nobody sees. */
export function normalName(name: string): string {
  const seen = name.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  return seen.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Cyrillic and Greek letters that print like Latin ones, from the confusables of Unicode TS 39. */
const lookAlikes = new Map(
  [
    ['асԁеһіјорԛѕѵԝхуӏ', 'acdehijopqsvwxyl'],
    ['αιονρυχκ', 'aiovpuxk'],
  ].flatMap(([theirs = '', latin = '']) =>
    [...theirs].map((letter, index): [string, string] => [letter, latin[index] as string]),
  ),
)

/** What a reader takes the name for: look-alike letters as the Latin ones. */
export function shownName(name: string): string {
  return Array.from(normalName(name), letter => lookAlikes.get(letter) ?? letter).join('')
}

/** Two words or more, each with a letter: "Ada Lovelace", not "ada", "admin" or "root 1". */
export function isFullName(name: string): boolean {
  const words = normalName(name).split(' ')
  return words.length >= 2 && words.filter(word => /\p{L}{2,}/u.test(word)).length >= 2
}
