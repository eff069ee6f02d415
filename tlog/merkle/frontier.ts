// What is enough to go on growing a tree: the roots of the perfect subtrees on its right edge, one for each bit of its size.
import { accepted, type Result, refused } from '@equalizer/core'
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts'
import { emptyRoot, hashBytes, nodeHash } from './hash.ts'

export interface Frontier {
  /** Leaves. */
  readonly size: number
  /** Perfect subtrees, largest (leftmost) first. */
  readonly hashes: readonly Uint8Array[]
}

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/** The frontier after more leaves. Works through any number of them in order, holding one hash per bit of the size. */
export function extended(frontier: Frontier, leafHashes: Iterable<Uint8Array>, node = nodeHash): Frontier {
  const hashes = [...frontier.hashes]
  let size = frontier.size
  for (const leaf of leafHashes) {
    let hash = leaf
    // Each 1 at the end of the size is a perfect subtree as large as the one at hand: the two become one.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = node(popped(hashes), hash)
    hashes.push(hash)
    size++
  }
  return { size, hashes }
}

/** RFC 6962's MTH over all leaves. */
export function rootOf(frontier: Frontier, node = nodeHash): Uint8Array {
  return foldedRight(frontier.hashes, node)
}

/** The root over neighbouring perfect subtrees, each larger than the next; of none, the empty tree's. */
export function foldedRight(hashes: readonly Uint8Array[], node = nodeHash): Uint8Array {
  return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => node(left, right))
}

/** Base64 of the hashes one after another; the size is kept beside it. */
export function encodeFrontier(frontier: Frontier): string {
  const bytes = new Uint8Array(frontier.hashes.length * hashBytes)
  frontier.hashes.forEach((hash, i) => {
    bytes.set(hash, i * hashBytes)
  })
  return encodeBase64(bytes)
}

/** Refused as `frontier.malformed` where the text does not hold one hash for each bit of the size. */
export function decodeFrontier(size: number, text: string): Result<Frontier> {
  const bytes = decodeBase64(text)
  if (!Number.isSafeInteger(size) || size < 0 || bytes?.length !== bitsOf(size) * hashBytes) {
    return refused('frontier.malformed', 'This is no right edge of a tree of that size', { size })
  }
  const hashes = Array.from({ length: bitsOf(size) }, (_, i) =>
    bytes.slice(i * hashBytes, (i + 1) * hashBytes),
  )
  return accepted({ size, hashes })
}

/** How many bits of a size are 1. */
function bitsOf(size: number): number {
  let bits = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2
  return bits
}

function popped(hashes: Uint8Array[]): Uint8Array {
  const last = hashes.pop()
  if (last === undefined) throw new RangeError('a frontier holds fewer hashes than its size has bits')
  return last
}
