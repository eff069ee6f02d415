// Checking proofs about a Merkle tree: the same walk as proving, which works out both roots from the proof and compares.
// A proof that is too short, too long or of hashes that are none is false and never a fault.
import { sameBytes } from '../encoding/bytes.ts'
import { emptyRoot, hashBytes, nodeHash } from './hash.ts'
import { split } from './split.ts'
import { isSubtree } from './subtree.ts'

export interface Inclusion {
  readonly index: number
  readonly size: number
  /** The leaf's hash. */
  readonly leaf: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** RFC 6962, section 2.1.1. */
export function verifyInclusion({ index, size, leaf, proof, root }: Inclusion): boolean {
  if (leaf.length !== hashBytes || root.length !== hashBytes) return false
  return verifySubtreeConsistency({ start: index, end: index + 1, size, node: leaf, root, proof })
}

export interface Consistency {
  readonly from: number
  readonly to: number
  readonly fromRoot: Uint8Array
  readonly toRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** RFC 6962, section 2.1.2. The empty tree is the beginning of every tree, by an empty proof and with its own root. */
export function verifyConsistency({ from, to, fromRoot, toRoot, proof }: Consistency): boolean {
  if (from !== 0)
    return verifySubtreeConsistency({ start: 0, end: from, size: to, node: fromRoot, root: toRoot, proof })
  if (!Number.isSafeInteger(to) || to < 0 || proof.length > 0) return false
  if (!sameBytes(fromRoot, emptyRoot) || toRoot.length !== hashBytes) return false
  return to > 0 || sameBytes(toRoot, emptyRoot)
}

export interface SubtreeConsistency {
  readonly start: number
  readonly end: number
  readonly size: number
  /** The root over leaves [start, end). */
  readonly node: Uint8Array
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** draft-ietf-plants-merkle-tree-certs, section 4.4. No leaves at all, under the empty tree's root, are in every tree that long. */
export function verifySubtreeConsistency(claim: SubtreeConsistency): boolean {
  const { start, end, size, node, root, proof } = claim
  if (start === end) return isWithin(start, size) && proof.length === 0 && sameBytes(node, emptyRoot)
  if (!isSubtree(start, end, size)) return false
  // Of other lengths two pieces could be divided anew and hash to the same.
  if (proof.length > 0 && ![node, root, ...proof].every(hash => hash.length === hashBytes)) return false
  const reading = { proof, at: 0, start, end, node }
  const roots = walk(reading, start, 0, size, true)
  if (roots === null || reading.at !== proof.length) return false
  return sameBytes(roots.node, node) && sameBytes(roots.root, root)
}

function isWithin(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index <= size
}

export interface SubtreeInclusion {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly leaf: Uint8Array
  readonly proof: readonly Uint8Array[]
  /** The root over leaves [start, end). */
  readonly root: Uint8Array
}

/** That a leaf is under a subtree's root; `index` counts from the beginning of the whole tree. */
export function verifySubtreeInclusion({ index, start, end, leaf, proof, root }: SubtreeInclusion): boolean {
  if (!isSubtree(start, end, end) || index < start) return false
  return verifyInclusion({ index: index - start, size: end - start, leaf, proof, root })
}

interface Reading {
  readonly proof: readonly Uint8Array[]
  at: number
  readonly start: number
  readonly end: number
  readonly node: Uint8Array
}

interface Roots {
  readonly node: Uint8Array
  readonly root: Uint8Array
}

function walk(reading: Reading, start: number, lo: number, hi: number, known: boolean): Roots | null {
  if (start === lo && reading.end === hi) {
    const hash = known ? reading.node : reading.proof[reading.at++]
    return hash === undefined ? null : { node: hash, root: hash }
  }
  const middle = lo + split(hi - lo)
  const left = reading.end <= middle
  const across = !left && start < middle
  const below = left
    ? walk(reading, start, lo, middle, known)
    : walk(reading, across ? middle : start, middle, hi, known && !across)
  const sibling = reading.proof[reading.at++]
  if (below === null || sibling === undefined) return null
  const over = (hash: Uint8Array) => (left ? nodeHash(hash, sibling) : nodeHash(sibling, hash))
  return { node: across ? over(below.node) : below.node, root: over(below.root) }
}
