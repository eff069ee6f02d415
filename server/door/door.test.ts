// The door through its front: acts at once, a vote opened and closed by the clock, the same key twice, what is shown of it.
import type { Answer } from '@equalizer/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clock } from '../desk.ts'
import { startTestServer, type TestPerson, type TestServer } from '../testing.ts'

let now = Date.parse('2026-03-01T12:00:00Z')
const clock: Clock = { nowMs: () => now, today: () => new Date(now).toISOString().slice(0, 10) }
const day = 86_400_000
const at = { organization: 'acme' }
const door = 'POST /api/organizations/{organization}/door'
let server: TestServer
let ines: TestPerson

beforeAll(async () => {
  server = await startTestServer({ clock })
  await server.addOrganization('acme')
})
afterAll(() => server.close())

async function ask(command: object, call: TestServer['call'] = server.stewardCall, key?: string) {
  const body = { command, ...(key ? { key } : {}) } as never
  return call(door, at, { body })
}
async function send(command: object, call?: TestServer['call'], key?: string): Promise<Answer<typeof door>> {
  const sent = await ask(command, call, key)
  if (!sent.ok) throw new Error(`refused: ${JSON.stringify(sent.problem)}`)
  return sent.value
}
const act = (type: string, payload: object, unit = 'organization') => ({
  kind: 'act',
  act: { type, unit, payload },
})

async function value<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>,
): Promise<T> {
  const got = await answer
  if (!got.ok) throw new Error(`refused: ${JSON.stringify(got.problem)}`)
  return got.value
}
const rules = () => value(server.stewardCall('GET /api/organizations/{organization}/rules', at))
const decision = (id: string, call = server.stewardCall) =>
  value(call('GET /api/organizations/{organization}/decisions/{decision}', { ...at, decision: id }))
const entries = () => value(server.stewardCall('GET /api/organizations/{organization}/entries', at))

describe('the door', () => {
  test('shows the founding rules before anything was done', async () => {
    const shown = await rules()
    expect(shown.units.map(unit => [unit.unit, unit.position])).toEqual([['organization', 0]])
    expect(shown.groups.map(({ group }) => group.id)).toEqual(['team', 'community', 'council'])
  })

  test('executes an act at Team at once, and founds the log with it', async () => {
    const body = { name: 'Ines' }
    const person = await value(
      server.stewardCall('POST /api/organizations/{organization}/members', at, { body }),
    )
    expect(await send(act('charter.admit', { person: person.id }))).toMatchObject({
      outcome: 'executed',
      entry: 1,
      decision: null,
      sentence: 'executed',
    })
    const log = await entries()
    expect(log.entries.map(({ seq, command }) => [seq, command.kind])).toEqual([
      [0, 'found'],
      [1, 'act'],
    ])
    const logged = log.entries.map(({ command, events }) => [command, events])
    expect(JSON.stringify(logged)).not.toContain('Ines')
    ines = await server.enterAsMember('acme', person.id)
    const session = await value(ines.call('GET /api/session', {}))
    expect(session.memberships).toMatchObject([{ organization: 'acme', role: 'member' }])
    const again = await server.stewardCall('POST /api/organizations/{organization}/members/{person}/link', {
      ...at,
      person: person.id,
    })
    expect(again).toMatchObject({ ok: false, problem: { code: 'members.has_entered' } })
  })

  test('does the same command with the same key once, and another one with it never', async () => {
    const before = (await entries()).size
    const other = await value(
      server.stewardCall('POST /api/organizations/{organization}/members', at, { body: { name: 'Bo' } }),
    )
    const admit = act('charter.admit', { person: other.id })
    const first = await send(admit, server.stewardCall, 'key-12345')
    expect(await send(admit, server.stewardCall, 'key-12345')).toEqual(first)
    expect((await entries()).size).toBe(before + 1)
    expect(
      await ask(act('charter.dismiss', { person: other.id }), server.stewardCall, 'key-12345'),
    ).toMatchObject({
      ok: false,
      problem: { code: 'door.key_reused' },
    })
  })

  test('refuses who may not, and appends nothing', async () => {
    const before = (await entries()).size
    const refused = await ask(act('charter.admit', { person: 'p-nobody' }), ines.call)
    expect(refused).toMatchObject({ ok: false, problem: { code: 'act.not_yours' } })
    expect((await entries()).size).toBe(before)
  })

  test('opens a vote where the community decides; the clock closes it', async () => {
    const shown = await rules()
    const community = shown.presets.find(preset => preset.stage === 2)?.rule
    const [everything] = shown.units[0]?.classes ?? []
    await send(act('rule.move', { unit: 'organization', classes: [{ ...everything, rule: community }] }))
    expect((await rules()).units[0]).toMatchObject({ position: 50, governed: true })
    const opened = await send(
      act('charter.grant_role', { person: await personOf(ines), role: 'lead' }),
      ines.call,
    )
    expect(opened).toMatchObject({ outcome: 'opened', decision: 'D-1', phase: 'vote' })
    expect(opened.sentence).toBe(
      'decision D-1 opened: Community votes until Friday 6 March, 12:00 UTC; Team may veto until Sunday 8 March, 12:00 UTC',
    )
    const before = await decision('D-1', ines.call)
    expect(before.mayYou).toEqual(['ballot', 'cancel'])
    expect(before.waits).toBe(true)
    await send({ kind: 'ballot', decision: 'D-1', choice: 0 }, ines.call)
    expect((await decision('D-1', ines.call)).waits).toBe(false)
    const listed = await value(
      ines.call('GET /api/organizations/{organization}/decisions', { ...at, state: 'open' }),
    )
    expect(listed.decisions[0]).toMatchObject({ id: 'D-1', waits: false, title: before.title })
    const mentioned = JSON.stringify(before.payload).match(/p-[a-z0-9]{4,40}/g) ?? []
    expect(Object.keys(before.names).sort()).toEqual([...new Set(mentioned)].sort())
    for (const id of mentioned) expect(before.title).not.toContain(id)
    expect((await decision('D-1', ines.call)).vote).toMatchObject({
      ballots: 1,
      yours: { choice: 0, weight: '1' },
      soFar: { passed: true, scores: ['1', '0'] },
    })
    now += 5 * day
    await server.desk.door.moveOn()
    expect(await decision('D-1')).toMatchObject({ phase: 'veto', mayYou: ['veto'], result: { passed: true } })
    now += 2 * day
    await server.desk.door.moveOn()
    expect(await decision('D-1')).toMatchObject({ phase: 'executed', mayYou: [] })
    const list = await value(
      server.stewardCall('GET /api/organizations/{organization}/decisions', { ...at, state: 'past' }),
    )
    expect(list).toMatchObject({ open: 0, past: 1, decisions: [{ id: 'D-1', phase: 'executed' }] })
  })

  test('the log is gapless and its times never go back, even when the clock does', async () => {
    now -= 3 * day
    const other = await value(
      server.stewardCall('POST /api/organizations/{organization}/members', at, { body: { name: 'Cy' } }),
    )
    await send(act('charter.admit', { person: other.id }), ines.call)
    const log = await entries()
    expect(log.entries.map(({ seq }) => seq)).toEqual(log.entries.map((_, index) => index))
    const times = log.entries.map(entry => entry.at)
    expect(times).toEqual(times.toSorted())
  })
})

async function personOf(person: TestPerson): Promise<string> {
  const { people } = await value(person.call('GET /api/organizations/{organization}/members', at))
  return people.find(one => one.you)?.id ?? ''
}
