// Trees and proofs against RFC 6962's own definitions, written out here as the text has them, at every small size and at some large.
import { createHash } from 'node:crypto'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { decodeFrontier, emptyFrontier, encodeFrontier, extended, rootOf } from './frontier.ts'
import { emptyRoot, leafHash, nodeHash } from './hash.ts'
import { consistencyProof, type HashAt, inclusionProof, rangeRoot, subtreeConsistencyProof } from './prove.ts'
import { isSubtree } from './subtree.ts'
import {
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './verify.ts'

type Hashes = readonly Uint8Array[]

const sha = (...parts: readonly (Uint8Array | string)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return Uint8Array.from(hash.digest())
}
/** "let k be the largest power of two smaller than n" */
const kOf = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1)

/** Section 2.1, over entries. */
function mth(d: Hashes): Uint8Array {
  if (d.length === 0) return sha('')
  if (d.length === 1) return sha(Uint8Array.of(0), d[0] ?? '')
  const k = kOf(d.length)
  return sha(Uint8Array.of(1), mth(d.slice(0, k)), mth(d.slice(k)))
}

/** Section 2.1.1. */
function path(m: number, d: Hashes): Uint8Array[] {
  if (d.length === 1) return []
  const k = kOf(d.length)
  return m < k
    ? [...path(m, d.slice(0, k)), mth(d.slice(k))]
    : [...path(m - k, d.slice(k)), mth(d.slice(0, k))]
}

/** Section 2.1.2. */
function subproof(m: number, d: Hashes, b: boolean): Uint8Array[] {
  if (m === d.length) return b ? [] : [mth(d)]
  const k = kOf(d.length)
  return m <= k
    ? [...subproof(m, d.slice(0, k), b), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))]
}

const most = 70
const entries = Array.from({ length: most }, (_, i) => new TextEncoder().encode(`entry ${i}`))
const leaves = entries.map(leafHash)
const at: HashAt = (height, index) => mth(entries.slice(index * 2 ** height, (index + 1) * 2 ** height))
const sizes = Array.from({ length: most + 1 }, (_, size) => size)
const roots = sizes.map(size => mth(entries.slice(0, size)))

describe('at every size from 0 to 70', () => {
  test('the frontier has the root that RFC 6962 defines, grown at once or leaf by leaf', () => {
    let growing = emptyFrontier
    for (const size of sizes) {
      expect(rootOf(growing)).toEqual(roots[size])
      expect(rootOf(extended(emptyFrontier, leaves.slice(0, size)))).toEqual(roots[size])
      expect(rangeRoot(0, size, at)).toEqual(roots[size])
      growing = extended(growing, leaves.slice(size, size + 1))
    }
    expect(roots[0]).toEqual(emptyRoot)
  })

  test('a frontier comes back from its text and grows on', () => {
    for (const size of sizes) {
      const frontier = extended(emptyFrontier, leaves.slice(0, size))
      const back = decodeFrontier(size, encodeFrontier(frontier))
      expect(back).toEqual({ ok: true, value: frontier })
      if (back.ok) expect(rootOf(extended(back.value, leaves.slice(size)))).toEqual(roots[most])
    }
    expect(decodeFrontier(3, encodeFrontier(extended(emptyFrontier, leaves.slice(0, 2)))).ok).toBe(false)
    expect(decodeFrontier(-1, '').ok).toBe(false)
    expect(decodeFrontier(1.5, '').ok).toBe(false)
  })

  test('inclusion proofs are those of section 2.1.1 and hold for that leaf, place and size alone', () => {
    for (const size of sizes.slice(1)) {
      const root = roots[size] ?? emptyRoot
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(index, size, at)
        const leaf = leaves[index] ?? emptyRoot
        expect(proof).toEqual(path(index, entries.slice(0, size)))
        const claim = { index, size, leaf, proof, root }
        expect(verifyInclusion(claim)).toBe(true)
        expect(verifyInclusion({ ...claim, leaf: nodeHash(leaf, leaf) })).toBe(false)
        if (size > 1) expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(false)
        expect(verifyInclusion({ ...claim, proof: [...proof, root] })).toBe(false)
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false)
      }
    }
  })

  test('consistency proofs are those of section 2.1.2 and hold for those trees alone', () => {
    for (const to of sizes) {
      for (let from = 0; from <= to; from++) {
        const proof = consistencyProof(from, to, at)
        if (from > 0) expect(proof).toEqual(subproof(from, entries.slice(0, to), true))
        const [fromRoot = emptyRoot, toRoot = emptyRoot] = [roots[from], roots[to]]
        const claim = { from, to, fromRoot, toRoot, proof }
        expect(verifyConsistency(claim)).toBe(true)
        expect(verifyConsistency({ ...claim, fromRoot: nodeHash(fromRoot, toRoot) })).toBe(false)
        expect(verifyConsistency({ ...claim, proof: [...proof, toRoot] })).toBe(false)
        if (from > 0) expect(verifyConsistency({ ...claim, toRoot: nodeHash(fromRoot, toRoot) })).toBe(false)
        if (from !== to) expect(verifyConsistency({ ...claim, from: to, to: from })).toBe(false)
      }
    }
  })

  test('every subtree is proven to be in every tree that has it', () => {
    for (const size of [1, 2, 3, 7, 8, 13, 14, 33, 64, 70]) {
      for (let start = 0; start < size; start++) {
        for (let end = start + 1; end <= size; end++) {
          if (!isSubtree(start, end, size)) continue
          const node = mth(entries.slice(start, end))
          const proof = subtreeConsistencyProof(start, end, size, at)
          const claim = { start, end, size, node, root: roots[size] ?? emptyRoot, proof }
          expect(verifySubtreeConsistency(claim)).toBe(true)
          expect(verifySubtreeConsistency({ ...claim, node: nodeHash(node, node) })).toBe(false)
          const within = inclusionProof(0, end - start, (height, i) => at(height, start / 2 ** height + i))
          const leaf = leaves[start] ?? emptyRoot
          expect(verifySubtreeInclusion({ index: start, start, end, leaf, proof: within, root: node })).toBe(
            true,
          )
        }
      }
    }
  })
})

