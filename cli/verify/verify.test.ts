// `equalizer verify` on copies of a log in folders: what it says, what it remembers, and how it ends.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { founded, type Published, publish, votedPayment } from '@equalizer/verify/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runHere } from '../run-here.ts'

let place = ''
let memory = 0
let texts: string[] = []

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'verify-'))
  const made = founded()
  for (let i = 0; i < 3; i += 1) votedPayment(made, 10 + i)
  texts = made.texts
})
beforeEach(() => {
  memory += 1
})
afterAll(() => rm(place, { recursive: true }))

async function folderOf(name: string, { files }: Published): Promise<string> {
  const folder = join(place, name)
  await rm(folder, { recursive: true, force: true })
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  return folder
}

const verify = (...args: string[]) =>
  runHere(['verify', ...args], { XDG_STATE_HOME: join(place, `memory-${memory}`) })

test('a log that holds: what was checked, by whom it is signed, and that it was seen for the first time', async () => {
  const folder = await folderOf('honest', await publish(texts))
  const first = await verify(folder)
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toContain('SEEN FOR THE FIRST TIME')
  expect(first.out).toContain('nothing is remembered of it')
  expect(first.out).toMatch(/3 decisions opened, 3 ended, 3 votes counted again/)
  expect(first.out.trimEnd().split('\n').at(-1)).toBe(
    `All ${texts.length} entries hold: signed, in the tree, in order, decided by the rules as they then were and come to what the server says.`,
  )
  const second = await verify(folder)
  expect(second.out).toContain('grown by 0 since')
  expect(second.out).toContain('the key that is remembered')
  expect((await verify(folder, '--forget')).out).toContain('nothing is remembered of it')
})

test('a log that does not hold: the first wrong entry and why, as text and as JSON', async () => {
  const seq = texts.findIndex(text => text.includes('"treasury.paid"'))
  const lied = (texts[seq] as string).replaceAll('"Hosting"', '"A friend"')
  const folder = await folderOf('lied', await publish(texts.with(seq, lied)))
  const said = await verify(folder)
  expect(said.code).toBe(1)
  expect(said.out).toContain(`WRONG: entry ${seq}: `)
  expect(said.out).toContain('replay.differs')
  expect(said.out).toContain('found: "A friend"')
  const json = JSON.parse((await verify(folder, '--json')).out)
  expect(json).toMatchObject({ ok: false, problem: { seq, code: 'replay.differs' } })
})

test('a history that was rewritten since: both signed notes are kept', async () => {
  const folder = await folderOf('grows', await publish(texts.slice(0, 40)))
  expect((await verify(folder)).code).toBe(0)
  const other = founded()
  for (let i = 0; i < 3; i += 1) votedPayment(other, 70 + i)
  await folderOf('grows', await publish(other.texts))
  const said = await verify(folder)
  expect(said.code).toBe(1)
  expect(said.out).toContain('log.split_view')
  const kept = join(place, `memory-${memory}`, 'equalizer', 'verify', 'evidence')
  expect(await readdir(kept)).toHaveLength(1)
  expect(said.out).toContain(kept)
})

test('an older copy than what was seen holds, and says what was not checked; nothing is kept against anybody', async () => {
  const whole = await folderOf('whole', await publish(texts))
  const older = await folderOf('older', await publish(texts.slice(0, 40)))
  expect((await verify(whole)).code).toBe(0)
  const said = await verify(older)
  expect(said.code).toBe(0)
  expect(said.out).toMatch(new RegExp(`older than what was seen at .*: 40 of ${texts.length} entries\\n`))
  expect(said.out).toContain('whether it is the beginning of that was not checked')
  const entry = await verify(older, '--entry', '7')
  expect([entry.code, entry.err]).toEqual([0, expect.stringContaining('was not checked')])
  const kept = await readdir(join(place, `memory-${memory}`, 'equalizer', 'verify'))
  expect(kept).toEqual(['logs'])
  expect((await verify(whole)).out).toContain('grown by 0 since')
})

