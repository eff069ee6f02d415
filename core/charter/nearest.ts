// The known word that a mistyped one most likely meant, for "did you mean".

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const edited = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      )
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = swapped ? Math.min(edited, (beforeLast[j - 2] as number) + 1) : edited
    }
    beforeLast = last
    last = row
  }
  return last[b.length] as number
}

const longest = 64
const compared = 5_000

/** null where nothing is near: more than a third of the letters differ. Long words and long lists are not compared. */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > longest) return null
  const lower = word.toLowerCase()
  let best: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  let left = compared
  for (const candidate of known) {
    if (left === 0) break
    left -= 1
    if (candidate.length > longest || Math.abs(candidate.length - word.length) >= least) continue
    const away = distance(lower, candidate.toLowerCase())
    if (away < least) {
      least = away
      best = candidate
    }
  }
  return best
}