describe('of no tree that could be held', () => {
  /** A tree whose leaves from the middle on are all one leaf: hashes of any height at once. */
  const uniform: Uint8Array[] = [leafHash(new Uint8Array(0))]
  for (let height = 1; height <= 53; height++) {
    const below = uniform[height - 1] ?? emptyRoot
    uniform.push(nodeHash(below, below))
  }
  const large: HashAt = height => uniform[height] ?? emptyRoot
  const size = fc.maxSafeNat().filter(n => n > 0)

  test('proofs hold up to 2^53 - 1 leaves', () => {
    fc.assert(
      fc.property(size, fc.maxSafeNat(), (to, any) => {
        const from = 1 + (any % to)
        const [fromRoot, toRoot] = [rangeRoot(0, from, large), rangeRoot(0, to, large)]
        const proof = consistencyProof(from, to, large)
        expect(verifyConsistency({ from, to, fromRoot, toRoot, proof })).toBe(true)
        const leaf = large(0, 0)
        const path = inclusionProof(from - 1, to, large)
        expect(verifyInclusion({ index: from - 1, size: to, leaf, proof: path, root: toRoot })).toBe(true)
        expect(Math.max(proof.length, path.length)).toBeLessThanOrEqual(54)
      }),
    )
  })

  test('whatever is claimed is answered', () => {
    const hash = fc.uint8Array({ maxLength: 40 })
    const number = fc.oneof(fc.maxSafeNat(), fc.double(), fc.integer(), fc.constant(2 ** 53))
    fc.assert(
      fc.property(number, number, hash, hash, fc.array(hash, { maxLength: 70 }), (a, b, c, d, proof) => {
        expect(typeof verifyInclusion({ index: a, size: b, leaf: c, proof, root: d })).toBe('boolean')
        expect(typeof verifyConsistency({ from: a, to: b, fromRoot: c, toRoot: d, proof })).toBe('boolean')
      }),
    )
  })

  test('a range that is no subtree is a fault to prove and false to check', () => {
    expect(() => subtreeConsistencyProof(1, 3, 4, large)).toThrow(RangeError)
    expect(() => inclusionProof(4, 4, large)).toThrow(RangeError)
    const node = emptyRoot
    expect(verifySubtreeConsistency({ start: 1, end: 3, size: 4, node, root: node, proof: [] })).toBe(false)
  })
})
