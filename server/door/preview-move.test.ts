// A move before it is sent: where the slider would stand, who would decide, which gates hold; and the board that follows.
import type { Answer } from '@equalizer/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallCharter, startOrganizations, type TestOrganization } from '../measures/test-organization.ts'

const org = 'acme'
const at = { organization: org }
const path = '/api/organizations/{organization}'
const day = 86_400_000
let made: TestOrganization
beforeAll(async () => {
  made = await startOrganizations('2026-06-01')
  await made.make(org, smallCharter())
})
afterAll(() => made.server.close())

async function value<T>(answer: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>) {
  const got = await answer
  if (!got.ok) throw new Error(`refused: ${JSON.stringify(got.problem)}`)
  return got.value
}
type Rules = Answer<'GET /api/organizations/{organization}/rules'>
const rules = () => value(made.server.stewardCall(`GET ${path}/rules`, at))
const ruleOf = (shown: Rules, stage: number) => shown.presets.find(one => one.stage === stage)?.rule
const one = (shown: Rules, stage: number, id = 'all', consequence = 10) => ({
  id,
  name: id,
  filter: { acts: ['*'], where: [] },
  consequence,
  rule: ruleOf(shown, stage),
})
const preview = (
  unit: string,
  classes: readonly object[],
  more: object = {},
  call = made.server.stewardCall,
) => call(`POST ${path}/rules/preview`, at, { body: { unit, classes, ...more } as never })
const send = (type: string, unit: string, payload: object) =>
  value(
    made.server.stewardCall(`POST ${path}/door`, at, {
      body: { command: { kind: 'act', act: { type, unit, payload } } } as never,
    }),
  )
const unitOf = async (id: string) =>
  (await value(made.server.stewardCall(`GET ${path}/board`, at))).units.find(unit => unit.id === id)

test('before the first act: an ungoverned unit, whose rules the team may set at once', async () => {
  const shown = await rules()
  const payments = { ...one(shown, 0, 'payments', 3), filter: { acts: ['treasury.pay'], where: [] } }
  const asked = await value(preview('writes', [payments, one(shown, 1, 'rest', 1)]))
  expect(asked).toMatchObject({
    version: 0,
    was: null,
    position: 6,
    stages: [
      { class: 'payments', stage: 0 },
      { class: 'rest', stage: 1 },
    ],
    foreseen: { isMove: true, outcome: 'executed', steps: [] },
    refusal: null,
    gates: [],
  })
  expect(await unitOf('writes')).toMatchObject({ declared: 30, rules: { governed: false, classes: [] } })
})

test('from Shared on somebody else than the team has to be there', async () => {
  const shown = await rules()
  const alone = await value(preview('writes', [one(shown, 2)]))
  expect(alone).toMatchObject({ position: 50, foreseen: null, refusal: { code: 'group.same_people' } })
  const body = { name: 'Ines' }
  const ines = await value(made.server.stewardCall(`POST ${path}/members`, at, { body }))
  await send('charter.admit', 'organization', { person: ines.id })
  expect(await value(preview('writes', [one(shown, 2)]))).toMatchObject({ refusal: null })
})

test('the board follows the rules: the slider is where they put it, the claim stands beside', async () => {
  const shown = await rules()
  await send('rule.move', 'writes', { unit: 'writes', classes: [one(shown, 2)] })
  expect(await unitOf('writes')).toMatchObject({
    declared: 50,
    rules: {
      governed: true,
      claimed: 30,
      classes: [{ id: 'all', stage: 2, consequence: 10 }],
      openDecisions: 0,
    },
  })
  expect((await unitOf('merges'))?.rules).toMatchObject({ governed: false })
  const patched = await made.server.stewardCall(
    `PATCH ${path}/units/{unit}`,
    { ...at, unit: 'writes' },
    { body: { declared: 90 } },
  )
  expect(patched).toMatchObject({ ok: false, problem: { code: 'unit.governed' } })
  const named = { body: { name: 'Writing' } }
  expect(
    (await made.server.stewardCall(`PATCH ${path}/units/{unit}`, { ...at, unit: 'writes' }, named)).ok,
  ).toBe(true)
})

test('who would decide: those who give control up forward, those who would lose it back', async () => {
  const shown = await rules()
  const forward = await value(preview('writes', [one(shown, 3)]))
  expect(forward).toMatchObject({ was: 50, position: 75, version: 1 })
  expect(forward.foreseen).toMatchObject({ outcome: 'opened', direction: 'forward' })
  expect(forward.foreseen?.steps[0]).toMatchObject({ phase: 'vote', group: 'team', groupName: 'Team' })
  const back = await value(preview('writes', [one(shown, 0)]))
  expect(back.foreseen).toMatchObject({
    direction: 'back',
    steps: [{ phase: 'vote', group: 'community', ms: 5 * day }],
  })
})

test('a gate that does not hold is named, and what an override would open is said all the same', async () => {
  const shown = await rules()
  const gates = [{ stage: 1, measure: 'position', atLeast: 40 }]
  await send('rule.set_gates', 'merges', { unit: 'merges', gates })
  const gated = await value(preview('merges', [one(shown, 1)]))
  expect(gated).toMatchObject({
    refusal: { code: 'rule.gate_not_met' },
    foreseen: { isMove: true },
    gates: [{ stage: 1, atLeast: 40, measured: null, proven: false, met: false }],
  })
  const overridden = await value(preview('merges', [one(shown, 1)], { override: 'Measured by hand' }))
  expect(overridden).toMatchObject({ refusal: null, foreseen: { direction: 'forward' } })
  expect((await value(preview('merges', [one(shown, 0)]))).gates).toEqual([])
})

test('what cannot be is said: the same rules, a group that is not there, somebody who may only read', async () => {
  const shown = await rules()
  expect(await value(preview('writes', [one(shown, 2)]))).toMatchObject({
    foreseen: null,
    refusal: { code: 'rule.no_change' },
  })
  const stranger = { ...one(shown, 0), rule: { ...ruleOf(shown, 0), center: 'elders' } }
  expect(await preview('writes', [stranger])).toMatchObject({
    ok: false,
    problem: { code: 'group.unknown', facts: { group: 'elders' } },
  })
  expect(await preview('nothing', [one(shown, 0)])).toMatchObject({
    ok: false,
    problem: { code: 'act.unknown_unit' },
  })
  const reader = await made.server.enterAs('reader', { [org]: 'reader' })
  expect(await value(preview('writes', [one(shown, 3)], {}, reader.call))).toMatchObject({
    position: 75,
    foreseen: null,
    refusal: { code: 'act.not_yours' },
  })
})
