// Bigints sorted without a comparison for each pair: by the bits of their nearest doubles, then exactly among equals.
import { highWord } from './doubles.ts'

/** `weights` and their `keys`, both largest first. A key is the nearest double, never negative; rounding keeps order. */
export function sortBigints(
  weights: readonly bigint[],
  keys: Float64Array,
): { exact: bigint[]; values: Float64Array } {
  const order = radixOrder(keys)
  const exact: bigint[] = []
  const values = new Float64Array(keys.length)
  for (let index = 0; index < keys.length; index += 1) {
    const from = order[index] as number
    exact.push(weights[from] as bigint)
    values[index] = keys[from] as number
  }
  let start = 0
  for (let end = 1; end <= exact.length; end += 1) {
    if (end < exact.length && values[end] === values[start]) continue
    if (end - start > 1) repair(exact, start, end)
    start = end
  }
  return { exact, values }
}

/** Puts a run right whose doubles are equal; a run of one and the same weight, the usual case, is left alone. */
function repair(sorted: bigint[], start: number, end: number): void {
  const first = sorted[start]
  let same = start + 1
  while (same < end && sorted[same] === first) same += 1
  if (same === end) return
  const run = sorted.slice(start, end).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  for (let offset = 0; offset < run.length; offset += 1) sorted[start + offset] = run[offset] as bigint
}

/** Indices of `keys`, largest key first: least digit first, 16 bits a round. Doubles above zero order as their bits. */
function radixOrder(keys: Float64Array): Uint32Array {
  const words = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2)
  let order = new Uint32Array(keys.length).map((_, index) => index)
  let next = new Uint32Array(keys.length)
  const counts = new Uint32Array(65_536)
  for (let round = 0; round < 4; round += 1) {
    const word = round < 2 ? 1 - highWord : highWord
    const shift = (round % 2) * 16
    counts.fill(0)
    for (let index = 0; index < keys.length; index += 1) {
      const digit = ((words[index * 2 + word] as number) >>> shift) & 0xffff
      counts[digit] = (counts[digit] as number) + 1
    }
    // All alike in this digit, as the lowest are of small whole numbers: nothing moves.
    if (counts.includes(keys.length)) continue
    let before = 0
    for (let digit = 65_535; digit >= 0; digit -= 1) {
      const count = counts[digit] as number
      counts[digit] = before
      before += count
    }
    for (let at = 0; at < order.length; at += 1) {
      const index = order[at] as number
      const digit = ((words[index * 2 + word] as number) >>> shift) & 0xffff
      const place = counts[digit] as number
      counts[digit] = place + 1
      next[place] = index
    }
    ;[order, next] = [next, order]
  }
  return order
}
