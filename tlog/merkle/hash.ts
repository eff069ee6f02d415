// The two hashes of a Merkle tree (RFC 6962, section 2.1): a leaf and a node can never be taken for each other.
import { sha256 } from '@noble/hashes/sha2.js'

/** Bytes of one hash. */
export const hashBytes = 32

/** SHA-256 of nothing: the root of a tree without leaves. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array(0))

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** SHA-256(0x00 || entry). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256.create().update(leafPrefix).update(entry).digest()
}

/** SHA-256(0x01 || left || right), both 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(nodePrefix).update(left).update(right).digest()
}

/** Both, by whoever is quick at them. */
export interface TreeHashes {
  readonly leaf: (entry: Uint8Array) => Uint8Array
  readonly node: (left: Uint8Array, right: Uint8Array) => Uint8Array
}

/** In JavaScript. */
export const treeHashes: TreeHashes = { leaf: leafHash, node: nodeHash }
