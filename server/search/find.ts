// Finds by a part of a name: whole names first, then beginnings, then beginnings of a word, then anywhere.
export interface Findable<T> {
  readonly names: readonly string[]
  readonly value: T
}

/** Small letters, marks kept, so that it reads the same in every language. */
const folded = (text: string) => text.normalize('NFC').toLowerCase()
const wordBefore = /[\s\p{P}\p{S}]$/u

/** 0 is best; null: it is not in it. */
export function rankOf(name: string, wanted: string): number | null {
  const text = folded(name)
  if (text === wanted) return 0
  const at = text.indexOf(wanted)
  if (at < 0) return null
  if (at === 0) return 1
  for (let found = at; found >= 0; found = text.indexOf(wanted, found + 1)) {
    if (wordBefore.test(text.slice(0, found))) return 2
  }
  return 3
}

/** Best first; equally good ones in the order given. Nothing is found by an empty text. */
export function find<T>(all: readonly Findable<T>[], text: string, most: number): T[] {
  const wanted = folded(text.trim())
  if (wanted === '') return []
  return all
    .flatMap(({ names, value }) => {
      const ranks = names.map(name => rankOf(name, wanted)).filter(rank => rank !== null)
      return ranks.length === 0 ? [] : [{ rank: Math.min(...ranks), value }]
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ value }) => value)
}
