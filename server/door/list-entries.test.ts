// Looking through the log: by words, names, kind, sender, decision and unit, from either end, in stretches, without a gap.
import type { Input } from '@equalizer/client'
import { limits } from '@equalizer/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'

const list = 'GET /api/organizations/{organization}/entries'
const at = { organization: 'acme' }
let server: TestServer
let ada: string

async function value<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>,
): Promise<T> {
  const got = await answer
  if (!got.ok) throw new Error(`refused: ${JSON.stringify(got.problem)}`)
  return got.value
}
const look = (asked: Omit<Input<typeof list>, 'organization'> = {}) =>
  value(server.stewardCall(list, { ...at, ...asked }))
const seqs = async (asked: Omit<Input<typeof list>, 'organization'>) =>
  (await look(asked)).entries.map(({ seq }) => seq)
const send = (command: object) =>
  value(server.stewardCall('POST /api/organizations/{organization}/door', at, { body: { command } as never }))
const act = (type: string, payload: object) => ({
  kind: 'act',
  act: { type, unit: 'organization', payload },
})

const paid = { account: 'main', currency: 'EUR', from: { kind: 'vendor', name: 'é'.repeat(299) } }

beforeAll(async () => {
  server = await startTestServer()
  await server.addOrganization('acme')
  const body = { name: 'Ada Lóvelace' }
  ada = (await value(server.stewardCall('POST /api/organizations/{organization}/members', at, { body }))).id
  await send(act('treasury.declare_currency', { currency: 'EUR', decimals: 2 }))
  await send(act('treasury.open_account', { account: 'main', name: '100% for_bread', currency: 'EUR' }))
  await send(act('charter.admit', { person: ada }))
})
afterAll(() => server.close())

describe('the list of entries', () => {
  test('begins at either end and goes on without a gap', async () => {
    const oldest = await look({ limit: 3 })
    expect([oldest.entries.map(({ seq }) => seq), oldest.next, oldest.size]).toEqual([[0, 1, 2], 3, 4])
    expect(await seqs({ from: 3 })).toEqual([3])
    const newest = await look({ order: 'newest', limit: 3 })
    expect([newest.entries.map(({ seq }) => seq), newest.next]).toEqual([[3, 2, 1], 0])
    const last = await look({ order: 'newest', from: 0 })
    expect([last.entries.map(({ seq }) => seq), last.next]).toEqual([[0], null])
    expect(await look({ from: 99 })).toMatchObject({ entries: [], next: null })
  })

  test('names the people in it, and puts acts in words', async () => {
    const [entry] = (await look({ from: 3 })).entries
    expect(entry?.title).toBe('Admit Ada Lóvelace')
    expect((await look()).names[ada]).toBe('Ada Lóvelace')
  })

  test('finds words as they stand, and people by name; what LIKE reads as a sign is a letter', async () => {
    expect(await seqs({ text: 'DECLARE_currency' })).toEqual([1])
    expect(await seqs({ text: '100% for_b' })).toEqual([2])
    expect(await seqs({ text: '1_0%' })).toEqual([])
    expect(await seqs({ text: 'lóvel' })).toEqual([3])
    expect(await seqs({ text: '\\' })).toEqual([])
  })

  test('narrows by kind, sender, unit and decision', async () => {
    expect(await seqs({ kind: 'found' })).toEqual([0])
    expect(await seqs({ kind: 'act', text: 'EUR' })).toEqual([1, 2])
    expect(await seqs({ unit: 'organization', order: 'newest' })).toEqual([3, 2, 1])
    expect(await seqs({ unit: 'finance' })).toEqual([])
    expect(await seqs({ decision: 'D-1' })).toEqual([])
    expect(await seqs({ person: ada })).toEqual([])
    const by = (await look({ from: 1 })).entries[0]?.by ?? ''
    expect(await seqs({ person: by })).toEqual([1, 2, 3])
  })

  test('a decision is named with what its vote chooses between', async () => {
    const rules = await value(server.stewardCall('GET /api/organizations/{organization}/rules', at))
    const rule = rules.presets.find(({ stage }) => stage === 2)?.rule
    const [everything] = rules.units[0]?.classes ?? []
    await send(act('rule.move', { unit: 'organization', classes: [{ ...everything, rule }] }))
    await send(act('charter.grant_role', { person: ada, role: 'lead' }))
    const found = await look({ decision: 'D-1' })
    expect(found.entries.map(({ seq }) => seq)).toEqual([5])
    expect(found.decisions).toEqual({
      'D-1': {
        type: 'charter.grant_role',
        title: 'Make Ada Lóvelace lead',
        asked: { person: ada, role: 'lead' },
        unit: 'organization',
        options: ['for', 'against'],
      },
    })
    expect(await seqs({ unit: 'organization', order: 'newest', limit: 1 })).toEqual([5])
  })

  test('says what its ids are called, and in which decimals money is', async () => {
    await send(act('treasury.receive', { ...paid, amount: '1250' }))
    const { called, decisions } = await look({ decision: 'D-2' })
    expect(called).toEqual({
      'treasury/account/main': { name: '100% for_bread', decimals: 2 },
      'treasury/currency/EUR': { name: null, decimals: 2 },
    })
    expect(decisions['D-2']?.asked).toEqual({
      account: 'main',
      amount: '1250',
      attachments: 0,
      currency: 'EUR',
      from: paid.from,
    })
    const list = await value(server.stewardCall('GET /api/organizations/{organization}/decisions', at))
    expect(list.decisions[0]).toMatchObject({ id: 'D-2', called, asked: decisions['D-2']?.asked })
  })

  test('says what the rules said before', async () => {
    const moved = (await look({ from: 4, limit: 1 })).entries[0]
    const founded = (await look({ limit: 1 })).entries[0]
    const classes = (founded?.events[0]?.data as { classes?: unknown } | undefined)?.classes
    expect(moved?.before).toEqual({ classes })
    expect([founded?.before, (await look({ from: 3, limit: 1 })).entries[0]?.before]).toEqual([null, null])
  })

  test('one answer looks through only so many, and says where to go on', async () => {
    const { db } = server.desk.store
    const bare = (seq: number) => ({
      organization_id: 'long',
      seq,
      at_ms: seq,
      by_person: null,
      kind: seq === 7 ? 'found' : 'advance',
      decision_id: null,
      entry: `{"atMs":${seq},"by":null,"command":{"kind":"advance"},"events":[],"seq":${seq}}`,
    })
    await server.addOrganization('long')
    const size = limits.entriesLooked + 20
    for (let from = 0; from < size; from += 5_005) {
      const rows = Array.from({ length: Math.min(5_005, size - from) }, (_, one) => bare(from + one))
      await db.insertInto('entries').values(rows).execute()
    }
    await db.insertInto('log_heads').values({ organization_id: 'long', size, last_ms: 0 }).execute()
    const newest = { organization: 'long', kind: 'found', order: 'newest' } as const
    const first = await value(server.stewardCall(list, newest))
    expect([first.entries.length, first.next]).toEqual([0, 19])
    const second = await value(server.stewardCall(list, { ...newest, from: 19 }))
    expect([second.entries.map(({ seq }) => seq), second.next]).toEqual([[7], null])
  })
})
