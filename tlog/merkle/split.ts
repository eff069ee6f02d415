// Where RFC 6962 divides a tree that is not a single leaf: at the largest power of two below its size.

/** Of n >= 2; exact for all safe integers. */
export function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}
