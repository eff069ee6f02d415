// The log that a real server publishes, read over HTTP by a verifier who trusts nobody: all of it holds, and it grows.
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ballotMessage,
  type Command,
  type DecisionState,
  keyMessage,
  presetRule,
  subjectOf,
} from '@equalizer/core'
import { nobleSigner, signatureTypes } from '@equalizer/tlog'
import { nativeVerify } from '@equalizer/tlog/node'
import { type Report, verifyEntry, verifyLog } from '@equalizer/verify'
import { folderMemory, signatureThreads, tarSource, urlSource } from '@equalizer/verify/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'

const organization = 'acme'
const day = 86_400_000
const clock = {
  ms: Date.UTC(2026, 10, 1),
  nowMs: () => clock.ms,
  today: () => new Date(clock.ms).toISOString().slice(0, 10),
}
const threads = signatureThreads(1)
let server: TestServer
let folder = ''
let steward = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verified-'))
  server = await startTestServer({ listen: true, clock })
  await server.addOrganization(organization)
})
afterAll(async () => {
  await server.close()
  await threads.close()
  await rm(folder, { recursive: true })
})

async function send(
  command: Command | { kind: 'advance'; decision: string },
  by: string | null,
): Promise<string> {
  clock.ms += 1_000
  const sent = await server.desk.door.send(organization, { command, by })
  if (!sent.ok) throw new Error(`${JSON.stringify(command)}: ${sent.refusal.code}`)
  const { answer } = sent.value
  return answer && 'decision' in answer ? answer.decision : ''
}

const act = (type: string, unit: string, payload: object, by = steward) =>
  send({ kind: 'act', act: { type, unit, payload: JSON.parse(JSON.stringify(payload)) } }, by)

async function checked(): Promise<Report> {
  await server.desk.logs.idle()
  const source = urlSource(`${server.origin}/log/${organization}/`)
  const memory = folderMemory(join(folder, 'memory'))
  return verifyLog(source, { nowMs: clock.ms, memory, verify: nativeVerify, signatures: threads })
}

async function vote(decision: string, person: string): Promise<void> {
  const secret = createHash('sha256').update(person).digest()
  const signer = nobleSigner('key', signatureTypes.ed25519, secret)
  const key = `ed25519+${Buffer.from(signer.vkey.key).toString('base64')}`
  const signed = (message: Uint8Array) => Buffer.from(signer.sign(message)).toString('base64')
  await send({ kind: 'set_key', key, signature: signed(keyMessage({ key, person })) }, person)
  const state = await server.desk.door.read(
    organization,
    books => books.stream(`decision/${decision}`) as DecisionState,
  )
  const signedMs = clock.ms + 1_000
  const message = ballotMessage({
    choice: 0,
    decision,
    person,
    phase: 'vote',
    signedMs,
    subject: subjectOf(state),
  })
  await send(
    {
      kind: 'ballot',
      decision,
      choice: 0,
      reason: 'It is time',
      signed: { signedMs, signature: signed(message) },
    },
    person,
  )
}

test('what a server publishes holds: acts at once, changes of the charter, a move, a vote with signed ballots', async () => {
  const members: string[] = []
  for (const name of ['Mia', 'Ola', 'Ann']) {
    const added = await server.stewardCall(
      'POST /api/organizations/{organization}/members',
      { organization },
      { body: { name } },
    )
    if (!added.ok) throw new Error(added.problem.reason)
    members.push(added.value.id)
  }
  // The first act founds the log; whoever sent it is known by an id from then on.
  const [newest = '', ...others] = members
  const command = {
    kind: 'act' as const,
    act: { type: 'charter.admit', unit: 'organization', payload: { person: newest } },
  }
  const sent = await server.stewardCall(
    'POST /api/organizations/{organization}/door',
    { organization },
    { body: { command } },
  )
  if (!sent.ok) throw new Error(sent.problem.reason)
  const listed = await server.stewardCall('GET /api/organizations/{organization}/members', { organization })
  if (!listed.ok) throw new Error(listed.problem.reason)
  steward = listed.value.people.find(({ you }) => you)?.id ?? ''
  for (const person of others) await act('charter.admit', 'organization', { person })
  const units = [{ id: 'finance', name: 'Finance' }]
  await act('charter.edit', 'organization', {
    kind: 'charter.written',
    patch: [{ op: 'add', path: '/units', value: units }],
  })
  const rule = presetRule(2, { center: 'team', edge: 'community', council: 'council' })
  const everything = {
    id: 'everything',
    name: 'Everything',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
    rule,
  }
  await act('rule.move', 'finance', { unit: 'finance', classes: [everything] })
  const first = await checked()
  expect(first.problem).toBeNull()
  expect(first).toMatchObject({ trust: 'first use', remembered: null, believed: { charterDocuments: 1 } })

  const [mia = '', ola = ''] = members
  await act('treasury.declare_currency', 'organization', { currency: 'EUR', decimals: 2 })
  const opening = { account: 'ops', name: 'Operations', currency: 'EUR' }
  const decision = await act('treasury.open_account', 'finance', opening, mia)
  await vote(decision, mia)
  await vote(decision, ola)
  clock.ms += 9 * day
  await send({ kind: 'advance', decision }, null)
  const second = await checked()
  expect(second.problem).toBeNull()
  expect(second).toMatchObject({
    trust: 'remembered',
    remembered: { size: first.size },
    ballots: { signed: 2, unsigned: 0, keysSet: 2 },
    decisions: { opened: 1, ended: 1, counted: 1 },
  })
  expect(second.state?.size).toBe(second.size)
  expect(second.entries.replayed).toBe(second.size)
})

test('one entry with its proof', async () => {
  const source = urlSource(`${server.origin}/log/${organization}`)
  const found = await verifyEntry(source, 2, { nowMs: clock.ms, verify: nativeVerify })
  expect(found).toMatchObject({ ok: true, value: { entry: { seq: 2 } } })
  const unknown = await verifyEntry(source, 9_999, { nowMs: clock.ms, verify: nativeVerify })
  expect(unknown).toMatchObject({ ok: false, refusal: { code: 'entry.unknown' } })
})

test('the archive of the whole log, with the server out of the way', async () => {
  const answer = await server.fetch(`/log/${organization}/export.tar`)
  const file = join(folder, 'export.tar')
  await writeFile(file, Buffer.from(await answer.arrayBuffer()))
  const archive = await tarSource(file)
  const report = await verifyLog(archive, { nowMs: clock.ms, signatures: threads })
  await archive.close()
  expect(report).toMatchObject({ ok: true, ballots: { signed: 2 } })
  const bytes = await readFile(file)
  const at = bytes.indexOf('"charter.admitted"')
  bytes[at] = (bytes[at] as number) ^ 1
  await writeFile(file, bytes)
  const lied = await tarSource(file)
  const wrong = await verifyLog(lied, { nowMs: clock.ms, signatures: threads })
  await lied.close()
  expect(wrong.problem).toMatchObject({
    code: 'entry.not_in_tree',
    path: expect.stringContaining('tile/entries'),
  })
})
