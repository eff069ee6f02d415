// What nobody honest ever publishes: values that cannot be written, foundings and measures that cannot be, names that are addresses.
import { canonical } from '@equalizer/core'
import { utf8Bytes } from '@equalizer/tlog'
import { testLog } from '@equalizer/tlog/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { nothingKept } from './memory-here.ts'
import type { Report } from './report.ts'
import { founded } from './testing/organization.ts'
import { type Published, publish } from './testing/published.ts'
import { verifyLog } from './verify-log.ts'

let texts: readonly string[] = []
let nowMs = 0

beforeAll(() => {
  const made = founded()
  texts = made.texts
  nowMs = made.nowMs
})

const checked = ({ source, log }: Published): Promise<Report> =>
  verifyLog(source, { nowMs, vkeys: [log.vkey] })
const problemOf = async (lied: readonly string[]) => (await checked(await publish(lied))).problem
const brackets = `${'['.repeat(30_000)}${']'.repeat(30_000)}`

describe('what canonical JSON cannot say is wrong, and no fault of the checker', () => {
  test.each([
    ['values that nest without end', brackets],
    ['half a character', '"\\ud800"'],
    ['a number without end', '1e400'],
  ])('%s, in an entry and in the server’s own word', async (_, value) => {
    const entry = await problemOf(
      texts.with(12, (texts[12] as string).replace('"data":{', `"data":{"a":${value},`)),
    )
    expect(entry).toMatchObject({ seq: 12 })
    expect(['entry.not_canonical', 'replay.differs']).toContain(entry?.code)
    const published = await publish(texts)
    const state = new TextDecoder().decode(published.files.get('state'))
    published.files.set('state', utf8Bytes(state.replace('"state":{', `"state":{"a":${value},`)))
    expect((await checked(published)).problem).toMatchObject({ code: 'state.wrong', path: 'state' })
  })
})

test('a founding that names a steward twice', async () => {
  const entry = JSON.parse(texts[0] as string)
  const [rules, member, role] = entry.events
  const twice = { ...entry, events: [rules, member, role, member, role] }
  expect(await problemOf([canonical(twice)])).toMatchObject({ code: 'replay.not_founded', seq: 0 })
})

test('an entry by what is nobody’s id', async () => {
  const person = '\u202ex/../'
  const events = [{ stream: `person/${person}`, type: 'person.erased', data: { person } }]
  const erased = { seq: texts.length, atMs: nowMs, by: person, command: { kind: 'erase' }, events }
  const facts = { field: 'by' }
  expect(await problemOf([...texts, canonical(erased)])).toMatchObject({ code: 'entry.malformed', facts })
})

test.each([100_000, 100.5, -1])('a position of %d, at which no evidence can put anybody', async score => {
  const seq = texts.findIndex(text => text.includes('"measured":{"content"'))
  const lied = (texts[seq] as string).replace('"score":80', `"score":${score}`)
  expect(await problemOf(texts.with(seq, lied))).toMatchObject({
    code: 'replay.refused',
    seq,
    facts: { code: 'rule.gate_not_met' },
  })
})

describe('memory', () => {
  test('of a log that calls itself by the address of another says nothing of that other one', async () => {
    const memory = nothingKept()
    const address = 'https://honest.example/log/grid'
    const honest = await publish(texts)
    const { vkey, checkpoint } = testLog({
      origin: address,
      entries: texts,
      secret: new Uint8Array(32).fill(9),
    })
    const evil = await publish(texts)
    evil.files.set('checkpoint', utf8Bytes(checkpoint()))
    const about = {
      format: 'equalizer-log/1',
      origin: address,
      vkey: vkey.text,
      keys: [vkey.text],
      organization: { id: 'grid' },
    }
    evil.files.set('log.json', utf8Bytes(`${canonical(about)}\n`))
    const there = { ...evil.source, name: 'https://evil.example/log/grid' }
    expect((await verifyLog(there, { nowMs, memory })).ok).toBe(true)
    expect((await verifyLog({ ...honest.source, name: address }, { nowMs, memory })).problem).toBeNull()
  })

  test('takes no server for rewound that answers out of an older cache for a moment', async () => {
    const memory = nothingKept()
    const [now, before] = [await publish(texts), await publish(texts.slice(0, 10))]
    expect((await verifyLog(now.source, { nowMs, memory })).ok).toBe(true)
    let asked = 0
    const stale = {
      ...now.source,
      grows: true,
      read: async (path: string) => {
        if (path === 'checkpoint') asked += 1
        return (path === 'checkpoint' && asked < 3 ? before : now).files.get(path) ?? null
      },
    }
    const options = { nowMs, memory, pause: async () => {} }
    expect((await verifyLog(stale, options)).problem).toBeNull()
    const rewound = await verifyLog({ ...before.source, grows: true }, options)
    expect(rewound.problem?.code).toBe('log.rewound')
    expect(memory.evidence).toHaveLength(1)
  })

  test('knows the key of a log that it finds at another place', async () => {
    const memory = nothingKept()
    const { source } = await publish(texts)
    expect((await verifyLog(source, { nowMs, memory })).trust).toBe('first use')
    const copy = await verifyLog({ ...source, name: '/copies/grid' }, { nowMs, memory })
    expect(copy).toMatchObject({ trust: 'remembered', remembered: { size: texts.length } })
  })
})

test('a server that is not there: the cause is told, not only that it failed', async () => {
  const fault = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') })
  const source = { name: 'here', read: () => Promise.reject(fault) }
  const { problem } = await verifyLog(source, { nowMs, pause: async () => {} })
  expect(problem?.facts.why).toBe('fetch failed: connect ECONNREFUSED 127.0.0.1:1')
})
