// Proofs about a Merkle tree, of a leaf, a smaller tree or any subtree: one walk from the root to what is proven
// (RFC 6962, sections 2.1.1 and 2.1.2; draft-ietf-plants-merkle-tree-certs, section 4.4).
import { foldedRight } from './frontier.ts'
import { split } from './split.ts'
import { isSubtree } from './subtree.ts'

/** The root of the perfect subtree of 2^height leaves that starts at leaf index * 2^height. */
export type HashAt = (height: number, index: number) => Uint8Array

/** That the leaf at `index` is in the tree of `size`, from its sibling up. Faults where there is no such leaf. */
export function inclusionProof(index: number, size: number, at: HashAt): Uint8Array[] {
  return subtreeConsistencyProof(index, index + 1, size, at)
}

/** That the tree of `from` leaves is the beginning of the tree of `to`; empty where `from` is 0 or both are the same. */
export function consistencyProof(from: number, to: number, at: HashAt): Uint8Array[] {
  return from === 0 ? [] : subtreeConsistencyProof(0, from, to, at)
}

/** That leaves [start, end) under their own root are in the tree of `size`. Faults where that is no subtree of it. */
export function subtreeConsistencyProof(start: number, end: number, size: number, at: HashAt): Uint8Array[] {
  if (!isSubtree(start, end, size)) throw new RangeError(`[${start}, ${end}) is no subtree of ${size} leaves`)
  const proof: Uint8Array[] = []
  walk(start, end, 0, size, true, at, proof)
  return proof
}

/** `lo`, `hi`: the leaves under the node at hand. `known`: whether who checks has the root of what is proven as it stands. */
function walk(
  start: number,
  end: number,
  lo: number,
  hi: number,
  known: boolean,
  at: HashAt,
  proof: Uint8Array[],
): void {
  if (start === lo && end === hi) {
    if (!known) proof.push(rangeRoot(lo, hi, at))
    return
  }
  const middle = lo + split(hi - lo)
  if (end <= middle) {
    walk(start, end, lo, middle, known, at, proof)
    proof.push(rangeRoot(middle, hi, at))
  } else if (start >= middle) {
    walk(start, end, middle, hi, known, at, proof)
    proof.push(rangeRoot(lo, middle, at))
  } else {
    walk(middle, end, middle, hi, false, at, proof)
    proof.push(rangeRoot(lo, middle, at))
  }
}

/** The root over leaves [lo, hi), put together of its perfect subtrees; lo has room for the largest of them. */
export function rangeRoot(lo: number, hi: number, at: HashAt): Uint8Array {
  const hashes: Uint8Array[] = []
  let start = lo
  for (let height = 53; height >= 0; height--) {
    const width = 2 ** height
    if (hi - start < width) continue
    hashes.push(at(height, start / width))
    start += width
  }
  return foldedRight(hashes)
}
