// When two spellings of a name are the same name.

/** Compatibility-composed, lower case, single spaces. */
export function normalName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Two words or more, each with a letter: "Ada Lovelace", not "ada", "admin" or "root 1". */
export function isFullName(name: string): boolean {
  const words = normalName(name).split(' ')
  return words.length >= 2 && words.filter(word => /\p{L}{2,}/u.test(word)).length >= 2
}
