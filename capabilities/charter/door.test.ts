// The charter through the one door: elections by those who elect, and a charter file that becomes acts and comes out again.
import { charterSchema, limits, presetRule, type Rules, rulesIn } from '@equalizer/core'
import { expect, test } from 'vitest'
import { createDoorDesk, everythingAt, members, steward } from '../testing/desk.ts'
import { treasury } from '../treasury/index.ts'
import { charterActs, charterWithRules } from './file.ts'
import { charter } from './index.ts'

const [bob, cyd, dan] = members
const salt = '00112233445566778899aabbccddeeff'

const harbour = charterSchema.parse({
  equalizer: 1,
  organization: { id: 'harbour', name: 'Harbour' },
  units: [{ id: 'finance', name: 'Finance' }],
})

test('a council is elected by a vote of the community: the two who are ranked best', () => {
  const desk = createDoorDesk([charter])
  const council = {
    id: 'council',
    name: 'Council',
    kind: 'council',
    seats: 2,
    termMs: 1_000,
    electedBy: 'community',
    weight: { by: 'person' },
  }
  expect(desk.act(steward, 'rule.set_group', 'organization', { group: council })).toBe('executed')
  const asked = { group: 'council', candidates: [bob, cyd, dan] }
  expect(desk.act(steward, 'charter.elect', 'organization', asked)).toBe('act.needs_vote')

  const rule = presetRule(3, { center: 'team', edge: 'community', council: 'council' })
  const ranked = { method: 'schulze', quorum: '1/4', abstentionsCount: true } as const
  const vote = {
    ...ranked,
    threshold: '0/1',
    reach: 'at-least',
    thresholdOf: 'counted',
    earlyClose: false,
  } as const
  const process = { kind: 'vote', windowMs: 86_400_000, vote: { ...vote, extension: null } } as const
  const election = {
    id: 'elections',
    name: 'Elections',
    filter: { acts: ['charter.elect'], where: [] },
    consequence: 10,
    rule: { ...rule, delayMs: 0, pause: null, decide: { group: 'community', process } },
  }
  const classes = [election, everythingAt(0)]
  expect(desk.act(steward, 'rule.move', 'organization', { unit: 'organization', classes })).toBe('executed')
  expect(desk.act(bob, 'charter.elect', 'organization', asked)).toBe('opened')
  for (const [person, choice] of [
    [bob, [1, 0]],
    [cyd, [1, 2]],
    [dan, [1, 0]],
  ] as const) {
    expect(desk.send(person, { kind: 'ballot', decision: 'D-1', choice: [...choice] })).toBe('taken')
  }
  desk.wait(2)
  expect(desk.ledger.decision('D-1')).toMatchObject({ phase: 'executed', refusal: null })
  const { seq } = desk.ledger.now(desk.clock.atMs)
  const seats = members.filter(person => desk.ledger.books.standing('seat:council', person, seq) > 0n)
  expect(seats).toEqual([bob, cyd])
})

test('a file becomes acts, what they did is exported again, and then the file asks for nothing more', () => {
  const desk = createDoorDesk([charter, treasury])
  const rules = () => rulesIn(desk.ledger.books.stream('rules')) as Rules
  const before = charterWithRules(harbour, rules())
  const small = {
    ...everythingAt(0),
    id: 'small',
    name: 'Payments up to 5,000 euros',
    filter: {
      acts: ['treasury.pay'],
      where: [
        { field: 'amount', atMost: '500000' },
        { field: 'currency', oneOf: ['EUR'] },
      ],
    },
  }
  const pods = { id: 'pods', name: 'Pods', kind: 'role', role: 'pod', weight: { by: 'person' } } as const
  const wanted = structuredClone(before)
  wanted.deciding?.groups.push(pods)
  const gates = [{ stage: 3 as const, measure: 'position' as const, atLeast: 40 }]
  wanted.deciding?.units.push({ unit: 'finance', classes: [small, everythingAt(2)], gates })

  const done = charterActs(before, wanted, { salt })
  if (!done.ok) throw new Error(done.refusal.reason)
  const outcomes = done.value.acts.map(({ type, unit, payload }) => [
    type,
    desk.act(steward, type, unit, payload),
  ])
  expect(outcomes).toEqual([
    ['rule.set_group', 'executed'],
    ['rule.set_gates', 'executed'],
    ['rule.move', 'executed'],
  ])
  const after = charterWithRules(harbour, rules())
  expect(charterActs(after, wanted, { salt })).toMatchObject({ value: { acts: [] } })
  expect(charterActs(wanted, after, { salt })).toMatchObject({ value: { acts: [] } })
})

test('the largest record of balances fits an entry, done at once and as a decision', () => {
  const desk = createDoorDesk([charter])
  const person = (i: number) => `p-${String(i).padStart(40, 'z')}`
  const standings = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ person: person(i), amount: '9'.repeat(60) }))
  const key = `asset:${'G'.repeat(63)}`
  const record = (count: number) =>
    desk.act(steward, 'charter.record_standings', 'organization', { key, standings: standings(count) })
  expect(record(limits.standingsPerAct)).toBe('executed')
  expect(record(limits.standingsPerAct + 1)).toBe('act.bad_payload')
  const classes = [everythingAt(2)]
  expect(desk.act(steward, 'rule.move', 'organization', { unit: 'organization', classes })).toBe('executed')
  expect(record(limits.standingsPerAct)).toBe('opened')
})
