// Tiles: their paths to the letter, which of them a tree has, bundles to the byte, and every proof out of them.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { consistencyProof, inclusionProof, subtreeConsistencyProof } from '../merkle/prove.ts'
import { testLog } from '../testing/test-log.ts'
import { decodeBundle, encodeBundle } from './bundle.ts'
import { levelSize, newTiles, type Tile, tilesFor, widthIn } from './cover.ts'
import {
  consistencyProofFromTiles,
  createHashReader,
  inclusionProofFromTiles,
  rootFromTiles,
  subtreeProofFromTiles,
} from './hash-reader.ts'
import { parseTilePath, tilePath } from './path.ts'

describe('a path', () => {
  test('is as the specification writes it', () => {
    expect(tilePath(0, 1_234_067)).toBe('tile/0/x001/x234/067')
    expect(tilePath(0, 0)).toBe('tile/0/000')
    expect(tilePath(1, 999, 5)).toBe('tile/1/999.p/5')
    expect(tilePath('entries', 1_000, 255)).toBe('tile/entries/x001/000.p/255')
  })

  test('comes back from its text', () => {
    const level = fc.oneof(fc.constant('entries' as const), fc.nat(63))
    fc.assert(
      fc.property(level, fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (l, index, width) => {
        const read = parseTilePath(tilePath(l, index, width))
        expect(read).toEqual({ ok: true, value: { level: l, index, width } })
      }),
    )
  })

  test.each([
    'tile/0/0',
    'tile/0/0000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/00/001',
    'tile/64/001',
    'tile/-1/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/05',
    'tile/0/001.p/',
    'tile/0/001.p',
    'tile/entries',
    'tile/data/001',
    '/tile/0/001',
    'tile/0/001/',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/../001',
    'checkpoint',
    '',
    'x'.repeat(100_000),
  ])('%.40s is none', path => {
    const read = parseTilePath(path)
    expect(read.ok ? null : read.refusal.code).toBe('tile.bad_path')
  })
})

describe('the tiles of a tree', () => {
  test('of 70,000 leaves and of 256 are those that the specification counts', () => {
    expect(tilesFor(70_000)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ])
    expect(tilesFor(256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ])
    expect(tilesFor(0)).toEqual([])
    const all = [...newTiles(0, 70_000)]
    expect(all.filter(({ level, width }) => level === 0 && width === 256)).toHaveLength(273)
    expect(all.filter(({ level }) => level === 1)).toHaveLength(2)
  })

  test('growing in steps writes every tile that the whole has, and none twice at one width', () => {
    const name = ({ level, index, width }: Tile) => `${level}/${index}/${width}`
    fc.assert(
      fc.property(fc.array(fc.nat(70_000), { maxLength: 6 }), steps => {
        const sizes = [0, ...steps.sort((a, b) => a - b)]
        const written = sizes.slice(1).flatMap((to, i) => [...newTiles(sizes[i] ?? 0, to)].map(name))
        expect(new Set(written).size).toBe(written.length)
        const had = new Set(written)
        const whole = [...newTiles(0, sizes.at(-1) ?? 0)].map(name)
        expect(whole.filter(tile => !had.has(tile))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('a tile is as wide as the tree fills it', () => {
    expect(widthIn(0, 273, 70_000)).toBe(112)
    expect(widthIn(0, 274, 70_000)).toBe(0)
    expect(levelSize(2, 70_000)).toBe(1)
  })
})

describe('a bundle', () => {
  const entry = fc.uint8Array({ maxLength: 300 })

  test('comes back from its bytes, and from no others', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 256 }), entries => {
        const bytes = encodeBundle(entries)
        const back = decodeBundle(bytes, entries.length)
        expect(back.ok && back.value.map(one => [...one])).toEqual(entries.map(one => [...one]))
        expect(decodeBundle(bytes.subarray(1), entries.length).ok).toBe(false)
        expect(decodeBundle(Uint8Array.of(...bytes, 0), entries.length).ok).toBe(false)
        expect(decodeBundle(bytes, entries.length + 1).ok).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  test('holds an entry of 65,535 bytes and none longer', () => {
    expect(decodeBundle(encodeBundle([new Uint8Array(65_535)]), 1).ok).toBe(true)
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(RangeError)
    expect(decodeBundle(new Uint8Array(0), 0).ok).toBe(false)
    expect(decodeBundle(new Uint8Array(514), 257).ok).toBe(false)
  })
})

describe('out of the tiles of a log of 66,000 entries', () => {
  const size = 66_000
  const log = testLog({
    origin: 'example.org/tiles',
    entries: Array.from({ length: size }, (_, i) => `${i}`),
  })
  const edges = [0, 1, 255, 256, 257, 511, 65_535, 65_536, 65_537, size - 1]

  test('come the same roots and proofs as out of the tree', async () => {
    for (const at of edges) {
      expect(await inclusionProofFromTiles(at, size, log.readTile)).toEqual(inclusionProof(at, size, log.at))
      expect(await consistencyProofFromTiles(at, size, log.readTile)).toEqual(
        consistencyProof(at, size, log.at),
      )
      expect(await rootFromTiles(at, log.readTile)).toEqual(log.root(at))
    }
    const subtree = await subtreeProofFromTiles(65_536, size, size, log.readTile)
    expect(subtree).toEqual(subtreeConsistencyProof(65_536, size, size, log.at))
  })

  test('a tile is asked for once, at the width that the tree has', async () => {
    const asked: string[] = []
    await inclusionProofFromTiles(300, size, (level, index, width) => {
      asked.push(tilePath(level, index, width))
      return log.readTile(level, index, width)
    })
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.sort()).toEqual(['tile/0/001', 'tile/0/257.p/208', 'tile/1/000', 'tile/1/001.p/1'])
  })

  test('a tile of the wrong length is a fault, and so is one that was not fetched', async () => {
    await expect(rootFromTiles(size, async () => new Uint8Array(31))).rejects.toThrow(RangeError)
    expect(() => createHashReader(size, log.readTile).at(0, 0)).toThrow(RangeError)
  })
})