test('one entry, its proof, and the proof alone', async () => {
  const published = await publish(texts)
  const folder = await folderOf('one', published)
  const { code, out, err } = await verify(folder, '--entry', '7')
  expect([code, JSON.parse(out).seq]).toEqual([0, 7])
  expect(err).toContain('entry 7 is in the log log.example/log/grid')
  const { proof } = JSON.parse((await verify(folder, '--entry', '7', '--json')).out)
  const file = join(place, 'entry-7.tlog-proof')
  await writeFile(file, proof)
  const { text: vkey } = published.log.vkey
  const offline = await verify('--proof', file, '--vkey', vkey)
  expect([offline.code, JSON.parse(offline.out).seq]).toEqual([0, 7])
  await writeFile(file, proof.replace('index 7', 'index 8'))
  expect(await verify('--proof', file, '--vkey', vkey)).toMatchObject({ code: 1, out: '' })
  expect((await verify(folder, '--entry', '100000')).code).toBe(1)
})

test('an entry that would steer a terminal is shown by its escapes', async () => {
  const lied = (texts[7] as string).replace('"kind":"', '"kind":"\u009b2J\u202e')
  const folder = await folderOf('steers', await publish(texts.with(7, lied)))
  const { code, out } = await verify(folder, '--entry', '7')
  expect(code).toBe(0)
  expect(out).toContain('"kind": "\\u009b2J\\u202e')
  expect(JSON.parse(out).command.kind).toMatch(/^\u009b2J\u202e/)
})

test('a policy: an empty one trusts nobody, one whose quorum is not met refuses, one that is met says so', async () => {
  const published = await publish(texts)
  const folder = await folderOf('policy', published)
  const policy = join(place, 'trusted.policy')
  const { text: vkey } = published.log.vkey
  await writeFile(policy, '')
  expect((await verify(folder, '--policy', policy)).code).toBe(65)
  await writeFile(policy, `log ${vkey}\nquorum none\n`)
  expect((await verify(folder, '--policy', policy)).out).toContain('the policy that you gave')
  const other = (await publish(texts, new Uint8Array(32).fill(9))).log.vkey.text
  await writeFile(policy, `log ${other}\nquorum none\n`)
  const said = await verify(folder, '--policy', policy)
  expect([said.code, /note\.unverified/.test(said.out)]).toEqual([1, true])
})

test('wrong use, a folder that is not there, a server that is not there', async () => {
  expect((await verify()).code).toBe(64)
  expect((await verify('--proof', 'x')).code).toBe(64)
  expect((await verify(join(place, 'nowhere'))).code).toBe(66)
  expect((await verify(place, '--vkey', 'x')).code).toBe(65)
  await mkdir(join(place, 'empty'))
  const empty = await verify(join(place, 'empty'))
  expect(empty.code).toBe(66)
  expect(empty.out).toContain('STOPPED: checkpoint: No log is published there')
  expect((await verify(join(place, 'empty'), '--entry', '0')).code).toBe(66)
})

test('an address without a log accuses nobody; one where a log was seen does', async () => {
  const { files } = await publish(texts)
  const page = '<!doctype html>\n<html>\n\n<p>The board</p>\n'
  let isThere = false
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path.startsWith('/board/')) return void response.end(page)
    const bytes = isThere ? files.get(path.replace('/log/grid/', '')) : undefined
    response.statusCode = bytes ? 200 : 404
    response.end(bytes)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    for (const log of [`${at}/log/nope`, `${at}/log/grid`, `${at}/board`, `${at}/board/tile/0`]) {
      const said = await verify(log)
      expect([log, said.code, said.out]).toEqual([log, 66, expect.stringContaining('source.no_log')])
      expect(said.out).not.toContain('WRONG')
    }
    isThere = true
    expect((await verify(`${at}/log/grid`)).code).toBe(0)
    isThere = false
    const gone = await verify(`${at}/log/grid`)
    expect([gone.code, gone.out]).toEqual([1, expect.stringContaining('WRONG: checkpoint: ')])
    expect(gone.out).toContain('checkpoint.missing')
  } finally {
    server.close()
  }
})
