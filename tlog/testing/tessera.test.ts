// The log that comes with Tessera, another implementation: all its checkpoints, tiles and bundles, read, checked and made anew.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import { checkpointText, openCheckpoint } from '../checkpoint/checkpoint.ts'
import { emptyFrontier, extended, rootOf } from '../merkle/frontier.ts'
import { leafHash } from '../merkle/hash.ts'
import { verifyConsistency, verifyInclusion } from '../merkle/verify.ts'
import { nativeVerify } from '../node/signer.ts'
import { nobleVerify } from '../note/ed25519.ts'
import { formatNote } from '../note/note.ts'
import { parseVkey } from '../note/vkey.ts'
import { decodeBundle, encodeBundle } from '../tiles/bundle.ts'
import {
  consistencyProofFromTiles,
  inclusionProofFromTiles,
  type ReadTile,
  rootFromTiles,
} from '../tiles/hash-reader.ts'
import { tilePath } from '../tiles/path.ts'
import { testLog } from './test-log.ts'

const sizes = Array.from({ length: 16 }, (_, size) => size)

describeWithData('the log of Tessera', ['standards/tessera-testlog'], ([folder = '']) => {
  const bytes = (path: string) => Uint8Array.from(readFileSync(join(folder, path)))
  const text = (path: string) => readFileSync(join(folder, path), 'utf8')
  const readTile: ReadTile = async (level, index, width) => bytes(tilePath(level, index, width))
  const vkey = parseVkey(text('vkey.txt').trim())
  if (!vkey.ok) throw new Error(vkey.refusal.reason)
  const keys = [vkey.value]

  function opened(path: string) {
    const checkpoint = openCheckpoint(text(path), keys, nobleVerify)
    if (!checkpoint.ok) throw new Error(checkpoint.refusal.code)
    expect(openCheckpoint(text(path), keys, nativeVerify)).toEqual(checkpoint)
    return checkpoint.value
  }
  const entriesAt = (size: number) => {
    const bundle = decodeBundle(bytes(tilePath('entries', 0, size)), size)
    if (!bundle.ok) throw new Error(bundle.refusal.code)
    return bundle.value
  }
  const all = entriesAt(15)

  test.each(sizes)('checkpoint %i is signed, and is the root of its entries and of its tiles', async size => {
    const { checkpoint, note } = opened(`checkpoint.${size}`)
    expect(checkpoint.size).toBe(size)
    expect(formatNote(note)).toBe(text(`checkpoint.${size}`))
    expect(checkpointText(checkpoint)).toBe(note.text)
    expect(rootOf(extended(emptyFrontier, all.slice(0, size).map(leafHash)))).toEqual(checkpoint.root)
    expect(await rootFromTiles(size, readTile)).toEqual(checkpoint.root)
  })

  test.each(sizes.slice(1))(
    'tile and bundle of width %i are to the byte what a log here would publish',
    async size => {
      const ours = testLog({ origin: 'example.com/log/testdata', entries: all })
      const [tile, bundle] = [tilePath(0, 0, size), tilePath('entries', 0, size)]
      expect(await ours.read(tile)).toEqual(bytes(tile))
      expect(await ours.read(bundle)).toEqual(bytes(bundle))
      expect(encodeBundle(entriesAt(size))).toEqual(bytes(bundle))
    },
  )

  test('the last checkpoint is the fifteenth', () => {
    expect(text('checkpoint')).toBe(text('checkpoint.15'))
  })

  test('proofs out of its tiles hold between all its checkpoints', async () => {
    for (const to of sizes) {
      const { root: toRoot } = opened(`checkpoint.${to}`).checkpoint
      for (const from of sizes.slice(0, to + 1)) {
        const { root: fromRoot } = opened(`checkpoint.${from}`).checkpoint
        const proof = await consistencyProofFromTiles(from, to, readTile)
        expect(verifyConsistency({ from, to, fromRoot, toRoot, proof })).toBe(true)
      }
      for (const [index, entry] of all.slice(0, to).entries()) {
        const proof = await inclusionProofFromTiles(index, to, readTile)
        expect(verifyInclusion({ index, size: to, leaf: leafHash(entry), proof, root: toRoot })).toBe(true)
      }
    }
  })
})
