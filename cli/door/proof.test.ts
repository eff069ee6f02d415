// What was done, proved: the command line keeps the proof of an act's entry, and it holds with the server gone.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leafHash, openCheckpoint, parseProof, parseVkey, verifyInclusion } from '@equalizer/tlog'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DoorServer, openDoorServer } from './testing.ts'

let desk: DoorServer
const folder = mkdtempSync(join(tmpdir(), 'proof-'))
beforeAll(async () => {
  desk = await openDoorServer(Date.parse('2026-03-01T12:00:00Z'), [])
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true })
})

test('an act says its entry, and keeps its proof', async () => {
  const id = await desk.said(desk.steward, 'members', 'add', 'Ines')
  const file = join(folder, 'admitted.tlog-proof')
  const ended = await desk.run(desk.steward, 'act', 'charter.admit', `person=${id}`, '--proof', file)
  expect(ended).toMatchObject({ code: 0, out: 'executed\n' })
  const seq = Number(/entry (\d+) of the log/.exec(ended.err)?.[1])
  const about = await desk.server.fetch('/log/acme/log.json')
  const vkey = parseVkey(((await about.json()) as { vkey: string }).vkey)
  const proof = parseProof(readFileSync(file, 'utf8'))
  if (!proof.ok || !vkey.ok) throw new Error('no proof or no key')
  expect(proof.value.index).toBe(seq)
  const opened = openCheckpoint(proof.value.checkpoint, [vkey.value])
  if (!opened.ok) throw new Error(opened.refusal.reason)
  const { size, root } = opened.value.checkpoint
  const extra = proof.value.extra ?? new Uint8Array()
  const hashes = [...proof.value.hashes]
  expect(verifyInclusion({ index: seq, size, leaf: leafHash(extra), proof: hashes, root })).toBe(true)
  const entry = JSON.parse(Buffer.from(extra).toString())
  expect(entry).toMatchObject({ seq, command: { act: { type: 'charter.admit', payload: { person: id } } } })
})

test('where the proof cannot be kept, nothing is done', async () => {
  const before = await desk.said(desk.steward, 'entries', '--json')
  const ended = await desk.run(
    desk.steward,
    'act',
    'charter.grant_role',
    'person=Ines',
    'role=lead',
    '--proof',
    join(folder, 'none', 'a.tlog-proof'),
  )
  expect(ended.code).toBe(73)
  expect(await desk.said(desk.steward, 'entries', '--json')).toBe(before)
})
