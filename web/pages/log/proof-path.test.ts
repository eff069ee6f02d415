// The path of every entry of every small tree, against the tree's own root, and what it says of its neighbours.
import {
  emptyFrontier,
  extended,
  type HashAt,
  inclusionProof,
  leafHash,
  nodeHash,
  rangeRoot,
  rootOf,
  verifyInclusion,
} from '@equalizer/tlog'
import { expect, test } from 'vitest'
import { proofPath } from './proof-path.ts'
import { proofTiles } from './proof-tiles.ts'

const entryAt = (index: number) => new TextEncoder().encode(`entry ${index}`)
const at: HashAt = (height, index) =>
  height === 0 ? leafHash(entryAt(index)) : nodeHash(at(height - 1, index * 2), at(height - 1, index * 2 + 1))
const rootAt = (size: number) =>
  rootOf(
    extended(
      emptyFrontier,
      Array.from({ length: size }, (_, index) => leafHash(entryAt(index))),
    ),
  )

test('ends in the root, and each neighbour is the hash of the entries that it is said to stand for', () => {
  for (let size = 1; size <= 33; size++) {
    for (let index = 0; index < size; index++) {
      const hashes = inclusionProof(index, size, at)
      const path = proofPath({ index, size, entry: entryAt(index), hashes })
      expect(path?.root).toEqual(rootAt(size))
      const seen = new Set([index])
      for (const { covers, neighbour, side } of path?.steps ?? []) {
        const [from, to] = covers
        expect(rangeRoot(from, to + 1, at)).toEqual(neighbour)
        expect(side).toBe(to < index ? 'left' : 'right')
        for (let one = from; one <= to; one++) seen.add(one)
      }
      expect(seen.size).toBe(size)
    }
  }
})

test('another entry, another place, a hash too many or too few end elsewhere or nowhere', () => {
  const [index, size] = [5, 13]
  const hashes = inclusionProof(index, size, at)
  const given = { index, size, entry: entryAt(index), hashes }
  expect(proofPath({ ...given, entry: entryAt(6) })?.root).not.toEqual(rootAt(size))
  expect(proofPath({ ...given, index: 6 })?.root).not.toEqual(rootAt(size))
  expect(proofPath({ ...given, hashes: hashes.slice(1) })).toBeNull()
  expect(proofPath({ ...given, hashes: [...hashes, rootAt(3)] })).toBeNull()
  expect(proofPath({ ...given, index: 13 })).toBeNull()
  expect(proofPath({ ...given, index: -1 })).toBeNull()
  expect(proofPath({ ...given, index: 0.5 })).toBeNull()
})

test('holds in trees far larger than any of ours', () => {
  const anywhere: HashAt = (height, index) => leafHash(entryAt(height * 7 + (index % 1_000)))
  for (const [index, size] of [
    [299_999, 300_000],
    [0, 300_000],
    [262_144, 300_000],
    [2 ** 40 + 5, 2 ** 41 + 1_234_567],
  ] as const) {
    const hashes = inclusionProof(index, size, anywhere)
    const path = proofPath({ index, size, entry: entryAt(index), hashes })
    const root = path?.root ?? new Uint8Array()
    expect(verifyInclusion({ index, size, leaf: leafHash(entryAt(index)), proof: hashes, root })).toBe(true)
    expect(path?.steps.length).toBe(hashes.length)
  }
})

test('names the files that the proof is made of, partial ones at the right edge', () => {
  expect(proofTiles(0, 1)).toEqual(['tile/entries/000.p/1'])
  expect(proofTiles(1, 2)).toEqual(['tile/entries/000.p/2', 'tile/0/000.p/2'])
  expect(proofTiles(5, 300).sort()).toEqual(['tile/0/000', 'tile/0/001.p/44', 'tile/entries/000'])
  expect(proofTiles(299_999, 300_000)).toContain('tile/entries/x001/171.p/224')
})
