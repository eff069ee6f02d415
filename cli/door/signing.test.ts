// Signing ballots from the command line, through a real server: the key as a file, what is signed, and what is refused.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { type DoorServer, type Environment, openDoorServer } from './testing.ts'

let desk: DoorServer
let ines: Environment
let bo: Environment
let folder: string
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'equalizer-keys-'))
  desk = await openDoorServer(Date.parse('2026-03-01T12:00:00Z'), ['lab'])
  ines = await desk.addMember('Ines')
  bo = await desk.addMember('Bo')
  await desk.said(desk.steward, 'move', 'lab', '--stage', '3', '--council', 'team')
})
afterAll(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function opened(tool: string): Promise<string> {
  const said = await desk.said(
    ines,
    'act',
    'lending.add',
    '--unit',
    'lab',
    `tool=${tool}`,
    `name=${tool}`,
    '--note',
    'We lack one',
  )
  return /^decision (D-\d+) opened/.exec(said)?.[1] ?? said
}

interface Told {
  readonly command: { readonly kind: string; readonly signed?: { readonly signedMs: number } }
  readonly events: readonly { readonly type: string }[]
}
async function newest(): Promise<Told> {
  const all = JSON.parse(await desk.said(desk.steward, 'entries', '--json', '--limit', '500')) as Told[]
  return all.at(-1) as Told
}

test('a key is made once, for its owner alone, and one that others may read is refused', async () => {
  const made = await desk.said(ines, 'key', 'new', file('ines'))
  expect(made).toMatch(/^ed25519\+[A-Za-z0-9+/]{43}=$/)
  expect(statSync(file('ines')).mode & 0o777).toBe(0o600)
  const before = readFileSync(file('ines'))
  expect((await desk.run(ines, 'key', 'new', file('ines'))).code).toBe(exitCodes.cannotWrite)
  expect(readFileSync(file('ines'))).toEqual(before)
  writeFileSync(file('open'), before)
  chmodSync(file('open'), 0o644)
  const refused = await desk.run(ines, 'key', 'set', file('open'))
  expect([refused.code, refused.err]).toEqual([exitCodes.badInput, expect.stringContaining('chmod 600')])
  writeFileSync(file('none'), 'no key', { mode: 0o600 })
  expect((await desk.run(ines, 'key', 'set', file('none'))).code).toBe(exitCodes.badInput)
  expect((await desk.run(ines, 'key', 'set', file('absent'))).code).toBe(exitCodes.notFound)
})

test('once it is set, ballots are signed, shown before, and none is taken without', async () => {
  const id = await opened('saw')
  expect((await desk.run(ines, 'vote', id, 'for', '--sign', file('ines'))).err).toContain('key.none')
  await desk.said(ines, 'key', 'set', file('ines'))
  expect(await desk.said(ines, 'key', 'show')).toMatch(/^ed25519\+.+=, not used yet$/)
  const unsigned = await desk.run(ines, 'vote', id, 'for')
  expect([unsigned.code, unsigned.err]).toEqual([
    exitCodes.refused,
    expect.stringContaining('ballot.unsigned'),
  ])
  expect(await desk.said(ines, 'decision', id)).toContain('you can: vote')
  const voted = await desk.run(ines, 'vote', id, 'for', '--sign', file('ines'), '--reason', 'Why not')
  expect(voted.code).toBe(0)
  expect(voted.err).toContain(`signing a ballot in ${id} (vote): 0 of 0 for, 1 against`)
  expect(voted.err).toMatch(/lending\.add in lab: .*"saw".*\nsubject bafkrei/)
  const { command, events } = await newest()
  expect(command.signed).toMatchObject({ signedMs: expect.any(Number) })
  expect(events.map(({ type }) => type)).toEqual(['decision.ballot_cast', 'key.used'])
  expect(await desk.said(ines, 'key', 'show')).toContain('last used 2026-03-01')
  // Changed at the same moment of the server's clock: signed later all the same.
  const env = { ...ines, EQUALIZER_SIGNING_KEY: file('ines') }
  await desk.said(env, 'vote', id, 'against')
  expect((await newest()).command.signed?.signedMs).toBe((command.signed?.signedMs ?? 0) + 1)
  // Whoever has no key needs none.
  await desk.said(bo, 'vote', id, 'for')
})

test('the vote on a pause is signed as such', async () => {
  const id = await opened('drill')
  await desk.said(desk.steward, 'pause', id, '--reason', 'Is it safe?')
  const voted = await desk.run(ines, 'vote', id, 'for', '--sign', file('ines'))
  expect([voted.code, voted.err]).toEqual([0, expect.stringContaining('(ratify): 0 of 0 for, 1 against')])
})

test('another key than the one that is set is refused, until that one is dropped', async () => {
  const id = await opened('plane')
  await desk.said(ines, 'key', 'new', file('other'))
  expect((await desk.run(ines, 'key', 'set', file('other'))).err).toContain('key.already_set')
  expect((await desk.run(ines, 'vote', id, 'for', '--sign', file('other'))).err).toContain(
    'Another key is set',
  )
  await desk.said(ines, 'key', 'drop')
  expect(await desk.said(ines, 'key', 'show')).toBe('no key is set')
  await desk.said(ines, 'vote', id, 'for')
  await desk.said(ines, 'key', 'set', file('other'))
  await desk.said(ines, 'vote', id, 'against', '--sign', file('other'))
})

/** Passes everything on to the server, but says of a decision what `change` makes of it. */
async function lying(change: (text: string) => string): Promise<{ proxy: Server; url: string }> {
  const proxy = createServer(async (request, answer) => {
    const headers = { authorization: request.headers.authorization ?? '' }
    const got = await fetch(`${desk.server.origin}${request.url}`, { headers })
    const text = await got.text()
    answer.writeHead(got.status, { 'content-type': 'application/json' })
    answer.end(/\/decisions\/D-\d+$/.test(request.url ?? '') ? change(text) : text)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  return { proxy, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` }
}

test('nothing is signed where the server says another subject than its log, and options count as in the log', async () => {
  const id = await opened('lathe')
  const other = await lying(text => text.replace(/"subject":"bafkrei.{5}/, '"subject":"bafkreiabcde'))
  const refused = await desk.run(ines, 'vote', id, 'for', '--sign', file('other'), '--url', other.url)
  other.proxy.close()
  expect(refused.err).toContain('signature.other_subject')
  expect(refused.err).not.toContain('signing a ballot')
  const swapped = await lying(text => text.replace('["for","against"]', '["against","for"]'))
  const { err } = await desk.run(ines, 'vote', id, 'for', '--sign', file('other'), '--url', swapped.url)
  swapped.proxy.close()
  expect(err).toContain('(vote): 0 of 0 for, 1 against')
})
