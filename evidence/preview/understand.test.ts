// What a file turns out to be before anything of it is counted: known kinds, unknown tables, and files that mean harm.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { mappingSchema } from '@equalizer/core'
import { generateOrganization, writeOrganization } from '@equalizer/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample } from '../reading/sample.ts'
import { understand } from './understand.ts'

const folder = mkdtempSync(join(tmpdir(), 'equalizer-preview-'))
beforeAll(() => writeOrganization(folder, { seed: 'northwind', end: '2026-06-30' }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => understand(join(folder, name), { name })
const lookAt = (name: string, content: string | Uint8Array) =>
  understand(sample(name, content).path, { name })

describe('known evidence', () => {
  test.each([
    ['commits.jsonl', 'git-log', 'jsonl', 'commit.authored'],
    ['pulls.jsonl', 'github', 'jsonl', 'pull.opened'],
    ['payments.csv', 'payments', 'csv', 'payment.made'],
    ['governance', 'snapshot', 'unknown', 'proposal.created'],
    ['governance/votes.csv', 'snapshot', 'csv', 'vote.cast'],
    ['operators.yaml', 'operators', 'yaml', 'key.held'],
  ])('%s is read as %s', async (name, kind, format, first) => {
    const found = await at(name)
    expect(found).toMatchObject({ name, format, reading: { kind } })
    expect(found.observations.length).toBeGreaterThan(0)
    expect(found.observations.length).toBeLessThanOrEqual(20)
    expect(found.observations.map(one => one.kind)).toContain(first)
    expect(found.rows.every(row => row.length === found.columns.length)).toBe(true)
  })

  test('the first rows stand as in the file, gzip or not', async () => {
    const csv = generateOrganization({ seed: 'a', end: '2026-06-30' }).get('payments.csv') ?? ''
    const plain = await lookAt('payments.csv', csv)
    const packed = await lookAt('payments.csv.gz', gzipSync(csv))
    expect(packed.rows).toEqual(plain.rows)
    expect(packed).toMatchObject({ reading: plain.reading, format: 'csv', columns: plain.columns })
    expect(packed.observations[0]).toMatchObject({ kind: 'payment.made', reference: 'payments.csv.gz:2' })
  })

  test('an address list without a header shows its first row too', async () => {
    const rows = [1, 2, 3].map(n => `0x${String(n).repeat(40)},${n}000000000000000000`)
    const found = await lookAt('holders.csv', `${rows.join('\n')}\n`)
    expect(found).toMatchObject({ reading: { kind: 'holders', decimals: 18 }, columns: ['1', '2'] })
    expect(found.rows).toHaveLength(3)
    expect(found.observations[1]).toMatchObject({ weight: '2', who: `eth:0x${'2'.repeat(40)}` })
  })
})

describe('a table of unknown columns', () => {
  const csv =
    'number,area,decided_by,date,comment_length\n1,people,Ada Lovelace,2026-01-02,12\n2,money,Bo Li,2026-02-03,9\n'

  test('gets a mapping to begin with, which reads it once the kind is said', async () => {
    const found = await lookAt('decisions.csv', csv)
    expect(found.reading).toBeNull()
    expect(found.reason).toMatch(/mapping/)
    expect(found.suggested).toEqual({
      actor: { column: 'decided_by', scheme: 'name' },
      time: { column: 'date' },
      about: 'area',
      id: 'number',
    })
    const mapping = mappingSchema.parse({ ...found.suggested, kind: 'decision.made' })
    const { path } = sample('decisions.csv', csv)
    const read = await understand(path, { name: 'decisions.csv', reading: { kind: 'table', mapping } })
    expect(read.observations).toHaveLength(2)
    expect(read.observations[0]).toMatchObject({
      who: 'Ada Lovelace',
      at: '2026-01-02T00:00:00.000Z',
      about: 'people',
      weight: '1',
    })
  })

  test('tells addresses, amounts and nested properties of JSON', async () => {
    const record = (n: number) => ({
      member: { wallet: `0x${String(n).repeat(40)}` },
      stake: `${n}.5`,
      joined: '2026-01-01',
    })
    const text = JSON.stringify({ data: { members: [record(1), record(2)] } })
    const found = await lookAt('members.json', text)
    expect(found.suggested).toEqual({
      format: 'json',
      records: '$.data.members.*',
      actor: { column: 'member.wallet', scheme: 'eth' },
      weight: { column: 'stake' },
      time: { column: 'joined' },
    })
    const mapping = mappingSchema.parse({ ...found.suggested, kind: 'stake.held' })
    const { path } = sample('members.json', text)
    const read = await understand(path, { name: 'members.json', reading: { kind: 'table', mapping } })
    expect(read.observations.map(one => one.weight)).toEqual(['1.5', '2.5'])
  })

  test('a mapping that does not fit says why, and bad cells say where', async () => {
    const { path } = sample('decisions.csv', csv)
    const reading = (column: string) => ({
      kind: 'table' as const,
      mapping: mappingSchema.parse({ kind: 'decision.made', time: { column } }),
    })
    const absent = await understand(path, { name: 'decisions.csv', reading: reading('when') })
    expect(absent).toMatchObject({ reading: { kind: 'table' }, observations: [] })
    expect(absent.reason).toMatch(/no column "when"/)
    expect(absent.refusals[0]).toMatchObject({ code: 'evidence.missing_columns', line: null })
    const wrong = await understand(path, { name: 'decisions.csv', reading: reading('area') })
    expect(wrong.refusals[0]).toMatchObject({ line: 2, column: 'area', code: 'evidence.bad_time' })
    expect(wrong.rows).toHaveLength(2)
    const people = await at('payments.csv')
    expect(people.refusals).toContainEqual(expect.objectContaining({ line: 42, column: 'amount' }))
  })
})

describe('files that are broken or mean harm', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['damaged.csv.gz', gzipSync('a,b\n1,2\n').subarray(0, 18), 'evidence.gzip_truncated'],
    ['table.csv', Buffer.from('504b0304', 'hex'), 'evidence.foreign_format'],
    ['noise.csv', Buffer.alloc(4096, 1), 'evidence.not_text'],
    ['broken.json', '{"a": [1, 2', 'evidence.bad_json'],
    ['deep.json', '['.repeat(100_000), 'evidence.bad_json'],
    ['empty.csv', '', 'evidence.empty'],
  ])('%s is not recognised, with the reason', async (name, content, code) => {
    const found = await lookAt(name, content)
    expect(found).toMatchObject({ reading: null, observations: [] })
    expect(found.reason.length).toBeGreaterThan(10)
    expect([code, 'evidence.unrecognized']).toContain(found.refusals[0]?.code)
  })

  test('what is not there is said', async () => {
    expect(await at('nowhere.csv')).toMatchObject({ reading: null, bytes: null, format: 'unknown' })
  })

  test('only the beginning of a long file is read', async () => {
    const line = `${'x'.repeat(1000)},1\n`
    const found = await lookAt('long.csv.gz', gzipSync(`a,b\n${line.repeat(30_000)}`))
    expect(found.rows).toHaveLength(20)
    expect(found.rows[0]?.[0]).toHaveLength(200)
    const records = sample('none.json', `{"data": {"x": ["${'y'.repeat(30_000_000)}"]}}`)
    const reading = {
      kind: 'table' as const,
      mapping: mappingSchema.parse({ kind: 'a.b', format: 'json', records: '$.nothing.*' }),
    }
    const nothing = await understand(records.path, { name: 'none.json', reading })
    expect(nothing.observations).toEqual([])
  })
})
