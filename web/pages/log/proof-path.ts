// An inclusion proof as a path (RFC 9162, section 2.1.3.2): at each height the neighbour, its side, what both come to.
import { leafHash, nodeHash } from '@equalizer/tlog'

export interface ProofStep {
  /** Of the two that are put together; 0: leaves. */
  readonly height: number
  readonly neighbour: Uint8Array
  /** On which side of the path the neighbour stands. */
  readonly side: 'left' | 'right'
  /** The entries that the neighbour stands for, both among them. */
  readonly covers: readonly [from: number, to: number]
  /** The hash of both. */
  readonly gives: Uint8Array
}

export interface ProofPath {
  readonly leaf: Uint8Array
  readonly steps: readonly ProofStep[]
  /** Where the path ends. */
  readonly root: Uint8Array
}

export interface Proved {
  readonly index: number
  readonly size: number
  /** The entry's bytes. */
  readonly entry: Uint8Array
  readonly hashes: readonly Uint8Array[]
}

const half = (value: number): number => Math.floor(value / 2)
const isOdd = (value: number): boolean => value % 2 === 1

/** null: no proof of that place in a tree of that size has so many hashes. */
export function proofPath({ index, size, entry, hashes }: Proved): ProofPath | null {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && 0 <= index && index < size)) return null
  const leaf = leafHash(entry)
  const steps: ProofStep[] = []
  let [node, last, height, hash] = [index, size - 1, 0, leaf]
  for (const neighbour of hashes) {
    if (last === 0) return null
    const isLeft = isOdd(node) || node === last
    // The last of a level without a neighbour goes up as it is.
    while (isLeft && !isOdd(node)) [node, last, height] = [half(node), half(last), height + 1]
    const width = 2 ** height
    hash = isLeft ? nodeHash(neighbour, hash) : nodeHash(hash, neighbour)
    const from = (isLeft ? node - 1 : node + 1) * width
    const covers = [from, Math.min(from + width, size) - 1] as const
    steps.push({ height, neighbour, side: isLeft ? 'left' : 'right', covers, gives: hash })
    ;[node, last, height] = [half(node), half(last), height + 1]
  }
  return last === 0 ? { leaf, steps, root: hash } : null
}
