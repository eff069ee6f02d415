// Which key a mirror takes for a log: what it is told, then what it kept, and the log's own word only at first sight.
import { utf8Bytes } from '@equalizer/tlog'
import { memoryFiles, testLog } from '@equalizer/tlog/testing'
import { expect, test } from 'vitest'
import { findLog, readPins, writePins } from './pins.ts'

const origin = 'log.example/pinned'
const url = 'https://log.example/log'
const log = testLog({ origin, entries: ['x'], organization: 'pinned' })
const stranger = testLog({
  origin,
  entries: ['x'],
  organization: 'pinned',
  secret: new Uint8Array(32).fill(6),
})
const source = (of: typeof log) => ({ name: 'test', read: of.read })
const pin = { vkey: log.vkey, url }

test('at first sight the log’s own word, which is kept', async () => {
  const found = await findLog({ source: source(log), url, given: [], pinned: [] })
  expect(found).toEqual({ ok: true, value: { pins: [pin], firstSight: true } })
  const files = memoryFiles()
  expect(await readPins(files)).toEqual({ ok: true, value: [] })
  await writePins(files, [pin])
  expect(await readPins(files)).toEqual({ ok: true, value: [pin] })
})

test('what was kept, for the address and for the log at any other address, whatever it says now', async () => {
  const pinned = [pin]
  const kept = { ok: true, value: { pins: [pin], firstSight: false } }
  expect(await findLog({ source: source(stranger), url, given: [], pinned })).toEqual(kept)
  const elsewhere = `${url}/`
  expect(await findLog({ source: source(stranger), url: elsewhere, given: [], pinned })).toEqual({
    ok: true,
    value: { pins: [{ vkey: log.vkey, url: elsewhere }], firstSight: false },
  })
})

test('what it is told goes before both; a key of another log says nothing', async () => {
  const given = [stranger.vkey]
  expect(await findLog({ source: source(log), url, given, pinned: [pin] })).toMatchObject({
    value: { pins: [{ vkey: stranger.vkey }], firstSight: false },
  })
  const other = testLog({ origin: 'log.example/other' }).vkey
  expect(await findLog({ source: source(log), url, given: [other], pinned: [pin] })).toMatchObject({
    value: { pins: [pin] },
  })
})

test('no log, no key, no answer: refused', async () => {
  const ask = (read: (path: string) => Promise<Uint8Array | null>) =>
    findLog({ source: { name: 'test', read }, url, given: [], pinned: [] })
  expect(await ask(async () => null)).toMatchObject({ refusal: { code: 'mirror.unreachable' } })
  const bare = async (path: string) => (path === 'checkpoint' ? log.read(path) : null)
  expect(await ask(bare)).toMatchObject({ refusal: { code: 'mirror.no_key', facts: { origin } } })
  const nonsense = async (path: string) => (path === 'checkpoint' ? log.read(path) : utf8Bytes('{"vkey":1'))
  expect(await ask(nonsense)).toMatchObject({ refusal: { code: 'mirror.no_key' } })
  expect(await ask(() => Promise.reject(new Error('gone')))).toMatchObject({ refusal: { reason: 'gone' } })
})
