// Deadlines: they pass while the server is off and are carried out at its next start, once, whoever looks first.
import { charterSchema, presetRule } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { charterRows } from '../charter/charter-rows.ts'
import { testSigner, testUser } from '../charter/test-signer.ts'
import type { Clock } from '../desk.ts'
import { openTestDesk, type TestDesk } from '../jobs/testing.ts'
import { putOrganization } from '../measures/testing.ts'
import { personOf } from '../persons/persons.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { openDoor } from './open-door.ts'

const day = 86_400_000
const organization = 'acme'
let now = Date.parse('2026-03-01T12:00:00Z')
const clock: Clock = { nowMs: () => now, today: () => new Date(now).toISOString().slice(0, 10) }
let store: Store
let desk: TestDesk
let steward = ''

/** A server's door of its own over the one database. */
const open = () => openDoor({ ...desk, store, clock }, [charterRows(desk)])

const act = (type: string, payload: object) =>
  ({ kind: 'act', act: { type, unit: 'organization', payload } }) as never

async function send(door: ReturnType<typeof open>, command: never) {
  const sent = await door.send(organization, { command, by: steward })
  if (!sent.ok) throw new Error(`${sent.refusal.code}: ${sent.refusal.reason}`)
  return sent.value.answer
}

beforeAll(async () => {
  store = await openTestStore()
  desk = await openTestDesk({ store })
  const charter = charterSchema.parse({ equalizer: 1, organization: { id: organization, name: 'Acme' } })
  await putOrganization(desk, organization, charter, true)
  await testSigner(desk, organization)
  steward = await personOf(store.db, organization, testUser.id, now)
})
afterAll(async () => {
  await desk.end()
  await store.close()
})

const advances = async () =>
  Number(
    (
      await store.db
        .selectFrom('entries')
        .select(at => at.fn.countAll<number>().as('count'))
        .where('organization_id', '=', organization)
        .where('kind', '=', 'advance')
        .executeTakeFirstOrThrow()
    ).count,
  )
const phase = async () =>
  (
    await store.db
      .selectFrom('decisions')
      .select('phase')
      .where('decision_id', '=', 'D-1')
      .executeTakeFirstOrThrow()
  ).phase

test('what came due while no server ran is done at the next start, once, though two begin together', async () => {
  const first = open()
  await send(first, act('charter.admit', { person: 'p-member01' }))
  const everything = {
    id: 'everything',
    name: 'Everything',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
    rule: presetRule(2, { center: 'team', edge: 'community', council: 'council' }),
  }
  await send(first, act('rule.move', { unit: 'organization', classes: [everything] }))
  expect(await send(first, act('charter.admit', { person: 'p-member02' }))).toMatchObject({ decision: 'D-1' })
  await send(first, { kind: 'ballot', decision: 'D-1', choice: 0 } as never)
  await first.close()
  now += 5 * day
  const [second, third] = [open(), open()]
  await Promise.all([second.moveOn(), third.moveOn()])
  expect(await phase()).toBe('veto')
  expect(await advances()).toBe(1)
  await Promise.all([second.close(), third.close()])
  // Both windows over: the vote's was counted already, the veto's is, and the act is carried out.
  now += 3 * day
  const fourth = open()
  await fourth.moveOn()
  expect(await phase()).toBe('executed')
  expect(await advances()).toBe(2)
  await fourth.moveOn()
  expect(await advances()).toBe(2)
  await fourth.close()
})
