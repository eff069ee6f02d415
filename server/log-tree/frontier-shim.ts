// Stands in for the tree of @equalizer/tlog until that has landed.
import { createHash } from 'node:crypto'
import { accepted, type Result } from '@equalizer/core'

export interface Frontier {
  readonly size: number
  readonly hashes: readonly Uint8Array[]
}
export const emptyFrontier: Frontier = { size: 0, hashes: [] }
const node = (a: Uint8Array, b: Uint8Array) =>
  createHash('sha256').update(Uint8Array.of(1)).update(a).update(b).digest()
export function extended(from: Frontier, leaves: Iterable<Uint8Array>): Frontier {
  let size = from.size
  const hashes = [...from.hashes]
  for (const leaf of leaves) {
    let hash = leaf
    for (let at = size; at % 2 === 1; at = Math.floor(at / 2)) hash = node(hashes.pop() as Uint8Array, hash)
    hashes.push(hash)
    size += 1
  }
  return { size, hashes }
}
export const encodeFrontier = (f: Frontier): string => Buffer.concat(f.hashes).toString('base64')
export function decodeFrontier(size: number, text: string): Result<Frontier> {
  const bytes = Buffer.from(text, 'base64')
  return accepted({
    size,
    hashes: Array.from({ length: bytes.length / 32 }, (_, i) => bytes.subarray(i * 32, i * 32 + 32)),
  })
}
