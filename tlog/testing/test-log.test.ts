// The log for tests is one that strangers could read: what it serves is parsed and checked by the formats alone.
import { expect, test } from 'vitest'
import { openCheckpoint } from '../checkpoint/checkpoint.ts'
import { utf8Text } from '../encoding/bytes.ts'
import { emptyFrontier, extended, rootOf } from '../merkle/frontier.ts'
import { leafHash } from '../merkle/hash.ts'
import { verifyConsistency } from '../merkle/verify.ts'
import { parseVkey } from '../note/vkey.ts'
import { decodeBundle } from '../tiles/bundle.ts'
import { newTiles } from '../tiles/cover.ts'
import { consistencyProofFromTiles, rootFromTiles } from '../tiles/hash-reader.ts'
import { tilePath } from '../tiles/path.ts'
import { testLog } from './test-log.ts'

const log = testLog({
  origin: 'example.org/log',
  entries: Array.from({ length: 300 }, (_, i) => `${i}`),
  organization: 'acme',
})

test('its checkpoint is over the entries that its bundles hold', async () => {
  const about = utf8Text((await log.read('log.json')) ?? new Uint8Array(0))
  if (!about.ok) throw new Error(about.refusal.code)
  const { vkey, organization } = JSON.parse(about.value) as { vkey: string; organization: { id: string } }
  expect(organization).toEqual({ id: 'acme' })
  const key = parseVkey(vkey)
  const text = utf8Text((await log.read('checkpoint')) ?? new Uint8Array(0))
  if (!key.ok || !text.ok) throw new Error('not read')
  const opened = openCheckpoint(text.value, [key.value])
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { size, root } = opened.value.checkpoint
  let frontier = emptyFrontier
  for (const { level, index, width } of newTiles(0, size)) {
    if (level !== 0) continue
    const bundle = decodeBundle(
      (await log.read(tilePath('entries', index, width))) ?? new Uint8Array(0),
      width,
    )
    if (!bundle.ok) throw new Error(bundle.refusal.code)
    frontier = extended(frontier, bundle.value.map(leafHash))
  }
  expect([size, rootOf(frontier)]).toEqual([300, root])
})

test('it grows, and what it was is the beginning of what it is', async () => {
  const growing = testLog({ origin: 'example.org/growing', entries: ['a'] })
  const before = growing.root()
  growing.append(Array.from({ length: 256 }, (_, i) => `more ${i}`))
  const proof = await consistencyProofFromTiles(1, 257, growing.readTile)
  expect(verifyConsistency({ from: 1, to: 257, fromRoot: before, toRoot: growing.root(), proof })).toBe(true)
  expect(await rootFromTiles(1, growing.readTile)).toEqual(before)
})

test('nothing lies where nothing was published', async () => {
  for (const path of ['tile/0/002', 'tile/0/001.p/45', 'tile/entries/001', 'tile/1/000', 'state', '../key']) {
    expect(await log.read(path)).toBeNull()
  }
  expect(await log.read('tile/0/001.p/44')).toHaveLength(44 * 32)
})
