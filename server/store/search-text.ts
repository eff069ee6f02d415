// What a search looks through: the searched texts of a row as one, in small letters, made when the row is stored.

/** Between two texts, so that nothing is found across them. */
const between = '\u001f'

/** Small letters of every language. */
export function searchable(texts: readonly (string | null | undefined)[]): string {
  return texts
    .filter(text => text)
    .join(between)
    .toLowerCase()
}

/** What to look for in it; null: no text can hold it. */
export function searched(text: string): string | null {
  return text.includes(between) || text.includes('\0') || !text.isWellFormed() ? null : text.toLowerCase()
}
